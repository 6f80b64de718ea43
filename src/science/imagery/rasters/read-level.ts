import type { Geotransform, Raster, Samples } from "../raster.ts";
import type { BandNotes } from "./band-notes.ts";
import { emptySamples } from "./decode-block.ts";
import type { Decompressors } from "./decompressor.ts";
import { type Level, levelTransform, type OpenTiff } from "./open-tiff.ts";
import type { Picture } from "./picture.ts";
import { RasterRefused } from "./raster-refused.ts";
import type { PixelWindow } from "./block-plan.ts";
import { type PixelReading, readPixels } from "./read-pixels.ts";

/** A window as it was read, and the bytes of the blocks it needed. */
export interface LevelRead {
  readonly raster: Raster;
  readonly blockBytes: number;
}

/**
 * Reads a window of one level, in that level's pixels, as they are stored. What lies beyond the picture is nodata
 * (0 where there is none) and masked; RasterRefused where the window lies wholly beyond.
 */
export async function readLevel(
  tiff: OpenTiff,
  decompressors: Decompressors,
  index: number,
  window: PixelWindow,
): Promise<LevelRead> {
  const level = tiff.levels[index];
  if (level === undefined)
    throw new RasterRefused(`it has ${tiff.levels.length - 1} overviews, not ${index}`);
  const { picture } = level;
  const inside = clipped(picture, window);
  const noData = storedNoData(tiff.notes.noData, picture);
  const { source, header } = level.file ?? tiff;
  const reading = { source, header, decompressors, fill: noData ?? 0 };
  const pixels = await readPixels(reading, picture, inside);
  const mask = await readMask(reading, level, inside, pixels.bands[alphaBand(picture, tiff.notes)]);
  const isPadded = inside.width !== window.width || inside.height !== window.height;
  const whole = mask.values ?? (isPadded ? new Uint8Array(inside.width * inside.height).fill(255) : null);
  const padded = <S extends Samples>(band: S, fill: number) =>
    isPadded ? pad(band, { inside, window, fill }) : band;
  const raster: Raster = {
    width: window.width,
    height: window.height,
    bands: pixels.bands.map((band) => padded(band, noData ?? 0)),
    noData,
    mask: whole === null ? null : (padded(whole, 0) as Uint8Array),
    grid: { epsg: tiff.place.epsg, geotransform: transformAt(tiff, picture, window) },
    scales: tiff.notes.scales,
    offsets: tiff.notes.offsets,
  };
  return { raster, blockBytes: pixels.blockBytes + mask.blockBytes };
}

/** The geotransform of a window of one level. */
function transformAt(tiff: OpenTiff, picture: Picture, { x, y }: PixelWindow): Geotransform | null {
  const at = levelTransform(tiff, picture);
  if (at === null) return null;
  const [x0, dx, ex, y0, ey, dy] = at;
  return [x0 + x * dx + y * ex, dx, ex, y0 + x * ey + y * dy, ey, dy];
}

function clipped({ width, height }: Picture, window: PixelWindow): PixelWindow {
  const [left, top] = [Math.max(0, window.x), Math.max(0, window.y)];
  const [right, bottom] = [
    Math.min(width, window.x + window.width),
    Math.min(height, window.y + window.height),
  ];
  if (right > left && bottom > top) return { x: left, y: top, width: right - left, height: bottom - top };
  const asked = `${window.width} × ${window.height} pixels at ${window.x}, ${window.y}`;
  throw new RasterRefused(`the window (${asked}) lies beyond its ${width} × ${height} pixels`);
}

/** The nodata number as the bands can hold it, null where they cannot. */
function storedNoData(noData: number | null, picture: Picture): number | null {
  if (noData === null) return null;
  const [stored] = emptySamples(picture, 1).fill(noData);
  if (picture.format === "float") return stored!;
  return stored === noData ? noData : null;
}

async function readMask(
  reading: PixelReading,
  { mask, maskFile = reading }: Level,
  window: PixelWindow,
  alpha: Samples | undefined,
): Promise<{ values: Uint8Array | null; blockBytes: number }> {
  if (mask !== null) {
    const {
      bands: [values],
      blockBytes,
    } = await readPixels(
      { ...reading, source: maskFile.source, header: maskFile.header, fill: 0 },
      mask,
      window,
    );
    return { values: shown(values!), blockBytes };
  }
  return { values: alpha === undefined ? null : shown(alpha), blockBytes: 0 };
}

/** The band that says where pixels are shown, -1 where there is none. */
function alphaBand({ samples, extraSamples }: Picture, { colours }: BandNotes): number {
  const first = samples - extraSamples.length;
  return colours.findIndex((colour, band) => {
    const kind = extraSamples[band - first];
    return colour === null ? kind === 1 || kind === 2 : colour === "Alpha";
  });
}

function shown(values: Samples): Uint8Array {
  const mask = new Uint8Array(values.length);
  for (let i = 0; i < values.length; i++) mask[i] = values[i] === 0 ? 0 : 255;
  return mask;
}

interface Padding {
  readonly inside: PixelWindow;
  readonly window: PixelWindow;
  readonly fill: number;
}

function pad<S extends Samples>(band: S, { inside, window, fill }: Padding): S {
  const out = new (band.constructor as new (length: number) => S)(window.width * window.height).fill(
    fill,
  ) as S;
  for (let row = 0; row < inside.height; row++) {
    const to = (row + inside.y - window.y) * window.width + inside.x - window.x;
    out.set(band.subarray(row * inside.width, (row + 1) * inside.width), to);
  }
  return out;
}
