import { createHash } from "node:crypto";

/** Under which Tocsin's own names stand; drawn once at random. */
const OWN = "d072f263-378a-46fc-8ce7-07233b16caa9";

/** The UUID of a name (RFC 9562, version 5): the same name has the same one everywhere. */
export function uuid5(name: string, namespace = OWN): string {
  const hash = createHash("sha1")
    .update(Buffer.from(namespace.replaceAll("-", ""), "hex"))
    .update(name)
    .digest();
  hash[6] = (hash[6]! & 0x0f) | 0x50;
  hash[8] = (hash[8]! & 0x3f) | 0x80;
  const hex = hash.toString("hex");
  return [
    [0, 8],
    [8, 12],
    [12, 16],
    [16, 20],
    [20, 32],
  ]
    .map(([from, to]) => hex.slice(from, to))
    .join("-");
}
