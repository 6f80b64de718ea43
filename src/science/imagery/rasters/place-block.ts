import type { Samples } from "../raster.ts";
import type { Block, PixelWindow } from "./block-plan.ts";
import { blockSamples, type Picture } from "./picture.ts";

/** Where the numbers of blocks go. */
export interface Target {
  readonly picture: Picture;
  readonly window: PixelWindow;
  readonly wanted: readonly number[];
  readonly bands: readonly Samples[];
}

interface Overlap {
  readonly fromX: number;
  readonly toX: number;
  readonly fromY: number;
  readonly toY: number;
  readonly left: number;
  readonly top: number;
}

function overlapOf({ picture, window }: Target, block: Block): Overlap {
  const left = block.column * picture.blockWidth;
  const top = block.row * picture.blockHeight + block.firstRow;
  return {
    ...{ left, top },
    fromX: Math.max(window.x, left),
    toX: Math.min(window.x + window.width, left + picture.blockWidth),
    fromY: Math.max(window.y, top),
    toY: Math.min(window.y + window.height, top + block.rows),
  };
}

/** Copies what a block has of the window, band by band. */
export function placeBlock(target: Target, block: Block, numbers: Samples): void {
  const { picture, window, wanted, bands } = target;
  const { fromX, toX, fromY, toY, left, top } = overlapOf(target, block);
  const samples = blockSamples(picture);
  for (const [i, band] of wanted.entries()) {
    if (picture.isPlanar && band !== block.band) continue;
    const out = bands[i]!;
    const first = picture.isPlanar ? 0 : band;
    for (let y = fromY; y < toY; y++) {
      const from = (y - top) * picture.blockWidth + fromX - left;
      const to = (y - window.y) * window.width + fromX - window.x;
      const count = toX - fromX;
      if (samples === 1) out.set(numbers.subarray(from, from + count), to);
      else
        for (let k = 0, at = from * samples + first; k < count; k++, at += samples)
          out[to + k] = numbers[at]!;
    }
  }
}

/** Gives the pixels of an absent block one number. */
export function fillBlock(target: Target, block: Block, fill: number): void {
  const { picture, window, wanted, bands } = target;
  const { fromX, toX, fromY, toY } = overlapOf(target, block);
  if (fill === 0) return;
  for (const [i, band] of wanted.entries()) {
    if (picture.isPlanar && band !== block.band) continue;
    for (let y = fromY; y < toY; y++) {
      const row = (y - window.y) * window.width - window.x;
      bands[i]!.fill(fill, row + fromX, row + toX);
    }
  }
}
