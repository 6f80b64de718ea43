import type { Samples } from "../raster.ts";
import { type Block, nameOf } from "./block-plan.ts";
import { decodeBlock } from "./decode-block.ts";
import { compressionName, type Decompressors } from "./decompressor.ts";
import { unpackLzw } from "./lzw.ts";
import { unpackPackBits } from "./pack-bits.ts";
import { blockBytes, blockSamples, type Picture, rowBytes } from "./picture.ts";
import { RasterRefused } from "./raster-refused.ts";

/** The numbers of a block, all bands of a pixel together; RasterRefused, with the block, where it is broken. */
export async function unpackBlock(
  decompressors: Decompressors,
  picture: Picture,
  block: Block,
  packed: Uint8Array,
): Promise<Samples> {
  const expected = block.rows * rowBytes(picture);
  const bytes = await unpack(decompressors, picture, block, packed);
  if (bytes.length < expected) {
    const got = `${nameOf(block)} unpacks to ${bytes.length} bytes where ${expected} are due`;
    throw new RasterRefused(`${got}: it is broken, or its length is given wrongly`);
  }
  return decodeBlock(picture, bytes, block.rows);
}

async function unpack(
  decompressors: Decompressors,
  picture: Picture,
  block: Block,
  packed: Uint8Array,
): Promise<Uint8Array> {
  const { compression, isYCbCr, jpegTables, lercParameters, bits, blockWidth } = picture;
  const byteLength = blockBytes(picture);
  try {
    if (compression === 1) return new Uint8Array(packed);
    if (compression === 5) return unpackLzw(packed, byteLength);
    if (compression === 32773) return unpackPackBits(packed, byteLength);
    const decompress = decompressors[compression];
    if (decompress === undefined) {
      throw new RasterRefused(`compression ${compressionName(compression)} is not read`);
    }
    const shape = { byteLength, width: blockWidth, height: block.rows, samples: blockSamples(picture), bits };
    return await decompress(packed, { ...shape, isYCbCr, jpegTables, lercParameters });
  } catch (error) {
    if (error instanceof RasterRefused && error.message.startsWith("compression")) throw error;
    const said = error instanceof Error ? error.message : String(error);
    throw new RasterRefused(
      `${nameOf(block)} cannot be unpacked (${compressionName(compression)}: ${said})`,
      { cause: error },
    );
  }
}
