import type { Raster, Samples } from "../raster.ts";

/** How numbers between pixels are found. */
export type Resampling = "nearest" | "bilinear" | "average";

/** For each pixel of the new grid, where its middle falls in the old one, in columns and rows from the corner. */
export interface Lookup {
  readonly width: number;
  readonly height: number;
  readonly columns: Float64Array;
  readonly rows: Float64Array;
  /** How many old pixels a new one is wide and high. */
  readonly across: number;
  readonly down: number;
}

/** The bands and the mask on the new grid; 0 in the mask where nothing that was measured falls. */
export interface Resampled {
  readonly bands: Samples[];
  readonly mask: Uint8Array;
}

/**
 * Looks every new pixel up in a raster. Nodata, NaN and masked pixels take no part: bilinear weighs the measured
 * neighbours by their distance where the nearest is measured, average those under the new pixel by their area.
 */
export function resample(raster: Raster, lookup: Lookup, by: Resampling): Resampled {
  const mask = new Uint8Array(lookup.width * lookup.height);
  const bands = raster.bands.map((band) => {
    const out = new (band.constructor as new (length: number) => Samples)(mask.length);
    const isWhole = !(band instanceof Float32Array || band instanceof Float64Array);
    const sample = samplerOf(raster, band, lookup, by);
    for (let i = 0; i < mask.length; i++) {
      const value = sample(lookup.columns[i]!, lookup.rows[i]!);
      if (Number.isNaN(value)) {
        out[i] = raster.noData ?? (isWhole ? 0 : NaN);
        continue;
      }
      out[i] = isWhole ? Math.round(value) : value;
      mask[i] = 255;
    }
    return out;
  });
  return { bands, mask };
}

type Sampler = (x: number, y: number) => number;

function samplerOf(raster: Raster, band: Samples, { across, down }: Lookup, by: Resampling): Sampler {
  const { width, height, noData, mask } = raster;
  const at = (column: number, row: number): number => {
    if (!(column >= 0 && column < width && row >= 0 && row < height)) return NaN;
    const i = row * width + column;
    if (mask !== null && mask[i] === 0) return NaN;
    const value = band[i]!;
    return value === noData ? NaN : value;
  };
  if (by === "nearest") return (x, y) => at(Math.floor(x + SPLIT), Math.floor(y + SPLIT));
  const size = { across: Math.max(1, across), down: Math.max(1, down) };
  return by === "bilinear"
    ? (x, y) => bilinear(at, { x, y, ...size })
    : (x, y) => average(at, { x, y, ...size });
}

/** A middle that falls on an edge, but for rounding, belongs to the pixel after it. */
const SPLIT = 1e-9;

/** Weights fall with the distance to nothing at one pixel, old or new, whichever is larger. */
function bilinear(at: Sampler, { x, y, across, down }: Footprint): number {
  if (Number.isNaN(at(Math.floor(x + SPLIT), Math.floor(y + SPLIT)))) return NaN;
  const [middleX, middleY] = [x - 0.5, y - 0.5];
  let [sum, weight] = [0, 0];
  for (let row = Math.ceil(middleY - down); row <= middleY + down; row++) {
    const high = 1 - Math.abs(row - middleY) / down;
    for (let column = Math.ceil(middleX - across); column <= middleX + across; column++) {
      const share = high * (1 - Math.abs(column - middleX) / across);
      const value = share > 0 ? at(column, row) : NaN;
      if (Number.isNaN(value)) continue;
      sum += share * value;
      weight += share;
    }
  }
  return weight > 0 ? sum / weight : NaN;
}

interface Footprint {
  readonly x: number;
  readonly y: number;
  readonly across: number;
  readonly down: number;
}

function average(at: Sampler, { x, y, across, down }: Footprint): number {
  const [left, right, top, bottom] = [x - across / 2, x + across / 2, y - down / 2, y + down / 2];
  let [sum, weight] = [0, 0];
  for (let row = Math.floor(top + NEARLY); row < bottom - NEARLY; row++) {
    const high = Math.min(bottom, row + 1) - Math.max(top, row);
    for (let column = Math.floor(left + NEARLY); column < right - NEARLY; column++) {
      const value = at(column, row);
      if (Number.isNaN(value)) continue;
      const share = high * (Math.min(right, column + 1) - Math.max(left, column));
      sum += share * value;
      weight += share;
    }
  }
  return weight > 0 ? sum / weight : NaN;
}

const NEARLY = 1e-6;
