import { tileTransform, type TileTransform } from "./fourier.ts";

/** How far the date after lies from the date before: content at (x, y) before is at (x + dx, y + dy) after. */
export interface Shift {
  readonly dx: number;
  readonly dy: number;
  /** Height of the correlation peak over its own noise, in standard deviations; 10 at best, below 5 nothing is sure. */
  readonly clarity: number;
}

export interface ShiftQuestion {
  readonly width: number;
  readonly height: number;
  /** 1 where both bands may be compared; other pixels are set to the mean of their tile. */
  readonly usable: Uint8Array;
  /** The largest shift looked for, in pixels. */
  readonly reachPx?: number;
}

/**
 * The shift between two pictures by phase correlation (Kuglin & Hines 1975), cross spectra averaged over tiles and
 * bands, the peak sought at 1/20 px by an upsampled transform (Guizar-Sicairos 2008). Null below 32 × 32 pixels.
 */
export function measureShift(
  before: readonly Float32Array[],
  after: readonly Float32Array[],
  { width, height, usable, reachPx = 16 }: ShiftQuestion,
): Shift | null {
  const side = Math.min(128, 2 ** Math.floor(Math.log2(Math.min(width, height))));
  if (side < 32) return null;
  const work = workFor(side);
  for (const top of tileStarts(height, side)) {
    for (const left of tileStarts(width, side)) {
      const tile = { left, top, width, side };
      if (coverOf(usable, tile) < 0.6) continue;
      for (const k of spreadBands(Math.min(before.length, after.length))) {
        addCrossSpectrum(work, before[k]!, after[k]!, usable, tile);
      }
    }
  }
  return work.tiles === 0 ? null : peakOf(work, Math.min(reachPx, side / 4));
}

interface Tile {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly side: number;
}

interface Work {
  readonly transform: TileTransform;
  readonly window: Float64Array;
  readonly re: Float64Array;
  readonly im: Float64Array;
  readonly crossRe: Float64Array;
  readonly crossIm: Float64Array;
  tiles: number;
}

function workFor(side: number): Work {
  const [re, im, crossRe, crossIm] = Array.from({ length: 4 }, () => new Float64Array(side * side));
  const hann = Float64Array.from({ length: side }, (_, i) => Math.sin((Math.PI * (i + 0.5)) / side) ** 2);
  const transform = tileTransform(side);
  return { transform, window: hann, re: re!, im: im!, crossRe: crossRe!, crossIm: crossIm!, tiles: 0 };
}

/** At most three bands, from the second on where there are more: the first is blue, and haze's. */
function spreadBands(bands: number): number[] {
  if (bands <= 3) return Array.from({ length: bands }, (_, k) => k);
  return [1, Math.round(bands / 2), bands - 1];
}

/** At most three starts, evenly spread, tiles overlapping where they must. */
function tileStarts(length: number, side: number): number[] {
  const count = Math.min(3, Math.max(1, Math.round((2 * length) / side) - 1));
  return Array.from({ length: count }, (_, i) =>
    count === 1 ? 0 : Math.round((i * (length - side)) / (count - 1)),
  );
}

function coverOf(usable: Uint8Array, { left, top, width, side }: Tile): number {
  let count = 0;
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) count += usable[(top + y) * width + left + x]!;
  }
  return count / (side * side);
}

/** Two real tiles in one complex transform; their spectra come apart by symmetry. */
function addCrossSpectrum(
  work: Work,
  before: Float32Array,
  after: Float32Array,
  usable: Uint8Array,
  tile: Tile,
): void {
  const { side } = tile;
  const { re, im, crossRe, crossIm } = work;
  fillTile(re, before, usable, tile, work.window);
  fillTile(im, after, usable, tile, work.window);
  work.transform.forward(re, im);
  for (let v = 0; v < side; v++) {
    for (let u = 0; u < side; u++) {
      const at = v * side + u;
      const mirror = ((side - v) % side) * side + ((side - u) % side);
      const ar = re[at]! + re[mirror]!;
      const ai = im[at]! - im[mirror]!;
      const br = im[at]! + im[mirror]!;
      const bi = re[mirror]! - re[at]!;
      const cr = br * ar + bi * ai;
      const ci = bi * ar - br * ai;
      const size = Math.sqrt(cr * cr + ci * ci);
      if (size <= 1e-12) continue;
      crossRe[at]! += cr / size;
      crossIm[at]! += ci / size;
    }
  }
  work.tiles++;
}

function fillTile(
  out: Float64Array,
  band: Float32Array,
  usable: Uint8Array,
  { left, top, width, side }: Tile,
  window: Float64Array,
): void {
  let [sum, count] = [0, 0];
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const i = (top + y) * width + left + x;
      if (usable[i] === 1) {
        sum += band[i]!;
        count++;
      }
    }
  }
  const mean = count === 0 ? 0 : sum / count;
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const i = (top + y) * width + left + x;
      out[y * side + x] = usable[i] === 1 ? (band[i]! - mean) * window[x]! * window[y]! : 0;
    }
  }
}

/** Coarse peak on whole pixels, then two refinements, to a quarter and to a twentieth of a pixel. */
function peakOf({ crossRe, crossIm, transform: { side } }: Work, reach: number): Shift {
  const weighted = lowPassed(crossRe, crossIm, side);
  let found = gridPeak(weighted, side, { dx: 0, dy: 0, step: 1, count: Math.floor(reach) });
  const clarity = found.deviation > 0 ? (found.peak - found.mean) / found.deviation : 0;
  for (const step of [0.25, 0.05]) {
    found = gridPeak(weighted, side, { dx: found.dx, dy: found.dy, step, count: 5 });
  }
  return { dx: found.dx, dy: found.dy, clarity };
}

interface Spectrum {
  readonly re: Float64Array;
  readonly im: Float64Array;
  /** Frequencies kept run from −limit to limit on both axes. */
  readonly limit: number;
}

/** The frequencies below half of Nyquist's, where noise and aliasing are weakest, tapered. */
function lowPassed(re: Float64Array, im: Float64Array, side: number): Spectrum {
  const limit = side / 4;
  const size = 2 * limit + 1;
  const kept = { re: new Float64Array(size * size), im: new Float64Array(size * size), limit };
  for (let v = -limit; v <= limit; v++) {
    for (let u = -limit; u <= limit; u++) {
      const radius = Math.sqrt(u * u + v * v) / limit;
      if (radius > 1 || radius === 0) continue;
      const from = ((v + side) % side) * side + ((u + side) % side);
      const to = (v + limit) * size + u + limit;
      const taper = 0.5 + 0.5 * Math.cos(Math.PI * radius);
      kept.re[to] = re[from]! * taper;
      kept.im[to] = im[from]! * taper;
    }
  }
  return kept;
}

interface PeakSearch {
  readonly dx: number;
  readonly dy: number;
  readonly step: number;
  readonly count: number;
}

/** The highest correlation on a grid of shifts around a place, and the mean and deviation of them all. */
function gridPeak(
  { re, im, limit }: Spectrum,
  side: number,
  { dx, dy, step, count }: PeakSearch,
): { dx: number; dy: number; peak: number; mean: number; deviation: number } {
  const size = 2 * limit + 1;
  const rowRe = new Float64Array(size);
  const rowIm = new Float64Array(size);
  let best = { dx, dy, peak: -Infinity };
  let [sum, squares, n] = [0, 0, 0];
  for (let sx = -count; sx <= count; sx++) {
    const x = dx + sx * step;
    collapseColumns(re, im, (2 * Math.PI * x) / side, limit, rowRe, rowIm);
    for (let sy = -count; sy <= count; sy++) {
      const y = dy + sy * step;
      let value = 0;
      for (let v = 0; v < size; v++) {
        const angle = (2 * Math.PI * y * (v - limit)) / side;
        value += rowRe[v]! * Math.cos(angle) - rowIm[v]! * Math.sin(angle);
      }
      sum += value;
      squares += value * value;
      n++;
      if (value > best.peak) best = { dx: x, dy: y, peak: value };
    }
  }
  const mean = sum / n;
  return { ...best, mean, deviation: Math.sqrt(Math.max(squares / n - mean * mean, 0)) };
}

function collapseColumns(
  re: Float64Array,
  im: Float64Array,
  turn: number,
  limit: number,
  rowRe: Float64Array,
  rowIm: Float64Array,
): void {
  const size = 2 * limit + 1;
  rowRe.fill(0);
  rowIm.fill(0);
  for (let u = 0; u < size; u++) {
    const c = Math.cos(turn * (u - limit));
    const s = Math.sin(turn * (u - limit));
    for (let v = 0; v < size; v++) {
      const at = v * size + u;
      rowRe[v]! += re[at]! * c - im[at]! * s;
      rowIm[v]! += re[at]! * s + im[at]! * c;
    }
  }
}
