import type { Geotransform, Grid, Raster } from "../raster.ts";
import type { PixelWindow } from "./block-plan.ts";
import type { Decompressors } from "./decompressor.ts";
import { levelTransform, type OpenTiff } from "./open-tiff.ts";
import {
  boxIn,
  degreesOf,
  knownProjection,
  pixelsOf,
  projectionOfPicture,
  siteProjection,
  toPixel,
  type Wanted,
} from "./place-window.ts";
import type { Projection } from "./projection.ts";
import { RasterRefused } from "./raster-refused.ts";
import { readLevel } from "./read-level.ts";
import { type Lookup, resample, type Resampling } from "./resample.ts";

/** How a window is wanted. */
export interface WindowAsk {
  readonly wanted: Wanted;
  /** Units a pixel on the grid that is wanted; the level's own where it is not given. */
  readonly resolution?: number;
  /** The projection of the grid that is wanted; the picture's own where it is not given. */
  readonly epsg?: number;
  /** The level to read: 0 the full resolution, 1 the first overview; chosen by the resolution where not given. */
  readonly overview?: number;
  readonly resampling?: Resampling;
}

/** A window, the level it came from, and the bytes of the blocks that it needed. */
export interface WindowRead {
  readonly raster: Raster;
  readonly overview: number;
  readonly blockBytes: number;
}

/**
 * Reads one window of a picture. Without a resolution or a projection of its own the pixels are those of the file,
 * unchanged; with one they are looked up from the coarsest level that is still fine enough, on a grid whose edges
 * are whole multiples of the resolution, so that windows of the same site from several dates lie on each other.
 */
export async function readWindow(
  tiff: OpenTiff,
  decompressors: Decompressors,
  ask: WindowAsk,
): Promise<WindowRead> {
  const { wanted, resolution, epsg } = ask;
  if (ask.overview !== undefined && tiff.levels[ask.overview] === undefined) {
    throw new RasterRefused(
      `it has ${tiff.levels.length - 1} overviews; there is no overview ${ask.overview}`,
    );
  }
  if (wanted.by === "pixels") {
    if (resolution !== undefined || epsg !== undefined) {
      throw new RangeError("a window given in pixels is read as it is, without a resolution or a projection");
    }
    return readAligned(tiff, decompressors, ask.overview ?? 0, wanted.window);
  }
  const isOwn = epsg === undefined || epsg === tiff.place.epsg;
  if (resolution === undefined && isOwn) {
    const level = ask.overview ?? 0;
    const box = wanted.by === "units" ? ownUnits(tiff, wanted.box) : boxIn(projectionOfPicture(tiff), wanted);
    return readAligned(tiff, decompressors, level, pixelsOf(tiff, level, box, wanted.by === "site"));
  }
  return readOnto(tiff, decompressors, ask, gridOf(tiff, ask, wanted));
}

function ownUnits({ place }: OpenTiff, box: Extract<Wanted, { by: "units" }>["box"]) {
  if (place.geotransform !== null) return box;
  throw new RasterRefused(
    place.hasControlPointsOnly
      ? "it has ground control points in place of a grid: warp it first, or give --pixels"
      : "it says nowhere where it lies: give --pixels",
  );
}

async function readAligned(
  tiff: OpenTiff,
  decompressors: Decompressors,
  level: number,
  window: PixelWindow,
): Promise<WindowRead> {
  return { ...(await readLevel(tiff, decompressors, level, window)), overview: level };
}

/** A grid of north-up pixels in some projection. */
interface NewGrid {
  readonly epsg: number | null;
  readonly geotransform: Geotransform;
  readonly width: number;
  readonly height: number;
}

const MOST_PIXELS = 2 ** 28;

/** The grid that is wanted, its edges at multiples of the resolution. */
function gridOf(tiff: OpenTiff, ask: WindowAsk, wanted: Exclude<Wanted, { by: "pixels" }>): NewGrid {
  const own = projectionOfPicture(tiff);
  const target = targetOf(own, ask, wanted);
  const size = ask.resolution ?? (own.isGeographic === target.isGeographic ? ownSize(tiff) : null);
  if (size === null) {
    throw new RangeError(`${target.name} has other units than the file: give a resolution`);
  }
  const isForeign = wanted.by === "units" && target !== own;
  const box = boxIn(target, isForeign ? { by: "degrees", box: degreesOf(own, wanted.box) } : wanted);
  const [across, down] = [(box.maxX - box.minX) / size, (box.maxY - box.minY) / size];
  const isSite = wanted.by === "site";
  const left = isSite ? Math.round(box.minX / size) : Math.floor(box.minX / size + 1e-6);
  const top = isSite ? Math.round(box.maxY / size) : Math.ceil(box.maxY / size - 1e-6);
  const width = Math.max(1, isSite ? Math.round(across) : Math.ceil(box.maxX / size - 1e-6) - left);
  const height = Math.max(1, isSite ? Math.round(down) : top - Math.floor(box.minY / size + 1e-6));
  if (width * height > MOST_PIXELS)
    throw new RasterRefused(`a window of ${width} × ${height} pixels is too large`);
  return { epsg: target.epsg, geotransform: [left * size, size, 0, top * size, 0, -size], width, height };
}

/** A file in degrees, or of a projection without a code, is brought onto the UTM zone where a resolution in metres is wanted. */
function targetOf(own: Projection, ask: WindowAsk, wanted: Exclude<Wanted, { by: "pixels" }>): Projection {
  if (ask.epsg !== undefined) return knownProjection(ask.epsg);
  if ((own.epsg !== null && !own.isGeographic) || ask.resolution === undefined) return own;
  if (wanted.by === "site") return siteProjection(wanted.lonDeg, wanted.latDeg);
  const { west, south, east, north } = wanted.by === "degrees" ? wanted.box : degreesOf(own, wanted.box);
  return siteProjection((west + (east >= west ? east : east + 360)) / 2, (south + north) / 2);
}

function ownSize({ place }: OpenTiff): number {
  const [, dx, , , ey] = place.geotransform!;
  return Math.hypot(dx, ey);
}

async function readOnto(
  tiff: OpenTiff,
  decompressors: Decompressors,
  ask: WindowAsk,
  grid: NewGrid,
): Promise<WindowRead> {
  const full = lookupOf(tiff, 0, grid);
  const level = ask.overview ?? coarsestFor(tiff, Math.min(full.across, full.down));
  const lookup = level === 0 ? full : lookupOf(tiff, level, grid);
  const needed = windowOf(tiff, level, lookup);
  const { raster, blockBytes } = await readLevel(tiff, decompressors, level, needed);
  const shifted: Lookup = {
    ...lookup,
    columns: lookup.columns.map((column) => column - needed.x),
    rows: lookup.rows.map((row) => row - needed.y),
  };
  const { bands, mask } = resample(raster, shifted, ask.resampling ?? "nearest");
  const place: Grid = { epsg: grid.epsg, geotransform: grid.geotransform };
  const isWhole = mask.every((value) => value !== 0);
  const { width, height } = grid;
  return {
    raster: { ...raster, width, height, bands, mask: isWhole ? null : mask, grid: place },
    overview: level,
    blockBytes,
  };
}

/** The coarsest level whose pixels are no larger than those wanted, which are `scale` full pixels wide. */
function coarsestFor({ levels }: OpenTiff, scale: number): number {
  const base = levels[0]!.picture.width;
  return levels.findLastIndex(
    ({ picture }) => base / picture.width <= scale * 1.01 || picture.width === base,
  );
}

const NODE_STEP = 16;

/** Where the middles of the grid's pixels fall in a level: exact at nodes, between them linear. */
function lookupOf(tiff: OpenTiff, level: number, grid: NewGrid): Lookup {
  const { width, height } = grid;
  const across = Math.ceil(Math.max(1, width - 1) / NODE_STEP) + 1;
  const down = Math.ceil(Math.max(1, height - 1) / NODE_STEP) + 1;
  const nodes = new Float64Array(across * down * 2);
  const place = placerOf(tiff, level, grid);
  for (let row = 0; row < down; row++) {
    for (let column = 0; column < across; column++) {
      const [x, y] = place(column * NODE_STEP + 0.5, row * NODE_STEP + 0.5);
      nodes[(row * across + column) * 2] = x;
      nodes[(row * across + column) * 2 + 1] = y;
    }
  }
  const columns = new Float64Array(width * height);
  const rows = new Float64Array(width * height);
  for (let y = 0; y < height; y++) {
    const above = Math.max(0, Math.min(down - 2, Math.floor(y / NODE_STEP)));
    const t = y / NODE_STEP - above;
    for (let x = 0; x < width; x++) {
      const left = Math.max(0, Math.min(across - 2, Math.floor(x / NODE_STEP)));
      const s = x / NODE_STEP - left;
      const a = (above * across + left) * 2;
      const b = a + across * 2;
      const i = y * width + x;
      columns[i] = mix(nodes, { a, b, s, t });
      rows[i] = mix(nodes, { a: a + 1, b: b + 1, s, t });
    }
  }
  const [x0, y0] = place(width / 2, height / 2);
  const [x1, y1] = place(width / 2 + 1, height / 2);
  const [x2, y2] = place(width / 2, height / 2 + 1);
  return {
    width,
    height,
    columns,
    rows,
    across: Math.hypot(x1 - x0, y1 - y0),
    down: Math.hypot(x2 - x0, y2 - y0),
  };
}

interface Cell {
  readonly a: number;
  readonly b: number;
  readonly s: number;
  readonly t: number;
}

function mix(nodes: Float64Array, { a, b, s, t }: Cell): number {
  const top = nodes[a]! * (1 - s) + nodes[a + 2]! * s;
  const bottom = nodes[b]! * (1 - s) + nodes[b + 2]! * s;
  return top * (1 - t) + bottom * t;
}

/** From a place on the new grid to columns and rows of a level. */
function placerOf(tiff: OpenTiff, level: number, { epsg, geotransform }: NewGrid) {
  const own = projectionOfPicture(tiff);
  const other = epsg === null || epsg === own.epsg ? null : knownProjection(epsg);
  const transform = levelTransform(tiff, tiff.levels[level]!.picture)!;
  const [x0, dx, , y0, , dy] = geotransform;
  return (column: number, row: number): [number, number] => {
    const [x, y] = [x0 + column * dx, y0 + row * dy];
    if (other === null) return toPixel(transform, x, y);
    const degrees = other.inverse(x, y);
    const carried = degrees === null ? null : own.forward(degrees[0], degrees[1]);
    return carried === null ? [NaN, NaN] : toPixel(transform, carried[0], carried[1]);
  };
}

/** The pixels of a level that a lookup needs, with one more on each side. */
function windowOf(tiff: OpenTiff, level: number, { columns, rows, across, down }: Lookup): PixelWindow {
  const { width, height } = tiff.levels[level]!.picture;
  const [left, right] = span(columns, across, width);
  const [top, bottom] = span(rows, down, height);
  if (right > left && bottom > top) return { x: left, y: top, width: right - left, height: bottom - top };
  throw new RasterRefused(`the window lies beyond its ${width} × ${height} pixels`);
}

function span(places: Float64Array, size: number, end: number): [number, number] {
  let [least, most] = [Infinity, -Infinity];
  for (const place of places) {
    if (place < least) least = place;
    if (place > most) most = place;
  }
  const margin = Math.max(1, size / 2) + 1;
  return [Math.max(0, Math.floor(least - margin)), Math.min(end, Math.ceil(most + margin))];
}
