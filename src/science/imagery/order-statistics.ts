/** The k-th smallest of the first `length` values, from 0; reorders them. Hoare 1961, median of three. */
export function selectInPlace(values: Float32Array | Float64Array, length: number, k: number): number {
  let [low, high] = [0, length - 1];
  while (low < high) {
    const pivot = middleOf(values[low]!, values[(low + high) >> 1]!, values[high]!);
    let [i, j] = [low, high];
    while (i <= j) {
      while (values[i]! < pivot) i++;
      while (values[j]! > pivot) j--;
      if (i > j) break;
      const kept = values[i]!;
      values[i++] = values[j]!;
      values[j--] = kept;
    }
    if (k <= j) high = j;
    else if (k >= i) low = i;
    else break;
  }
  return values[k]!;
}

function middleOf(a: number, b: number, c: number): number {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
}

/** The lower quantile of values, which stay as they are; NaN of none. */
export function quantileOf(values: Float32Array | Float64Array, p: number): number {
  if (values.length === 0) return NaN;
  return selectInPlace(values.slice(), values.length, rankOf(values.length, p));
}

/** The same of values in ascending order; NaN of none. */
export function quantileInOrder(ascending: Float32Array | Float64Array, p: number): number {
  return ascending[rankOf(ascending.length, p)] ?? NaN;
}

function rankOf(length: number, p: number): number {
  return Math.min(length - 1, Math.floor(p * length));
}

/** Median, and median absolute deviation as a standard deviation of a normal distribution. */
export interface Spread {
  readonly median: number;
  readonly sigma: number;
}

/** Median and 1.4826 × median absolute deviation; NaN of no values. */
export function robustSpread(values: Float32Array | Float64Array): Spread {
  if (values.length === 0) return { median: NaN, sigma: NaN };
  const scratch = values.slice();
  const half = values.length >> 1;
  const median = selectInPlace(scratch, scratch.length, half);
  for (let i = 0; i < scratch.length; i++) scratch[i] = Math.abs(scratch[i]! - median);
  return { median, sigma: 1.4826 * selectInPlace(scratch, scratch.length, half) };
}
