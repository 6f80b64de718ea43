import { createHash } from "node:crypto";

/** Bytes nobody can guess, from the system's own source. */
export type Random = (bytes: number) => Uint8Array;

const SECRET_BYTES = 32;

/** A secret of 256 random bits, written without signs that an address or a header would escape. */
export function secretFrom(random: Random): string {
  return Buffer.from(random(SECRET_BYTES)).toString("base64url");
}

/** What is kept of a secret. It cannot be guessed, so one fast hash is enough, and is looked up without telling how near a guess came. */
export function digestOf(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}
