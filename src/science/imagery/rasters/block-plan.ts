import type { ByteRange, ByteSource } from "./byte-source.ts";
import type { Header } from "./header.ts";
import { blockBytes, type Picture, rowBytes } from "./picture.ts";
import { RasterRefused } from "./raster-refused.ts";
import { numbersOf, sizeOfType } from "./tag-values.ts";

/** A rectangle of pixels within a picture. */
export interface PixelWindow {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** One tile or strip of a picture that a window needs. */
export interface Block {
  readonly index: number;
  readonly band: number;
  readonly column: number;
  readonly row: number;
  /** The first row that is read of it, and how many. */
  readonly firstRow: number;
  readonly rows: number;
}

/** The blocks that a window touches, of each plane. */
export function blocksIn(picture: Picture, window: PixelWindow, planes: readonly number[]): Block[] {
  const { blockWidth, blockHeight, blocksAcross, blocksDown, height, isTiled, compression } = picture;
  const [left, right] = [window.x, window.x + window.width - 1].map((x) => Math.floor(x / blockWidth));
  const [top, bottom] = [window.y, window.y + window.height - 1].map((y) => Math.floor(y / blockHeight));
  const isSliced = compression === 1 && !isTiled;
  const blocks: Block[] = [];
  for (const plane of planes) {
    for (let row = top!; row <= bottom!; row++) {
      const start = row * blockHeight;
      const rows = isTiled ? blockHeight : Math.min(blockHeight, height - start);
      const firstRow = isSliced ? Math.max(0, window.y - start) : 0;
      const lastRow = isSliced ? Math.min(rows, window.y + window.height - start) : rows;
      for (let column = left!; column <= right!; column++) {
        const index = plane * blocksAcross * blocksDown + row * blocksAcross + column;
        blocks.push({ index, band: plane, column, row, firstRow, rows: lastRow - firstRow });
      }
    }
  }
  return blocks;
}

/** Where the blocks lie, length 0 for those the file leaves out; of unpacked strips only the rows that are needed. */
export async function rangesOf(
  { header, source }: { readonly header: Header; readonly source: ByteSource },
  picture: Picture,
  blocks: readonly Block[],
): Promise<ByteRange[]> {
  const { offsets, byteCounts, isLittleEndian, compression, isTiled } = picture;
  const indices = blocks.map(({ index }) => index);
  const starts = await pick(header, offsets, isLittleEndian, indices);
  const lengths = byteCounts === null ? null : await pick(header, byteCounts, isLittleEndian, indices);
  const most = 2 * blockBytes(picture) + 65_536;
  return blocks.map((block, i) => {
    const offset = starts[i]!;
    const length = lengths === null ? block.rows * rowBytes(picture) : lengths[i]!;
    if (offset === 0 || length === 0) return { offset: 0, length: 0 };
    const size = source.size();
    if (size !== null && offset + (compression === 1 ? 1 : length) > size) {
      const claim = `${nameOf(block)} lies at bytes ${offset} to ${offset + length}`;
      throw new RasterRefused(`${claim}, but the file ends at byte ${size}`);
    }
    if (compression === 1 && !isTiled) {
      const skipped = block.firstRow * rowBytes(picture);
      return { offset: offset + skipped, length: block.rows * rowBytes(picture) };
    }
    if (length > most) {
      throw new RasterRefused(
        `${nameOf(block)} claims ${length} bytes where ${blockBytes(picture)} unpacked are due`,
      );
    }
    return { offset, length };
  });
}

/** Some entries of a long list; of a very long one only the stretch that holds them is read. */
async function pick(
  header: Header,
  tag: Picture["offsets"],
  isLittleEndian: boolean,
  indices: readonly number[],
): Promise<number[]> {
  const isShort = tag.count * sizeOfType(tag.type) <= 32 * 1024;
  const [least, most] = isShort ? [0, tag.count - 1] : extremes(indices);
  const values = await numbersOf(header, tag, isLittleEndian, least, most - least + 1);
  return indices.map((index) => values[index - least]!);
}

function extremes(indices: readonly number[]): [number, number] {
  let [least, most] = [Infinity, 0];
  for (const index of indices) {
    if (index < least) least = index;
    if (index > most) most = index;
  }
  return [least, most];
}

export function nameOf({ column, row }: Block): string {
  return `the block in column ${column}, row ${row}`;
}
