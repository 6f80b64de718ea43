type Numbers = Float32Array | Float64Array;

/** Of more values than these a sample tells the pivot. */
const MANY = 600;

/**
 * The k-th smallest of the first `length` values, from 0; reorders them. Hoare 1961, median of three; of many values
 * Floyd & Rivest 1975, whose pivot is the k-th by a sample.
 */
export function selectInPlace(values: Numbers, length: number, k: number): number {
  return selectWithin(values, 0, length - 1, k);
}

function selectWithin(values: Numbers, from: number, to: number, k: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const pivot =
      high - low > MANY
        ? pivotOfSample(values, low, high, k)
        : middleOf(values[low]!, values[(low + high) >> 1]!, values[high]!);
    const [j, i] = partition(values, low, high, pivot);
    if (k <= j) high = j;
    else if (k >= i) low = i;
    else break;
  }
  return values[k]!;
}

/** The ends of what is no more than the pivot and the start of what is no less, those equal to both amid. */
function partition(values: Numbers, low: number, high: number, pivot: number): [number, number] {
  let i = low;
  let j = high;
  while (i <= j) {
    while (values[i]! < pivot) i++;
    while (values[j]! > pivot) j--;
    if (i > j) break;
    const kept = values[i]!;
    values[i++] = values[j]!;
    values[j--] = kept;
  }
  return [j, i];
}

function pivotOfSample(values: Numbers, low: number, high: number, k: number): number {
  const count = high - low + 1;
  const share = (k - low + 1) / count;
  const size = 0.5 * Math.exp((2 / 3) * Math.log(count));
  const margin = 0.5 * Math.sqrt(Math.log(count) * size * (1 - size / count)) * Math.sign(share - 0.5);
  const first = Math.max(low, Math.floor(k - share * size + margin));
  const last = Math.min(high, Math.floor(k + (1 - share) * size + margin));
  return selectWithin(values, first, last, k);
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
