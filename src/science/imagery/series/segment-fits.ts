import type { HarmonicBasis } from "./harmonic-basis.ts";

/** Least squares over any stretch of a series, from sums that run along. */
export interface SegmentFits {
  readonly length: number;
  /** The baseline of the values from `start` up to `end`, and its sum of squares left. */
  readonly fit: (start: number, end: number) => { readonly model: Float64Array; readonly rss: number };
  /** Tells every end from the shortest stretch on, and the sum of squares left there. */
  readonly eachEnd: (start: number, shortest: number, tell: (end: number, rss: number) => void) => void;
}

/** Against collinear columns in short stretches: a thousandth of a date for each. */
const RIDGE = 1e-3;

export function segmentFits(basis: HarmonicBasis, series: Float64Array): SegmentFits {
  const length = series.length;
  const mean = series.reduce((sum, value) => sum + value / length, 0);
  const values = series.map((value) => value - mean);
  const sums = runningSums(basis, values);
  const fit = (start: number, end: number) => {
    sums.begin();
    for (let t = start; t < end; t++) sums.add(t);
    const rss = sums.rest();
    const model = sums.model();
    model[0]! += mean;
    return { model, rss };
  };
  const eachEnd = (start: number, shortest: number, tell: (end: number, rss: number) => void) => {
    sums.begin();
    for (let t = start; t < length; t++) {
      sums.add(t);
      const end = t + 1;
      // what is left over at the end must be no shorter than a stretch
      if (end - start >= shortest && (end === length || length - end >= shortest)) tell(end, sums.rest());
    }
  };
  return { length, fit, eachEnd };
}

interface RunningSums {
  readonly begin: () => void;
  readonly add: (date: number) => void;
  /** The sum of squares the dates so far leave over. */
  readonly rest: () => number;
  /** The baseline of the last `rest`. */
  readonly model: () => Float64Array;
}

/** Normal equations of the dates so far, solved in place by Cholesky. */
function runningSums({ columns, rows }: HarmonicBasis, values: Float64Array): RunningSums {
  const normal = new Float64Array(columns * columns);
  const right = new Float64Array(columns);
  const factor = new Float64Array(columns * columns);
  const solved = new Float64Array(columns);
  let [square, count] = [0, 0];
  const begin = () => {
    normal.fill(0);
    right.fill(0);
    [square, count] = [0, 0];
  };
  const add = (t: number) => {
    const [value, from] = [values[t]!, t * columns];
    for (let j = 0; j < columns; j++) {
      const x = rows[from + j]!;
      right[j]! += x * value;
      for (let k = 0; k <= j; k++) normal[j * columns + k]! += x * rows[from + k]!;
    }
    square += value * value;
    count++;
  };
  const rest = () => {
    factorise(normal, RIDGE * count, columns, factor);
    let explained = 0;
    for (let j = 0; j < columns; j++) {
      let value = right[j]!;
      for (let k = 0; k < j; k++) value -= factor[j * columns + k]! * solved[k]!;
      solved[j] = value / factor[j * columns + j]!;
      explained += solved[j]! ** 2;
    }
    return Math.max(square - explained, 0);
  };
  const model = () => {
    const out = solved.slice();
    for (let j = columns - 1; j >= 0; j--) {
      for (let k = j + 1; k < columns; k++) out[j]! -= factor[k * columns + j]! * out[k]!;
      out[j]! /= factor[j * columns + j]!;
    }
    return out;
  };
  return { begin, add, rest, model };
}

/** The lower factor of the normal equations, ridged below the first column. */
function factorise(normal: Float64Array, ridge: number, columns: number, factor: Float64Array): void {
  for (let j = 0; j < columns; j++) {
    for (let k = 0; k <= j; k++) {
      let sum = normal[j * columns + k]! + (j === k && j > 0 ? ridge : 0);
      for (let m = 0; m < k; m++) sum -= factor[j * columns + m]! * factor[k * columns + m]!;
      factor[j * columns + k] = j === k ? Math.sqrt(Math.max(sum, 1e-12)) : sum / factor[k * columns + k]!;
    }
  }
}
