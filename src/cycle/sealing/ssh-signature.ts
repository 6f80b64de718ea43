import { createHash, createPublicKey, sign, verify, type KeyObject } from "node:crypto";

/*
 * Signatures of files as OpenSSH makes and checks them (PROTOCOL.sshsig of OpenSSH): whoever has ssh-keygen can check
 * them without this program. Ed25519 keys, SHA-512, namespace "file".
 */

const MAGIC = Buffer.from("SSHSIG");
const NAMESPACE = "file";
const HASH = "sha512";
const KEY_TYPE = "ssh-ed25519";
const [BEGIN, END] = ["-----BEGIN SSH SIGNATURE-----", "-----END SSH SIGNATURE-----"];

/** Whose key signed, as in an authorized_keys file; null where the signature does not fit the bytes. */
export type SignedBy = string | null;

/** A signature of the bytes by an Ed25519 private key, armoured. */
export function signBytes(bytes: Uint8Array, key: KeyObject): string {
  const signature = sign(null, signedData(bytes, HASH), key);
  const blob = Buffer.concat([
    MAGIC,
    uint32(1),
    ...[publicBlob(key), NAMESPACE, "", HASH].map(field),
    field(Buffer.concat([field(KEY_TYPE), field(signature)])),
  ]);
  const lines = blob.toString("base64").match(/.{1,70}/g)!;
  return [BEGIN, ...lines, END, ""].join("\n");
}

/** `ssh-ed25519 AAAA…`, of a private or a public key. */
export function publicLine(key: KeyObject): string {
  return `${KEY_TYPE} ${publicBlob(key).toString("base64")}`;
}

/** Checks a signature. RangeError where it is no such signature, or one for another purpose or of another kind of key. */
export function whoSigned(bytes: Uint8Array, armoured: string): SignedBy {
  const { key, namespace, hash, signature } = readSignature(armoured);
  if (namespace !== NAMESPACE) throw new RangeError(`it was made for "${namespace}", not for a file`);
  const [type, raw] = fieldsOf(key, 2);
  const [signatureType, signed] = fieldsOf(signature, 2);
  if (String(type) !== KEY_TYPE || String(signatureType) !== KEY_TYPE) {
    throw new RangeError(`it was made by a key of type ${String(type)}, expected ${KEY_TYPE}`);
  }
  const jwk = { kty: "OKP", crv: "Ed25519", x: raw!.toString("base64url") };
  const isRight = verify(
    null,
    signedData(bytes, hash),
    createPublicKey({ key: jwk, format: "jwk" }),
    signed!,
  );
  return isRight ? `${KEY_TYPE} ${key.toString("base64")}` : null;
}

function readSignature(armoured: string) {
  const text = armoured.trim();
  if (!text.startsWith(BEGIN) || !text.endsWith(END)) throw new RangeError("it is no SSH signature");
  const blob = Buffer.from(text.slice(BEGIN.length, -END.length), "base64");
  if (!blob.subarray(0, MAGIC.length).equals(MAGIC) || blob.length < 10 || blob.readUInt32BE(6) !== 1) {
    throw new RangeError("it is no SSH signature of version 1");
  }
  const [key, namespace, , hash, signature] = fieldsOf(blob.subarray(10), 5);
  if (String(hash) !== "sha512" && String(hash) !== "sha256")
    throw new RangeError(`it hashes by ${String(hash)}`);
  return { key: key!, namespace: String(namespace), hash: String(hash), signature: signature! };
}

function signedData(bytes: Uint8Array, hash: string): Buffer {
  const digest = createHash(hash).update(bytes).digest();
  return Buffer.concat([MAGIC, ...[NAMESPACE, "", hash, digest].map(field)]);
}

function publicBlob(key: KeyObject): Buffer {
  const { x } = (key.type === "private" ? createPublicKey(key) : key).export({ format: "jwk" });
  return Buffer.concat([field(KEY_TYPE), field(Buffer.from(x!, "base64url"))]);
}

/** RFC 4251: length first. */
function field(value: Uint8Array | string): Buffer {
  const bytes = Buffer.from(value as string);
  return Buffer.concat([uint32(bytes.length), bytes]);
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

/** So many fields and nothing after them. */
function fieldsOf(blob: Buffer, count: number): Buffer[] {
  const fields: Buffer[] = [];
  let at = 0;
  while (fields.length < count) {
    const length = at + 4 <= blob.length ? blob.readUInt32BE(at) : Number.POSITIVE_INFINITY;
    if (at + 4 + length > blob.length) throw new RangeError("it is cut short");
    fields.push(blob.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  if (at !== blob.length) throw new RangeError("there is more in it than a signature");
  return fields;
}
