import type { Raster } from "#science/imagery/index.ts";

/** What the stored numbers of a band come to, without nodata, NaN and masked pixels; null where none is measured. */
export interface BandStats {
  /** Counted from 1. */
  readonly band: number;
  readonly valid: number;
  readonly min: number | null;
  readonly max: number | null;
  readonly mean: number | null;
  /** The spread about the mean, of all measured pixels. */
  readonly std: number | null;
}

export function bandStats({ bands, mask, noData }: Raster, index: number): BandStats {
  const band = bands[index]!;
  let [valid, min, max, mean, squares] = [0, Infinity, -Infinity, 0, 0];
  for (let i = 0; i < band.length; i++) {
    const value = band[i]!;
    if (value === noData || Number.isNaN(value) || (mask !== null && mask[i] === 0)) continue;
    valid++;
    if (value < min) min = value;
    if (value > max) max = value;
    const step = value - mean;
    mean += step / valid;
    squares += step * (value - mean);
  }
  if (valid === 0) return { band: index + 1, valid, min: null, max: null, mean: null, std: null };
  return { band: index + 1, valid, min, max, mean, std: Math.sqrt(squares / valid) };
}

export function rounded(value: number, digits: number): number {
  return Number(value.toPrecision(digits));
}
