import { compressionName } from "./decompressor.ts";
import type { Directory } from "./directory.ts";
import type { Header } from "./header.ts";
import { RasterRefused } from "./raster-refused.ts";
import { bytesOf, numbersOfField, type Tag } from "./tag-values.ts";

/** One image of a file: its size, how its numbers are stored, and where its blocks lie. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly samples: number;
  readonly bits: number;
  readonly format: "uint" | "int" | "float";
  readonly isLittleEndian: boolean;
  /** Whether each band has blocks of its own. */
  readonly isPlanar: boolean;
  readonly compression: number;
  /** 1 none, 2 differences, 3 differences of the bytes of floating-point numbers. */
  readonly predictor: number;
  readonly isYCbCr: boolean;
  readonly isTiled: boolean;
  readonly blockWidth: number;
  readonly blockHeight: number;
  readonly blocksAcross: number;
  readonly blocksDown: number;
  /** What samples beyond the colours are: 1 and 2 alpha. */
  readonly extraSamples: readonly number[];
  readonly jpegTables: Uint8Array | null;
  readonly lercParameters: readonly number[];
  /** Bit 0: a smaller copy; bit 2: a mask. */
  readonly subfile: number;
  readonly offsets: Tag;
  readonly byteCounts: Tag | null;
}

const LARGEST_SIDE = 2 ** 31;
const LARGEST_BLOCK_BYTES = 2 ** 30;
const [INKS, YCBCR, LAB] = [5, 6, 8];

/** Reads what one directory says of its image; RasterRefused where that contradicts itself or is not read. */
export async function readPicture(
  header: Header,
  directory: Directory,
  isLittleEndian: boolean,
): Promise<Picture> {
  const { tags } = directory;
  const all = (id: number) => numbersOfField(header, directory, id, isLittleEndian, 65_536);
  const one = async (id: number, otherwise: number) => (await all(id))[0] ?? otherwise;
  const bytes = async (id: number) => {
    const tag = tags.get(id);
    return tag === undefined ? null : bytesOf(header, tag);
  };
  const [width, height] = [await one(256, 0), await one(257, 0)];
  requireSize(width, height);
  const samples = await one(277, 1);
  const bits = sameIn(await all(258), "bits") ?? 1;
  const formatNumber = sameIn(await all(339), "format") ?? 1;
  const photometric = await one(262, 1);
  if (photometric === INKS || photometric === LAB) {
    throw new RasterRefused(`colours as ${photometric === INKS ? "inks (CMYK)" : "CIE L*a*b*"} are not read`);
  }
  const isTiled = tags.has(322);
  const blockWidth = isTiled ? await one(322, 0) : width;
  const rows = isTiled ? await one(323, 0) : Math.min(height, await one(278, height));
  const picture: Picture = {
    ...{ width, height, samples, bits, isLittleEndian, isTiled },
    format: formatOf(formatNumber, bits),
    isPlanar: (await one(284, 1)) === 2 && samples > 1,
    compression: await one(259, 1),
    predictor: await one(317, 1),
    isYCbCr: photometric === YCBCR,
    blockWidth,
    blockHeight: rows,
    blocksAcross: Math.ceil(width / blockWidth),
    blocksDown: Math.ceil(height / rows),
    extraSamples: await all(338),
    jpegTables: await bytes(347),
    lercParameters: await all(50674),
    subfile: (await one(254, 0)) || ((await one(255, 1)) === 2 ? 1 : 0),
    offsets: requireOffsets(tags.get(isTiled ? 324 : 273)),
    byteCounts: tags.get(isTiled ? 325 : 279) ?? null,
  };
  requireSound(picture, await one(266, 1));
  return picture;
}

function requireSize(width: number, height: number): void {
  const isSound = [width, height].every((side) => side >= 1 && side < LARGEST_SIDE);
  if (!isSound) throw new RasterRefused(`it claims a size of ${width} × ${height}`);
}

/** The value that all bands share, undefined where none is given. */
function sameIn(values: readonly number[], what: string): number | undefined {
  if (values.every((value) => value === values[0])) return values[0];
  throw new RasterRefused(
    `its bands differ in ${what} (${values.slice(0, 8).join(", ")}), which is not read`,
  );
}

function formatOf(number: number, bits: number): Picture["format"] {
  if (number === 3 && (bits === 16 || bits === 32 || bits === 64)) return "float";
  if (number === 2 && [8, 16, 32, 64].includes(bits)) return "int";
  if ((number === 1 || number === 4) && (bits <= 16 || bits === 32 || bits === 64)) return "uint";
  if (number === 5 || number === 6) throw new RasterRefused("complex numbers are not read");
  throw new RasterRefused(`numbers of ${bits} bits in format ${number} are not read`);
}

function requireOffsets(tag: Tag | undefined): Tag {
  if (tag === undefined) throw new RasterRefused("it does not say where its pixels lie");
  return tag;
}

/** Bytes of a whole block, unpacked; rows begin at whole bytes. */
export function blockBytes(picture: Picture): number {
  return rowBytes(picture) * picture.blockHeight;
}

/** Bytes of one row of a block, unpacked. */
export function rowBytes(picture: Picture): number {
  return Math.ceil((picture.blockWidth * blockSamples(picture) * picture.bits) / 8);
}

/** Numbers a pixel within one block. */
export function blockSamples({ isPlanar, samples }: Picture): number {
  return isPlanar ? 1 : samples;
}

/** How many blocks the picture has. */
export function blockCount({ blocksAcross, blocksDown, isPlanar, samples }: Picture): number {
  return blocksAcross * blocksDown * (isPlanar ? samples : 1);
}

function requireSound(picture: Picture, fillOrder: number): void {
  const { blockWidth, blockHeight, samples, bits, compression, predictor, offsets, byteCounts } = picture;
  if (!(samples >= 1 && samples <= 65_535)) throw new RasterRefused(`it claims ${samples} bands`);
  if (!(blockWidth >= 1 && blockHeight >= 1)) {
    throw new RasterRefused(`its blocks claim a size of ${blockWidth} × ${blockHeight}`);
  }
  const isSliced = compression === 1 && !picture.isTiled;
  if (!isSliced && blockBytes(picture) > LARGEST_BLOCK_BYTES) {
    throw new RasterRefused(`one of its blocks claims ${blockBytes(picture)} bytes`);
  }
  const needed = blockCount(picture);
  const listed = Math.min(offsets.count, byteCounts?.count ?? offsets.count);
  if (listed < needed) throw new RasterRefused(`it lists ${listed} blocks where its size needs ${needed}`);
  if (byteCounts === null && (compression !== 1 || picture.isTiled)) {
    throw new RasterRefused("it does not say how long its blocks are");
  }
  const isPlain = predictor === 1 || (predictor === 2 && bits % 8 === 0);
  if (!isPlain && !(predictor === 3 && picture.format === "float")) {
    throw new RasterRefused(`predictor ${predictor} on numbers of ${bits} bits is not read`);
  }
  if (fillOrder === 2 && bits < 8) throw new RasterRefused("bits in reversed order are not read");
  if (picture.isYCbCr && compression !== 7) {
    throw new RasterRefused(`luma and chroma packed by ${compressionName(compression)} are not read`);
  }
}
