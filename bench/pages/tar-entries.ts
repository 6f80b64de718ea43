import { gunzipSync } from "node:zlib";

/** The regular files of a gzipped ustar archive, by name. */
export function* tarEntries(packed: Uint8Array): Generator<{ name: string; bytes: Buffer }> {
  const all = gunzipSync(packed);
  for (let at = 0; at + 512 <= all.length && all[at] !== 0;) {
    const field = (from: number, length: number) =>
      all.toString("latin1", at + from, at + from + length).replace(/\0[^]*$/, "");
    const size = parseInt(field(124, 12), 8);
    const name = [field(345, 155), field(0, 100)].filter((part) => part !== "").join("/");
    if (field(156, 1) === "0" || field(156, 1) === "")
      yield { name, bytes: all.subarray(at + 512, at + 512 + size) };
    at += 512 + Math.ceil(size / 512) * 512;
  }
}
