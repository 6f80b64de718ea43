import { generateKeyPairSync, sign } from "node:crypto";
import type { Certificate } from "../listen.ts";

interface Wanted {
  /** The host names it is for. */
  readonly names?: readonly string[];
  /** ISO 8601 UTC. */
  readonly from?: string;
  readonly to?: string;
}

/** A certificate that vouches for itself (RFC 5280), and its key, made for one test. */
export function certificateFor({
  names = ["localhost"],
  from = "2020-01-01T00:00:00Z",
  to = "2090-01-01T00:00:00Z",
}: Wanted = {}): Certificate {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const [issuer, validity] = [nameOf(names[0]!), der(0x30, time(from), time(to))];
  const subjectKey = publicKey.export({ type: "spki", format: "der" });
  const toSign = der(
    0x30,
    VERSION_3,
    SERIAL,
    ECDSA_SHA256,
    issuer,
    validity,
    issuer,
    subjectKey,
    sans(names),
  );
  const signature = sign("sha256", toSign, privateKey);
  const whole = der(0x30, toSign, ECDSA_SHA256, der(0x03, Buffer.from([0]), signature));
  const lines = whole.toString("base64").match(/.{1,64}/g)!;
  return {
    cert: ["-----BEGIN CERTIFICATE-----", ...lines, "-----END CERTIFICATE-----", ""].join("\n"),
    key: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
  };
}

/** One element of DER: tag, length, content. */
function der(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

const VERSION_3 = der(0xa0, der(0x02, Buffer.from([2])));
const SERIAL = der(0x02, Buffer.from([1]));
const ECDSA_SHA256 = der(0x30, Buffer.from("06082a8648ce3d040302", "hex"));
const COMMON_NAME = Buffer.from("0603550403", "hex");
const SUBJECT_ALT_NAME = Buffer.from("0603551d11", "hex");

function nameOf(name: string): Buffer {
  return der(0x30, der(0x31, der(0x30, COMMON_NAME, der(0x0c, Buffer.from(name)))));
}

/** GeneralizedTime. */
function time(moment: string): Buffer {
  return der(0x18, Buffer.from(`${moment.replaceAll(/\D/g, "").slice(0, 14)}Z`));
}

function sans(names: readonly string[]): Buffer {
  const listed = der(0x30, ...names.map((name) => der(0x82, Buffer.from(name))));
  return der(0xa3, der(0x30, der(0x30, SUBJECT_ALT_NAME, der(0x04, listed))));
}
