import type { Samples } from "../raster.ts";
import { type Block, blocksIn, nameOf, type PixelWindow, rangesOf } from "./block-plan.ts";
import type { ByteRange, ByteSource } from "./byte-source.ts";
import { coalesce } from "./coalesce.ts";
import { emptySamples } from "./decode-block.ts";
import type { Decompressors } from "./decompressor.ts";
import type { Header } from "./header.ts";
import type { Picture } from "./picture.ts";
import { fillBlock, placeBlock } from "./place-block.ts";
import { RasterRefused } from "./raster-refused.ts";
import { unpackBlock } from "./unpack-block.ts";

/** What reading pixels takes. */
export interface PixelReading {
  readonly source: ByteSource;
  readonly header: Header;
  readonly decompressors: Decompressors;
  /** What an absent block holds. */
  readonly fill: number;
}

/** The pixels, and the bytes of the blocks that hold them. */
export interface Pixels {
  readonly bands: Samples[];
  readonly blockBytes: number;
}

const REQUESTS_AT_ONCE = 6;
const MOST_NUMBERS = 2 ** 29;

/**
 * Reads the window of a picture, which must lie within it: only the blocks that it touches, in as few requests as
 * the gaps between them allow. RasterRefused, with the block, where bytes are missing or broken.
 */
export async function readPixels(
  reading: PixelReading,
  picture: Picture,
  window: PixelWindow,
  wanted: readonly number[] = Array.from({ length: picture.samples }, (_, i) => i),
): Promise<Pixels> {
  const area = window.width * window.height;
  if (area * wanted.length > MOST_NUMBERS) {
    throw new RasterRefused(
      `${window.width} × ${window.height} pixels of ${wanted.length} bands are more than is read at once`,
    );
  }
  const bands = wanted.map(() => emptySamples(picture, area));
  const blocks = blocksIn(picture, window, picture.isPlanar ? wanted : [0]);
  const ranges = await rangesOf(reading, picture, blocks);
  for (const [i, range] of ranges.entries()) {
    if (range.length === 0) fillBlock({ picture, window, wanted, bands }, blocks[i]!, reading.fill);
  }
  const requests = coalesce(ranges.filter(({ length }) => length > 0));
  const present = [...ranges.keys()].filter((i) => ranges[i]!.length > 0);
  await inTurns(requests, REQUESTS_AT_ONCE, async (request) => {
    const bytes = await reading.source.read(request);
    const parts = request.parts.map(async (part) => {
      const i = present[part]!;
      const { offset, length } = ranges[i]!;
      const packed = bytes.subarray(offset - request.offset, offset - request.offset + length);
      requireWhole(packed, ranges[i]!, blocks[i]!, reading.source);
      const numbers = await unpackBlock(reading.decompressors, picture, blocks[i]!, packed);
      placeBlock({ picture, window, wanted, bands }, blocks[i]!, numbers);
    });
    await Promise.all(parts);
  });
  return { bands, blockBytes: ranges.reduce((sum, { length }) => sum + length, 0) };
}

function requireWhole(packed: Uint8Array, range: ByteRange, block: Block, source: ByteSource): void {
  if (packed.length === range.length) return;
  const end = source.size() ?? range.offset + packed.length;
  throw new RasterRefused(
    `${nameOf(block)} lies at bytes ${range.offset} to ${range.offset + range.length}, but the file ends at byte ${end}`,
  );
}

async function inTurns<T>(all: readonly T[], atOnce: number, work: (one: T) => Promise<void>): Promise<void> {
  let next = 0;
  const worker = async () => {
    while (next < all.length) await work(all[next++]!);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, all.length) }, worker));
}
