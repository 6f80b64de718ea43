import { quantileInOrder, quantileOf, robustSpread } from "../order-statistics.ts";

/** How the spread of speckle follows the mean over even ground. */
export interface SpeckleFit {
  /** Spread goes by this power of the mean: 1 in power and amplitude, 0 in decibels. */
  readonly power: number;
  /** Spread over even ground of middling brightness. */
  readonly spread: number;
  /** The mean at which the spread would be nothing, and its standard error. */
  readonly zero: number;
  readonly zeroError: number;
  /** A middling mean. */
  readonly middle: number;
}

/** Windows of so many pixels a side tell their mean and spread. */
const WINDOW_PX = 5;
/** Windows in order of their means are taken in so many classes, of four windows at least. */
const [CLASSES, LEAST_IN_CLASS] = [12, 4];
/** In a class the evenest windows are ground alike: edges and points widen the others. */
const EVEN = 0.25;
/** Two classes of the same mean stand so far apart. */
const TINY = 1e-30;
/** Means that differ less between classes say nothing of how spread follows mean. */
const LEAST_CONTRAST = 1.5;

interface Grid {
  readonly width: number;
  readonly height: number;
  readonly usable: Uint8Array | null;
}

/**
 * How the spread over small windows follows their mean, by a line through classes of brightness; null where the
 * ground hardly differs. Windows that reach the least or the most value are left out: what is cut off has no spread.
 */
export function speckleFit(band: Float32Array, grid: Grid): SpeckleFit | null {
  const windows = windowsOf(band, grid).sort((a, b) => a.mean - b.mean);
  if (windows.length < CLASSES * LEAST_IN_CLASS) return null;
  const classes = Array.from({ length: CLASSES }, (_, k) => {
    const own = windows.slice((k * windows.length) / CLASSES, ((k + 1) * windows.length) / CLASSES);
    const spread = quantileInOrder(Float64Array.from(own, (one) => one.spread).sort(), EVEN);
    return { mean: own[own.length >> 1]!.mean, spread };
  }).filter(({ mean, spread }) => mean > 0 && spread > 0);
  if (classes.length < CLASSES / 2 || classes.at(-1)!.mean < LEAST_CONTRAST * classes[0]!.mean) return null;
  const { mean: middle, spread } = classes[classes.length >> 1]!;
  const power = lineThrough(classes.map((one) => [Math.log(one.mean), Math.log(one.spread)])).slope;
  const { level, slope, slopeError } = lineThrough(
    classes.map((one) => [1 / one.mean, one.spread / one.mean]),
  );
  return { power, spread, middle, zero: -slope / level, zeroError: slopeError / Math.abs(level) };
}

interface Window {
  readonly mean: number;
  readonly spread: number;
}

function windowsOf(band: Float32Array, { width, height, usable }: Grid): Window[] {
  const [low, high] = rangeOf(band, usable);
  const windows: Window[] = [];
  for (let y = 0; y + WINDOW_PX <= height; y += WINDOW_PX) {
    for (let x = 0; x + WINDOW_PX <= width; x += WINDOW_PX) {
      let [count, sum, squares] = [0, 0, 0];
      for (let k = 0; k < WINDOW_PX ** 2; k++) {
        const i = (y + Math.floor(k / WINDOW_PX)) * width + x + (k % WINDOW_PX);
        if (usable?.[i] === 0 || !(band[i]! > low && band[i]! < high)) break;
        count++;
        sum += band[i]!;
        squares += band[i]! ** 2;
      }
      if (count < WINDOW_PX ** 2) continue;
      windows.push({
        mean: sum / count,
        spread: Math.sqrt(Math.max(squares / count - (sum / count) ** 2, 0)),
      });
    }
  }
  return windows;
}

function rangeOf(band: Float32Array, usable: Uint8Array | null): readonly [number, number] {
  let [low, high] = [Infinity, -Infinity];
  for (let i = 0; i < band.length; i++) {
    if (usable?.[i] === 0) continue;
    low = Math.min(low, band[i]!);
    high = Math.max(high, band[i]!);
  }
  return [low, high];
}

/** Theil 1950, Sen 1968: the middle of all slopes between two points, so that a few classes of seams count for nothing. */
function lineThrough(points: readonly (readonly [number, number])[]) {
  const slopes = points.flatMap(([x, y], k) =>
    points.slice(k + 1).map(([u, v]) => (v - y) / (u - x || TINY)),
  );
  const slope = quantileOf(Float64Array.from(slopes), 0.5);
  const { median: level, sigma } = robustSpread(Float64Array.from(points, ([x, y]) => y - slope * x));
  const middle = points.reduce((sum, [x]) => sum + x, 0) / points.length;
  const xx = points.reduce((sum, [x]) => sum + (x - middle) ** 2, 0);
  return { slope, level, slopeError: sigma / Math.sqrt(xx) };
}
