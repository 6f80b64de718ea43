/** Mean elements on their way from epoch to two moments, passed from procedure to procedure. */
const MEAN: usize = memory.data(16 * 12, 16);

export const T = 0;
export const ECC = 1;
export const INCL = 2;
export const NODE = 3;
export const ARGP = 4;
export const M = 5;
export const AXIS = 6;
/** Functions of the inclination. */
export const SINI = 7;
export const COSI = 8;
export const TEMPA = 9;
export const TEMPE = 10;
export const TEMPL = 11;

export function mean(element: i32): v128 {
  return v128.load(MEAN + ((<usize>element) << 4));
}

export function setMean(element: i32, value: v128): void {
  v128.store(MEAN + ((<usize>element) << 4), value);
}

/** A coefficient of an object, for both times. */
export function coefficient(row: usize, column: i32): v128 {
  return v128.load64_splat(row + ((<usize>column) << 3));
}

/** A coefficient as one number. */
export function scalar(row: usize, column: i32): f64 {
  return load<f64>(row + ((<usize>column) << 3));
}
