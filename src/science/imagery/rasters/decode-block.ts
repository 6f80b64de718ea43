import type { Samples } from "../raster.ts";
import { blockSamples, type Picture, rowBytes } from "./picture.ts";
import { undoPredictor } from "./predictor.ts";

const IS_LITTLE_ENDIAN = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;

/** An empty band of the kind that holds the picture's numbers; 64-bit integers as float64, float16 as float32. */
export function emptySamples({ bits, format }: Pick<Picture, "bits" | "format">, length: number): Samples {
  if (format === "float") return bits === 64 ? new Float64Array(length) : new Float32Array(length);
  if (bits === 64) return new Float64Array(length);
  if (format === "int") {
    return bits === 8 ? new Int8Array(length) : bits === 16 ? new Int16Array(length) : new Int32Array(length);
  }
  if (bits <= 8) return new Uint8Array(length);
  return bits <= 16 ? new Uint16Array(length) : new Uint32Array(length);
}

/**
 * The numbers of an unpacked block, all bands of a pixel together, `rows` rows of them. The bytes are changed in
 * place where they have to be; they must hold `rows` whole rows.
 */
export function decodeBlock(picture: Picture, unpacked: Uint8Array, rows: number): Samples {
  const { bits, format, predictor, isLittleEndian, blockWidth } = picture;
  const samples = blockSamples(picture);
  const bytes = aligned(unpacked.subarray(0, rows * rowBytes(picture)), bits / 8);
  if (bits % 8 !== 0) return unpackBits(bytes, { bits, perRow: blockWidth * samples, rows, isLittleEndian });
  if (predictor !== 3 && isLittleEndian !== IS_LITTLE_ENDIAN) swapBytes(bytes, bits / 8);
  if (predictor !== 1) {
    undoPredictor(bytes, { predictor, samples, perRow: blockWidth * samples, width: bits / 8 });
  }
  return viewed(bytes, format, bits);
}

function aligned(bytes: Uint8Array, width: number): Uint8Array {
  return width > 1 && bytes.byteOffset % width !== 0 ? new Uint8Array(bytes) : bytes;
}

function viewed(bytes: Uint8Array, format: Picture["format"], bits: number): Samples {
  const { buffer, byteOffset } = bytes;
  const length = bytes.length / (bits / 8);
  if (bits === 8) return format === "int" ? new Int8Array(buffer, byteOffset, length) : bytes;
  if (bits === 16) {
    if (format === "int") return new Int16Array(buffer, byteOffset, length);
    if (format === "uint") return new Uint16Array(buffer, byteOffset, length);
    return Float32Array.from(new Float16Array(buffer, byteOffset, length));
  }
  if (bits === 32) {
    if (format === "float") return new Float32Array(buffer, byteOffset, length);
    return format === "int"
      ? new Int32Array(buffer, byteOffset, length)
      : new Uint32Array(buffer, byteOffset, length);
  }
  if (format === "float") return new Float64Array(buffer, byteOffset, length);
  return format === "int"
    ? Float64Array.from(new BigInt64Array(buffer, byteOffset, length), Number)
    : Float64Array.from(new BigUint64Array(buffer, byteOffset, length), Number);
}

function swapBytes(bytes: Uint8Array, width: number): void {
  for (let at = 0; width > 1 && at < bytes.length; at += width) bytes.subarray(at, at + width).reverse();
}

interface Bits {
  readonly bits: number;
  readonly perRow: number;
  readonly rows: number;
  readonly isLittleEndian: boolean;
}

/** Numbers of fewer than 8, or 9 to 15, bits: most significant bit first, rows at whole bytes (TIFF 6.0). */
function unpackBits(bytes: Uint8Array, { bits, perRow, rows }: Bits): Samples {
  const out = bits <= 8 ? new Uint8Array(perRow * rows) : new Uint16Array(perRow * rows);
  const rowLength = Math.ceil((perRow * bits) / 8);
  for (let row = 0; row < rows; row++) {
    let [held, count, from] = [0, 0, row * rowLength];
    for (let i = 0; i < perRow; i++) {
      for (; count < bits; count += 8) held = ((held << 8) | bytes[from++]!) & 0xffffff;
      count -= bits;
      out[row * perRow + i] = (held >> count) & ((1 << bits) - 1);
    }
  }
  return out;
}
