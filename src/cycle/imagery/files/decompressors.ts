import { promisify } from "node:util";
import { inflate, zstdDecompress } from "node:zlib";
import type { Decompress, Decompressors } from "#science/imagery/index.ts";
import { unpackJpeg } from "./unpack-jpeg.ts";
import { unpackLerc } from "./unpack-lerc.ts";
import { unpackWebp } from "./unpack-webp.ts";

const inflating = promisify(inflate);
const zstdUnpacking = promisify(zstdDecompress);

/** Room for the whole block at once; one byte more than is due tells a bomb. */
const room = (byteLength: number) => ({ chunkSize: Math.max(64, byteLength), maxOutputLength: byteLength });

const deflate: Decompress = async (packed, { byteLength }) => inflating(packed, room(byteLength));
const zstd: Decompress = async (packed, { byteLength }) => zstdUnpacking(packed, room(byteLength));

/** Unpacks the blocks of a picture in the platform's threads, and the rarer kinds by libraries that load when needed. */
export const DECOMPRESSORS: Decompressors = {
  7: unpackJpeg,
  8: deflate,
  32946: deflate,
  34887: unpackLerc,
  50000: zstd,
  50001: unpackWebp,
};
