import { promisify } from "node:util";
import { inflate, zstdDecompress } from "node:zlib";
import type { Decompress, PackedBlock } from "#science/imagery/index.ts";

const unpackedBy = { 1: promisify(inflate), 2: promisify(zstdDecompress) } as const;

/**
 * Unpacks an LERC block, with deflate or Zstandard around it where the file says so. As libtiff has it, pixels that
 * the block's mask hides are NaN where numbers are floating-point, and the mask stands for a byte alpha left out.
 */
export const unpackLerc: Decompress = async (packed, block) => {
  const plain = await withoutWrap(packed, block);
  const decoded = await decodedFrom(plain.buffer, block.samples > 1);
  const { mask, dimCount } = decoded;
  const [pixels] = decoded.pixels;
  if (pixels === undefined) throw new Error("it holds no band");
  const isFloat = pixels instanceof Float32Array || pixels instanceof Float64Array;
  if (mask !== undefined && isFloat) {
    for (let i = 0; i < pixels.length; i++) if (mask[Math.floor(i / dimCount)] === 0) pixels[i] = NaN;
  }
  const isAlphaLeftOut = pixels instanceof Uint8Array && dimCount === block.samples - 1;
  const whole = isAlphaLeftOut ? withAlpha(pixels, dimCount, mask) : pixels;
  const bytes = new Uint8Array(whole.buffer, whole.byteOffset, whole.byteLength);
  if (bytes.length > block.byteLength)
    throw new Error(`it unpacks to ${bytes.length} bytes where ${block.byteLength} are due`);
  return bytes;
};

/** As the library misspells the reading of unsigned numbers of 32 bits; views know the name while it works. */
const MISSPELT = "getUInt32";

async function decodedFrom(packed: ArrayBuffer, isInterleaved: boolean) {
  const { default: lerc } = await import("lerc");
  const { value } = Object.getOwnPropertyDescriptor(DataView.prototype, "getUint32")!;
  Object.defineProperty(DataView.prototype, MISSPELT, { value, configurable: true });
  try {
    return lerc.decode(packed, { returnPixelInterleavedDims: isInterleaved });
  } finally {
    Reflect.deleteProperty(DataView.prototype, MISSPELT);
  }
}

/** LERC of noise is a little longer than the numbers that it holds. */
const roomOf = (byteLength: number) => ({ maxOutputLength: 2 * byteLength + 65_536 });

async function withoutWrap(packed: Uint8Array, { lercParameters, byteLength }: PackedBlock) {
  const wrap = lercParameters[1] ?? 0;
  if (wrap === 0) return new Uint8Array(packed);
  if (wrap !== 1 && wrap !== 2) throw new Error(`packing ${wrap} around it is not known`);
  return new Uint8Array(await unpackedBy[wrap](packed, roomOf(byteLength)));
}

function withAlpha(colours: Uint8Array, count: number, mask: Uint8Array | undefined): Uint8Array {
  const pixels = colours.length / count;
  const out = new Uint8Array(pixels * (count + 1));
  for (let i = 0; i < pixels; i++) {
    out.set(colours.subarray(i * count, (i + 1) * count), i * (count + 1));
    out[i * (count + 1) + count] = mask?.[i] === 0 ? 0 : 255;
  }
  return out;
}
