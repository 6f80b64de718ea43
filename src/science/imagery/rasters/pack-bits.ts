/** Unpacks Apple's PackBits (TIFF 6.0 §9) into at most `byteLength` bytes. */
export function unpackPackBits(packed: Uint8Array, byteLength: number): Uint8Array {
  const out = new Uint8Array(byteLength);
  let [at, from] = [0, 0];
  while (at < byteLength && from < packed.length) {
    const head = packed[from++]!;
    if (head === 128) continue;
    if (head < 128) {
      const literal = packed.subarray(from, Math.min(from + head + 1, from + byteLength - at));
      out.set(literal, at);
      at += literal.length;
      from += head + 1;
    } else {
      const end = Math.min(byteLength, at + 257 - head);
      out.fill(packed[from++] ?? 0, at, end);
      at = end;
    }
  }
  return out.subarray(0, at);
}
