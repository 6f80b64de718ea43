import { counted, type Random } from "#science/numbers/index.ts";
import { fitRedNoise, type RedNoise } from "../red-noise.ts";
import { checkValues } from "../check-values.ts";
import { SeriesRefused } from "../series-error.ts";
import { changePosterior, shortestSpan, type ChangeIn } from "./location.ts";
import { noiseVariance } from "./noise-variance.ts";
import { noChangeP } from "./no-change.ts";
import { levelAndVarianceCost, levelCost, RunningSums, segment } from "./segmentation.ts";

export interface ChangeQuestion {
  readonly changeIn?: ChangeIn;
  readonly random: Random;
  /** For each change, in the same unit as the cost: 3 ln n for a level, 4 ln n with a variance, when absent. */
  readonly penalty?: number | undefined;
  /** What the interval of each location is to hold, 0.9 when absent. */
  readonly mass?: number;
}

/** A change between two values next to each other, both by index. */
export interface Changepoint {
  /** The first value after the change; the one before it is the last of the old level. */
  readonly at: number;
  readonly low: number;
  readonly high: number;
  /** The probability that the change lies from `low` to `high`: as near to the mass asked for as whole steps come. */
  readonly within: number;
  /** Without a change between the neighbouring ones, in red noise or among the same values in any order. */
  readonly p: number;
  readonly before: Level;
  readonly after: Level;
}

interface Level {
  readonly mean: number;
  readonly sd: number;
  readonly n: number;
}

export interface ChangeAnswer {
  readonly n: number;
  readonly changeIn: ChangeIn;
  readonly penalty: number;
  /** Correlation of what is left, one value to the next. */
  readonly correlation: number;
  readonly changepoints: readonly Changepoint[];
  /** Proposed by the segmentation, but as likely to come about in red noise. */
  readonly rejected: readonly { readonly at: number; readonly p: number }[];
}

const LEAST_VALUES = 10;
const LEVEL = 0.05;

/**
 * Where the level of a series (or its variance too) changes: the exact penalised segmentation proposes, a test
 * against red noise with no change disposes, the posterior of each location gives its interval.
 * SeriesRefused for fewer than ten values, one that is not finite, or none that differ.
 */
export function changepoints(values: Float64Array, question: ChangeQuestion): ChangeAnswer {
  refuseUnfit(values);
  const { changeIn = "level", random, mass = 0.9 } = question;
  const isLevel = changeIn === "level";
  const n = values.length;
  const shortest = isLevel ? 3 : 5;
  const penalty = question.penalty ?? (isLevel ? 3 : 4) * Math.log(n);
  const sums = new RunningSums(values);
  const variance = noiseVariance(values);
  const cost = isLevel ? levelCost(sums, variance) : levelAndVarianceCost(sums, 1e-6 * variance);
  const { kept, rejected } = standing(centred(values), segment(n, cost, penalty, shortest), (part) =>
    noChangeP(part, shortest, !isLevel, random),
  );
  const { correlation } = residualNoise(
    values,
    kept.map(({ at }) => at),
  );
  const red = correlation < NORMAL_95 / Math.sqrt(n) ? 0 : correlation;
  const told = kept.map(({ at, from, to, p }): Changepoint => {
    const posterior = changePosterior(values, { from, to, shortest }, changeIn, red);
    const { low, high, within } = shortestSpan(posterior, from + shortest, mass);
    return { at, low, high, within, p, before: levelOf(values, from, at), after: levelOf(values, at, to) };
  });
  return { n, changeIn, penalty, correlation, changepoints: told, rejected };
}

/** A change between its neighbours, or the ends. */
interface Tested {
  readonly at: number;
  readonly from: number;
  readonly to: number;
  readonly p: number;
}

/** Drops the change that red noise explains best until it explains none; each is tested between its neighbours. */
function standing(
  values: Float64Array,
  proposed: readonly number[],
  pOf: (part: Float64Array) => number,
): { kept: readonly Tested[]; rejected: { at: number; p: number }[] } {
  const rejected: { at: number; p: number }[] = [];
  const known = new Map<string, number>();
  for (let starts = proposed; ; starts = starts.filter((at) => at !== rejected.at(-1)!.at)) {
    const bounds = [0, ...starts, values.length];
    const kept = starts.map((at, i): Tested => {
      const [from, to] = [bounds[i]!, bounds[i + 2]!];
      const p = known.get(`${from} ${to}`) ?? pOf(values.subarray(from, to));
      known.set(`${from} ${to}`, p);
      return { at, from, to, p };
    });
    const worst = kept.reduce<Tested | null>((a, b) => (a && a.p >= b.p ? a : b), null);
    if (worst === null || worst.p <= LEVEL) return { kept, rejected };
    rejected.push({ at: worst.at, p: worst.p });
  }
}

function centred(values: Float64Array): Float64Array {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.map((value) => value - mean);
}

/** Red noise in what the segments' means leave. */
function residualNoise(values: Float64Array, starts: readonly number[]): RedNoise {
  const bounds = [0, ...starts, values.length];
  const left = new Float64Array(values.length);
  for (let s = 0; s + 1 < bounds.length; s++) {
    const { mean } = levelOf(values, bounds[s]!, bounds[s + 1]!);
    for (let i = bounds[s]!; i < bounds[s + 1]!; i++) left[i] = values[i]! - mean;
  }
  return fitRedNoise(new Float64Array(values.length - 1).fill(1), left, starts.length + 1);
}

function levelOf(values: Float64Array, from: number, to: number): Level {
  const part = values.subarray(from, to);
  const mean = part.reduce((sum, value) => sum + value, 0) / part.length;
  const squares = part.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, sd: Math.sqrt(squares / Math.max(1, part.length - 1)), n: part.length };
}

/** Correlation below this many standard errors counts as none. */
const NORMAL_95 = 1.6448536269514722;

function refuseUnfit(values: Float64Array): void {
  if (values.length < LEAST_VALUES) {
    throw new SeriesRefused(
      "too-few",
      `${counted(values.length, "value")} cannot show a change`,
      `at least ${LEAST_VALUES} would be enough`,
    );
  }
  checkValues(values);
}
