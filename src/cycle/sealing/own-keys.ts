import { createPrivateKey, generateKeyPairSync, type KeyObject } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { generateHybridIdentity, identityToRecipient } from "age-encryption";
import { OutsideFailed } from "#model/input-error.ts";
import { publicLine } from "./ssh-signature.ts";

/** What this installation signs with, and what is sealed for it is opened with. */
export interface OwnKeys {
  readonly signing: KeyObject;
  /** An age identity. */
  readonly identity: string;
}

/** What others need: to check what comes from here, and to seal what comes here. */
export interface PublicKeys {
  readonly signs: string;
  readonly receives: string;
}

const SIGNING = "signing-key.pem";
const IDENTITY = "identity.txt";

/** Makes both keys in a folder, readable by their owner alone. OutsideFailed where there are any: none is overwritten. */
export async function makeKeys(folder: string): Promise<OwnKeys> {
  const { privateKey } = generateKeyPairSync("ed25519");
  const identity = await generateHybridIdentity();
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const pem = privateKey.export({ type: "pkcs8", format: "pem" });
    writeFileSync(path.join(folder, SIGNING), pem, { flag: "wx", mode: 0o600 });
    writeFileSync(path.join(folder, IDENTITY), `${identity}\n`, { flag: "wx", mode: 0o600 });
  } catch (error) {
    throw new OutsideFailed(`keys cannot be written to ${folder}: ${(error as Error).message}`, error);
  }
  return { signing: privateKey, identity };
}

/** The keys in a folder; null where there are none. */
export function readKeys(folder: string): OwnKeys | null {
  try {
    const signing = createPrivateKey(readFileSync(path.join(folder, SIGNING)));
    return { signing, identity: readFileSync(path.join(folder, IDENTITY), "utf8").trim() };
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw new OutsideFailed(`keys in ${folder} cannot be read: ${(error as Error).message}`, error);
  }
}

export async function publicKeys({ signing, identity }: OwnKeys): Promise<PublicKeys> {
  return { signs: publicLine(signing), receives: await identityToRecipient(identity) };
}
