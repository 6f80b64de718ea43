import type { TargetDesign } from "./target-design.ts";

const MOST_STEPS = 100;

/** Room for the derivatives of one type's problem, kept from call to call. */
interface Workspace {
  readonly gradient: Float64Array;
  /** Minus the second derivatives, lower triangle. */
  readonly curvature: Float64Array;
  readonly factor: Float64Array;
  readonly direction: Float64Array;
  readonly trial: Float64Array;
  readonly free: Int32Array;
  /** Per event its rate, then the inverse of it; per column and event the column's part in that rate over x. */
  readonly rates: Float64Array;
  readonly shares: Float64Array;
}

/** Finds the maximiser of one type's problem; see `targetFitter`. */
export type TargetFitter = (
  design: TargetDesign,
  x: Float64Array,
  held: Uint8Array,
  lastGain: number,
) => number;

/**
 * The maximiser of the concave Σ ln(rate) − totals · x over x ≥ 0: Newton steps on the coordinates that are not
 * at their bound, projected (Bertsekas 1982). It overwrites x, which must give every event a positive rate, leaves
 * alone the coordinates that `held` marks, and answers the maximum. The sum is self-concordant, so a last step that
 * promises g < `lastGain` gains g / 2 to within g^1.5 / 3 (Boyd & Vandenberghe 2004, §9.6), and is taken unseen.
 */
export function targetFitter({ width, count }: Pick<TargetDesign, "width" | "count">): TargetFitter {
  const vector = () => new Float64Array(width);
  const matrix = () => new Float64Array(width * width);
  const work: Workspace = {
    gradient: vector(),
    curvature: matrix(),
    factor: matrix(),
    direction: vector(),
    trial: vector(),
    free: new Int32Array(width),
    rates: new Float64Array(count),
    shares: new Float64Array(count * width),
  };
  return (design, x, held, lastGain) => climb(design, work, x, held, lastGain);
}

function climb(
  design: TargetDesign,
  work: Workspace,
  x: Float64Array,
  held: Uint8Array,
  lastGain: number,
): number {
  let value = differentiate(design, work, x);
  for (let step = 0; step < MOST_STEPS; step++) {
    const gain = newtonStep(work, design.width, x, held);
    if (!(gain > 0)) return value;
    if (gain < lastGain) {
      for (let k = 0; k < x.length; k++) x[k] = Math.max(0, x[k]! + work.direction[k]!);
      return value + gain / 2;
    }
    const next = lineSearch(design, work, x, value);
    if (!(next > value)) return value;
    x.set(work.trial);
    value = next;
  }
  return value;
}

/** Leaves in `trial` the first halving of the step that rises, and answers the value there; −∞ for none. */
function lineSearch(design: TargetDesign, work: Workspace, x: Float64Array, value: number): number {
  const { trial, direction } = work;
  for (let size = 1; size > 1e-10; size /= 2) {
    for (let k = 0; k < design.width; k++) trial[k] = Math.max(0, x[k]! + size * direction[k]!);
    const next = differentiate(design, work, trial);
    if (next > value) return next;
  }
  return -Infinity;
}

/** Value, gradient and curvature at x; −∞ where a rate is not positive. */
function differentiate(design: TargetDesign, work: Workspace, x: Float64Array): number {
  const { columns, totals, width, count } = design;
  const { gradient, curvature, rates, shares } = work;
  rates.fill(0);
  for (let k = 0; k < width; k++) addScaled(rates, columns, k * count, x[k]!);
  let value = sumOfLogs(rates);
  if (value === -Infinity) return value;
  for (let n = 0; n < count; n++) rates[n] = 1 / rates[n]!;
  for (let k = 0; k < width; k++) {
    const at = k * count;
    let sum = 0;
    for (let n = 0; n < count; n++) {
      const share = columns[at + n]! * rates[n]!;
      shares[at + n] = share;
      sum += share;
    }
    gradient[k] = sum - totals[k]!;
    value -= totals[k]! * x[k]!;
    for (let l = 0; l <= k; l++) curvature[k * width + l] = product(shares, at, l * count, count);
  }
  return value;
}

function addScaled(out: Float64Array, columns: Float64Array, at: number, factor: number): void {
  if (factor === 0) return;
  for (let n = 0; n < out.length; n++) out[n]! += factor * columns[at + n]!;
}

/** In four sums, none of which waits for another: this is where the time of a fit goes. */
function product(values: Float64Array, a: number, b: number, count: number): number {
  let [p, q, r, s] = [0, 0, 0, 0];
  const quads = count - (count % 4);
  for (let n = 0; n < quads; n += 4) {
    p += values[a + n]! * values[b + n]!;
    q += values[a + n + 1]! * values[b + n + 1]!;
    r += values[a + n + 2]! * values[b + n + 2]!;
    s += values[a + n + 3]! * values[b + n + 3]!;
  }
  for (let n = quads; n < count; n++) p += values[a + n]! * values[b + n]!;
  return p + q + (r + s);
}

/** −∞ where one is not positive. One logarithm is taken for many numbers: it would be half the cost. */
function sumOfLogs(values: Float64Array): number {
  let sum = 0;
  let factor = 1;
  for (let n = 0; n < values.length; n++) {
    if (!(values[n]! > 0)) return -Infinity;
    factor *= values[n]!;
    if (factor < 1e-150 || factor > 1e150) {
      sum += Math.log(factor);
      factor = 1;
    }
  }
  return sum + Math.log(factor);
}

/**
 * Writes the Newton direction on the free coordinates; answers the gain it promises. A coordinate that falls towards
 * its bound and would pass it goes there by itself, and the others are solved for without it: a column that is all but
 * 0 has next to no curvature, and its step without end would carry the others along.
 */
function newtonStep(work: Workspace, width: number, x: Float64Array, held: Uint8Array): number {
  const { gradient, direction, free } = work;
  let size = 0;
  for (let k = 0; k < width; k++) {
    direction[k] = 0;
    if (!held[k] && (x[k]! > 0 || gradient[k]! > 0)) free[size++] = k;
  }
  for (let solved = -1; solved !== size;) {
    solveFree(work, width, size);
    solved = size;
    size = 0;
    for (let i = 0; i < solved; i++) {
      const k = free[i]!;
      if (gradient[k]! < 0 && x[k]! + direction[k]! < 0) direction[k] = -x[k]!;
      else free[size++] = k;
    }
  }
  let gain = 0;
  for (let k = 0; k < width; k++) gain += direction[k]! * gradient[k]!;
  return gain;
}

/** Solves for the direction of the first `size` free coordinates, by Cholesky. */
function solveFree(
  { gradient, curvature, factor, direction, free, trial: d }: Workspace,
  width: number,
  size: number,
): void {
  for (let i = 0; i < size; i++) {
    const row = free[i]! * width;
    const floor = 1e-10 * curvature[row + free[i]!]! + 1e-290;
    for (let j = 0; j <= i; j++) {
      let sum = curvature[row + free[j]!]!;
      for (let k = 0; k < j; k++) sum -= factor[i * width + k]! * factor[j * width + k]!;
      // A ridge where the columns are collinear, as when no event precedes another by less than the window.
      factor[i * width + j] = i === j ? Math.sqrt(Math.max(sum, floor)) : sum / factor[j * width + j]!;
    }
    let sum = gradient[free[i]!]!;
    for (let k = 0; k < i; k++) sum -= factor[i * width + k]! * d[k]!;
    d[i] = sum / factor[i * width + i]!;
  }
  for (let i = size - 1; i >= 0; i--) {
    let sum = d[i]!;
    for (let k = i + 1; k < size; k++) sum -= factor[k * width + i]! * d[k]!;
    d[i] = sum / factor[i * width + i]!;
    direction[free[i]!] = d[i]!;
  }
}
