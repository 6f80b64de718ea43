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
  /** Cross spectra summed over tiles and bands. */
  readonly cross: Spectrum;
  tiles: number;
}

function workFor(side: number): Work {
  const [re, im] = [new Float64Array(side * side), new Float64Array(side * side)];
  const hann = Float64Array.from({ length: side }, (_, i) => Math.sin((Math.PI * (i + 0.5)) / side) ** 2);
  const transform = tileTransform(side);
  return { transform, window: hann, re, im, cross: emptySpectrum(side / 4), tiles: 0 };
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
  const { re, im, transform, cross } = work;
  fillTile(re, before, usable, tile, work);
  fillTile(im, after, usable, tile, work);
  transform.forward(re, im, cross.limit);
  const size = 2 * cross.limit + 1;
  // real tiles have the same at opposite frequencies: half of the plane holds all
  for (let v = 0; v <= cross.limit; v++) {
    for (let u = -cross.limit; u <= cross.limit; u++) {
      const at = v * side + ((u + side) % side);
      const mirror = ((side - v) % side) * side + ((side - u) % side);
      const ar = re[at]! + re[mirror]!;
      const ai = im[at]! - im[mirror]!;
      const br = im[at]! + im[mirror]!;
      const bi = re[mirror]! - re[at]!;
      const cr = br * ar + bi * ai;
      const ci = bi * ar - br * ai;
      const length = Math.sqrt(cr * cr + ci * ci);
      if (length <= 1e-12) continue;
      const to = (v + cross.limit) * size + u + cross.limit;
      cross.re[to]! += cr / length;
      cross.im[to]! += ci / length;
    }
  }
  work.tiles++;
}

function fillTile(
  out: Float64Array,
  band: Float32Array,
  usable: Uint8Array,
  { left, top, width, side }: Tile,
  { window, transform: { placeOf } }: Work,
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
    const row = placeOf[y]! * side;
    for (let x = 0; x < side; x++) {
      const i = (top + y) * width + left + x;
      out[row + placeOf[x]!] = usable[i] === 1 ? (band[i]! - mean) * window[x]! * window[y]! : 0;
    }
  }
}

/** Coarse peak on whole pixels, then two refinements, to a quarter and to a twentieth of a pixel. */
function peakOf({ cross, transform: { side } }: Work, reach: number): Shift {
  const weighted = lowPassed(cross);
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

function emptySpectrum(limit: number): Spectrum {
  const size = (2 * limit + 1) ** 2;
  return { re: new Float64Array(size), im: new Float64Array(size), limit };
}

/** The frequencies below half of Nyquist's, where noise and aliasing are weakest, tapered; from half of the plane. */
function lowPassed({ re, im, limit }: Spectrum): Spectrum {
  const size = 2 * limit + 1;
  const kept = emptySpectrum(limit);
  for (let v = 0; v <= limit; v++) {
    for (let u = -limit; u <= limit; u++) {
      const radius = Math.sqrt(u * u + v * v) / limit;
      if (radius > 1 || radius === 0) continue;
      const taper = 0.5 + 0.5 * Math.cos(Math.PI * radius);
      const at = (v + limit) * size + u + limit;
      const opposite = (limit - v) * size + limit - u;
      kept.re[at] = re[at]! * taper;
      kept.im[at] = im[at]! * taper;
      if (v === 0) continue;
      kept.re[opposite] = kept.re[at];
      kept.im[opposite] = -kept.im[at];
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
  spectrum: Spectrum,
  side: number,
  { dx, dy, step, count }: PeakSearch,
): { dx: number; dy: number; peak: number; mean: number; deviation: number } {
  const steps = Array.from({ length: 2 * count + 1 }, (_, k) => (k - count) * step);
  const { limit } = spectrum;
  const down = steps.map((off) => turnsOf(limit, (k) => (2 * Math.PI * (dy + off) * k) / side));
  let best = { dx, dy, peak: -Infinity };
  let [sum, squares] = [0, 0];
  for (const off of steps) {
    const turn = (2 * Math.PI * (dx + off)) / side;
    const collapsed = collapsedAlong(
      spectrum,
      turnsOf(limit, (k) => turn * k),
    );
    for (const [k, turns] of down.entries()) {
      const value = realSum(collapsed.re, collapsed.im, turns);
      sum += value;
      squares += value * value;
      if (value > best.peak) best = { dx: dx + off, dy: dy + steps[k]!, peak: value };
    }
  }
  const n = steps.length ** 2;
  const mean = sum / n;
  return { ...best, mean, deviation: Math.sqrt(Math.max(squares / n - mean * mean, 0)) };
}

/** Cosines and sines of an angle by frequency, from −limit to limit. */
interface FrequencyTurns {
  readonly cosines: Float64Array;
  readonly sines: Float64Array;
}

function turnsOf(limit: number, angleOf: (frequency: number) => number): FrequencyTurns {
  const angles = Float64Array.from({ length: 2 * limit + 1 }, (_, k) => angleOf(k - limit));
  return { cosines: angles.map((angle) => Math.cos(angle)), sines: angles.map((angle) => Math.sin(angle)) };
}

/** Each row of a spectrum turned and added up. */
function collapsedAlong({ re, im, limit }: Spectrum, turns: FrequencyTurns): Omit<Spectrum, "limit"> {
  const size = 2 * limit + 1;
  const out = { re: new Float64Array(size), im: new Float64Array(size) };
  for (let v = 0; v < size; v++) {
    const [ownRe, ownIm] = [re.subarray(v * size, (v + 1) * size), im.subarray(v * size, (v + 1) * size)];
    out.re[v] = realSum(ownRe, ownIm, turns);
    out.im[v] = imaginarySum(ownRe, ownIm, turns);
  }
  return out;
}

function realSum(re: Float64Array, im: Float64Array, { cosines, sines }: FrequencyTurns): number {
  let sum = 0;
  for (let k = 0; k < re.length; k++) sum += re[k]! * cosines[k]! - im[k]! * sines[k]!;
  return sum;
}

function imaginarySum(re: Float64Array, im: Float64Array, { cosines, sines }: FrequencyTurns): number {
  let sum = 0;
  for (let k = 0; k < re.length; k++) sum += re[k]! * sines[k]! + im[k]! * cosines[k]!;
  return sum;
}
