import { randomStream } from "#science/numbers/index.ts";
import { checkHistory, type EventHistory } from "./event-history.ts";
import { hawkesFits, type HawkesFit } from "./fit.ts";
import {
  hawkesIntervals,
  noCross,
  testExcitations,
  testZero,
  type HawkesIntervals,
  type Inference,
  type ZeroTest,
} from "./infer.ts";
import type { Interval } from "./intervals.ts";
import { controlDriver } from "./shared-driver.ts";
import { spectralRadius } from "./spectral-radius.ts";
import { timeRescaling, type Rescaled } from "./time-rescaling.ts";

/**
 * What the data say of one direction. `shown`: also once drifts are allowed for; `driver`: only until then;
 * `small`: not shown, and a material effect is excluded; `cannot-tell`: not shown, and not excluded either.
 */
export type DirectionVerdict = "shown" | "driver" | "small" | "cannot-tell";

/** Whether events of type `from` are followed by more of type `to` than otherwise. */
export interface Direction {
  readonly from: number;
  readonly to: number;
  /** Events of type `to` that one of type `from` brings on, in the mean. */
  readonly excitation: number;
  readonly interval: Interval;
  readonly test: ZeroTest;
  readonly controlled: ZeroTest & { readonly excitation: number };
  readonly verdict: DirectionVerdict;
}

export interface HawkesAnalysis {
  readonly fit: HawkesFit;
  readonly spectralRadius: number;
  readonly intervals: HawkesIntervals;
  readonly rescaling: readonly Rescaled[];
  readonly cross: ZeroTest | null;
  readonly directions: readonly Direction[];
  /** Null where there is one type only. */
  readonly control: {
    readonly segments: number;
    readonly slowerThan: number;
    readonly cross: ZeroTest;
  } | null;
  readonly draws: number;
}

/** One reply to ten acts is the least that is called material. */
const MATERIAL = 0.1;
const LEVEL = 0.05;
/** Histories simulated for each end of an interval, by the most events: more of them take too long, and matter less. */
const DRAWS = [
  { upTo: 300, draws: 99 },
  { upTo: 1000, draws: 39 },
  { upTo: 3000, draws: 19 },
];

/** The number of simulated histories where none is asked for. */
const drawsFor = ({ times }: EventHistory) => DRAWS.find(({ upTo }) => times.length <= upTo)?.draws ?? 0;

/** Fit, 90 % intervals, tests of each direction with and without drifting baselines, and a check of the fit. */
export function analyseHawkes(
  history: EventHistory,
  { draws = drawsFor(history), seed }: { draws?: number; seed: string },
): HawkesAnalysis {
  checkHistory(history);
  const how: Inference = { draws, random: randomStream(seed) };
  const fits = hawkesFits(history, { segments: 0, duration: history.duration });
  const fit = fits.fit();
  const tests = testExcitations(fits, how);
  const intervals = hawkesIntervals(fits, tests, how);
  const found = {
    fit,
    spectralRadius: spectralRadius(fit.a),
    intervals,
    rescaling: timeRescaling(history, fit),
    draws,
  };
  const { typeCount } = history;
  if (typeCount === 1) return { ...found, cross: null, directions: [], control: null };
  const { fits: driftingFits, slowerThan } = controlDriver(history);
  const drifting = driftingFits.fit();
  const { segments } = drifting.baseline;
  return {
    ...found,
    cross: testZero(fits, noCross(typeCount, 1), how),
    directions: directionsOf(fit, intervals, tests, drifting, testExcitations(driftingFits, how)),
    control: {
      segments,
      slowerThan,
      cross: testZero(driftingFits, noCross(typeCount, segments + 1), how),
    },
  };
}

function directionsOf(
  fit: HawkesFit,
  intervals: HawkesIntervals,
  tests: readonly (readonly ZeroTest[])[],
  drifting: HawkesFit,
  controlled: readonly (readonly ZeroTest[])[],
): Direction[] {
  return fit.a.flatMap((row, to) =>
    Array.from(row, (excitation, from): Direction => {
      const interval = intervals.a[to]![from]!;
      const test = tests[to]![from]!;
      const kept = { ...controlled[to]![from]!, excitation: drifting.a[to]![from]! };
      const verdict = verdictOf(test, kept, interval);
      return { from, to, excitation, interval, test, controlled: kept, verdict };
    }).filter(({ from }) => from !== to),
  );
}

function verdictOf(test: ZeroTest, controlled: ZeroTest, [, high]: Interval): DirectionVerdict {
  if (test.p < LEVEL) return controlled.p < LEVEL ? "shown" : "driver";
  return high !== null && high < MATERIAL ? "small" : "cannot-tell";
}
