import { RasterRefused } from "./raster-refused.ts";

const CLEAR = 256;
const END = 257;
const MOST_CODES = 4096;

/**
 * Unpacks TIFF's LZW (TIFF 6.0 §13: most significant bit first, early change) into at most `byteLength` bytes.
 * A string is remembered as the place where it was first written, so each code is one copy.
 */
export function unpackLzw(packed: Uint8Array, byteLength: number): Uint8Array {
  if (packed.length > 1 && packed[0] === 0 && (packed[1]! & 1) === 1) {
    throw new RasterRefused("LZW of the old kind, least significant bit first, is not read");
  }
  const out = new Uint8Array(byteLength);
  const starts = new Int32Array(MOST_CODES + 1);
  const lengths = new Int32Array(MOST_CODES + 1);
  let [bits, held, width, next, at, from] = [0, 0, 9, END + 1, 0, 0];
  let [lastStart, lastLength] = [0, 0];
  while (at < byteLength) {
    while (held < width) {
      if (from >= packed.length) return out.subarray(0, at);
      bits = ((bits << 8) | packed[from++]!) & 0xffffff;
      held += 8;
    }
    held -= width;
    const code = (bits >>> held) & ((1 << width) - 1);
    if (code === END) break;
    if (code === CLEAR) {
      [width, next, lastLength] = [9, END + 1, 0];
      continue;
    }
    if (lastLength > 0 && next < MOST_CODES) {
      starts[next] = lastStart;
      lengths[next] = lastLength + 1;
      next++;
    }
    const start = at;
    if (code < CLEAR) {
      out[at++] = code;
    } else {
      if (code >= next) throw new RasterRefused("LZW: a code that was not yet defined");
      let read = starts[code]!;
      const end = Math.min(byteLength, at + lengths[code]!);
      while (at < end) out[at++] = out[read++]!;
    }
    lastStart = start;
    lastLength = at - start;
    if (next + 1 >= 1 << width && width < 12) width++;
  }
  return out.subarray(0, at);
}
