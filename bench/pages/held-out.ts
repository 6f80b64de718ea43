import { createHash } from "node:crypto";

/** Half of the material, by the hash of its name, was never looked at while the rules were written. */
export function isHeldOut(name: string): boolean {
  return (createHash("sha256").update(name).digest()[0]! & 1) === 1;
}
