import { logGamma, normalCdf } from "#science/numbers/index.ts";
import { SeriesRefused } from "../series-error.ts";

/** Whether two sides take turns, or keep the lead, more than chance has it. */
export interface RunsTest {
  readonly n: number;
  readonly runs: number;
  readonly expected: number;
  readonly z: number;
  /** P(as many runs or more): small when they take turns. */
  readonly pAlternating: number;
  /** P(as few runs or fewer): small when they keep the lead. */
  readonly pPersisting: number;
  /** Both sides: twice the smaller, at most 1. */
  readonly p: number;
  readonly isExact: boolean;
}

/** The exact distribution is summed up to this many; beyond, the normal one with continuity correction is as good. */
const MOST_EXACT = 1000;
const LEAST = 5;

/** Wald & Wolfowitz 1940, Ann. Math. Stat. 11:147. SeriesRefused where a side leads fewer than five times. */
export function runsTest(isFirst: readonly boolean[]): RunsTest {
  const n = isFirst.length;
  const a = isFirst.filter(Boolean).length;
  const b = n - a;
  if (Math.min(a, b) < LEAST) {
    throw new SeriesRefused(
      "too-few",
      `one side leads ${Math.min(a, b)} times in ${n}`,
      `at least ${LEAST} times for each side would be enough`,
    );
  }
  const runs = 1 + isFirst.filter((first, i) => i > 0 && first !== isFirst[i - 1]).length;
  const expected = 1 + (2 * a * b) / n;
  const sd = Math.sqrt(((expected - 1) * (expected - 2)) / (n - 1));
  const isExact = n <= MOST_EXACT;
  const [pPersisting, pAlternating] = isExact
    ? exactTails(runs, a, b)
    : [normalCdf((runs + 0.5 - expected) / sd), normalCdf((expected - (runs - 0.5)) / sd)];
  return {
    n,
    runs,
    expected,
    z: (runs - expected) / sd,
    pAlternating,
    pPersisting,
    p: Math.min(1, 2 * Math.min(pAlternating, pPersisting)),
    isExact,
  };
}

function exactTails(runs: number, a: number, b: number): [low: number, high: number] {
  let [low, high] = [0, 0];
  for (let r = 2; r <= 2 * Math.min(a, b) + 1; r++) {
    const p = massOfRuns(r, a, b);
    if (r <= runs) low += p;
    if (r >= runs) high += p;
  }
  return [Math.min(1, low), Math.min(1, high)];
}

function massOfRuns(runs: number, a: number, b: number): number {
  const half = runs >> 1;
  const ways = (k: number, m: number) => logChoose(a - 1, k - 1) + logChoose(b - 1, m - 1);
  const all = logChoose(a + b, a);
  return runs % 2 === 0
    ? 2 * Math.exp(ways(half, half) - all)
    : Math.exp(ways(half + 1, half) - all) + Math.exp(ways(half, half + 1) - all);
}

function logChoose(n: number, k: number): number {
  return k < 0 || k > n ? -Infinity : logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);
}
