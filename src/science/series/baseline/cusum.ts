import { normalCdf } from "#science/numbers/index.ts";

/** An upper CUSUM: alarm where max(0, sum + z − allowance) passes the threshold. Page 1954, Biometrika 41:100. */
export interface Cusum {
  readonly allowance: number;
  readonly threshold: number;
}

/** The sum after each standardised value, and whether it raised an alarm; an alarm starts the sum anew. */
export function cusum(z: Float64Array, { allowance, threshold }: Cusum): { sum: number; isAlarm: boolean }[] {
  let sum = 0;
  return Array.from(z, (value) => {
    const reached = Math.max(0, sum + value - allowance);
    const isAlarm = reached > threshold;
    sum = isAlarm ? 0 : reached;
    return { sum: reached, isAlarm };
  });
}

const STATES = 101;

/**
 * Values until a false alarm, on average, when z is standard normal plus `shift`: a Markov chain over the sum.
 * Brook & Evans 1972, Biometrika 59:539.
 */
export function averageRunLength({ allowance, threshold }: Cusum, shift = 0): number {
  const width = (2 * threshold) / (2 * STATES - 1);
  const below = (edge: number) => normalCdf(edge + allowance - shift);
  const rows = Array.from({ length: STATES }, (_, i) => {
    const row = new Float64Array(STATES + 1);
    for (let j = 0; j < STATES; j++) {
      const upper = below((j - i + 0.5) * width);
      const lower = j === 0 ? 0 : below((j - i - 0.5) * width);
      row[j] = (i === j ? 1 : 0) - (upper - lower);
    }
    row[STATES] = 1;
    return row;
  });
  return solved(rows)[0]!;
}

/** The threshold at which false alarms are `runLength` values apart on average. RangeError up to 1. */
export function cusumFor(runLength: number, allowance = 0.5): Cusum {
  if (!(runLength > 1 && runLength <= 1e6)) {
    throw new RangeError(`a run length wants to be above 1 and at most 1e6, got ${runLength}`);
  }
  let [low, high] = [1e-6, 1];
  while (averageRunLength({ allowance, threshold: high }) < runLength) high *= 2;
  while (high - low > 1e-7 * high) {
    const middle = (low + high) / 2;
    if (averageRunLength({ allowance, threshold: middle }) < runLength) low = middle;
    else high = middle;
  }
  return { allowance, threshold: (low + high) / 2 };
}

/** Gaussian elimination; the matrix is diagonally dominant, so that no row need change places. */
function solved(rows: readonly Float64Array[]): Float64Array {
  const n = rows.length;
  for (let pivot = 0; pivot < n; pivot++) {
    const from = rows[pivot]!;
    for (let i = pivot + 1; i < n; i++) {
      const row = rows[i]!;
      const factor = row[pivot]! / from[pivot]!;
      if (factor === 0) continue;
      for (let j = pivot; j <= n; j++) row[j]! -= factor * from[j]!;
    }
  }
  const solution = new Float64Array(n);
  for (let i = n - 1; i >= 0; i--) {
    let rest = rows[i]![n]!;
    for (let j = i + 1; j < n; j++) rest -= rows[i]![j]! * solution[j]!;
    solution[i] = rest / rows[i]![i]!;
  }
  return solution;
}
