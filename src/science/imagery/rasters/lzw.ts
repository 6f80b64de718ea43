import { RasterRefused } from "./raster-refused.ts";

const CLEAR = 256;
const END = 257;
const MOST_CODES = 4096;

/**
 * Unpacks TIFF's LZW (TIFF 6.0 §13: most significant bit first, early change) into at most `byteLength` bytes.
 * A string is remembered as the place where it was first written, so each code is one copy.
 */
export function unpackLzw(packed: Uint8Array, byteLength: number): Uint8Array {
  refuseOldKind(packed);
  // Two bytes more, so that the first two of a string are copied without counting.
  const out = new Uint8Array(byteLength + 2);
  // Where each string was written, and how long it is, side by side.
  const strings = new Int32Array(2 * (MOST_CODES + 1));
  const last = packed.length;
  let bits = 0;
  let held = 0;
  let width = 9;
  let mask = 511;
  let next = END + 1;
  let at = 0;
  let from = 0;
  let lastStart = 0;
  let lastLength = 0;
  while (at < byteLength) {
    if (held < width) {
      if (from >= last) return out.subarray(0, at);
      bits = (bits << 16) | (packed[from]! << 8) | packed[from + 1]!;
      from += 2;
      held += 16;
    }
    held -= width;
    const code = (bits >>> held) & mask;
    if (code === END) break;
    if (code === CLEAR) {
      width = 9;
      mask = 511;
      next = END + 1;
      lastLength = 0;
      continue;
    }
    if (lastLength > 0 && next < MOST_CODES) {
      strings[2 * next] = lastStart;
      strings[2 * next + 1] = lastLength + 1;
      next++;
    }
    lastStart = at;
    if (code < CLEAR) {
      out[at++] = code;
      lastLength = 1;
    } else {
      if (code >= next) throw new RasterRefused("LZW: a code that was not yet defined");
      const read = strings[2 * code]!;
      lastLength = strings[2 * code + 1]!;
      if (lastLength > byteLength - at) lastLength = byteLength - at;
      out[at] = out[read]!;
      out[at + 1] = out[read + 1]!;
      for (let i = 2; i < lastLength; i++) out[at + i] = out[read + i]!;
      at += lastLength;
    }
    if (next >= mask && width < 12) {
      width++;
      mask = (1 << width) - 1;
    }
  }
  return out.subarray(0, at);
}

function refuseOldKind(packed: Uint8Array): void {
  if (packed.length > 1 && packed[0] === 0 && (packed[1]! & 1) === 1) {
    throw new RasterRefused("LZW of the old kind, least significant bit first, is not read");
  }
}
