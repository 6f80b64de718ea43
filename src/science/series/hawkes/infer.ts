import { logGammaQ, normalQuantile, type Random } from "#science/numbers/index.ts";
import { lossOf, simulatedLosses, type Observe } from "./bootstrap.ts";
import type { EventHistory } from "./event-history.ts";
import { fitHawkes, type HawkesFit, type Held } from "./fit.ts";
import { ASYMPTOTIC_LOSS, profileInterval, type Interval } from "./intervals.ts";
import { parametersOf } from "./parameter.ts";

/** How inference is done: by so many simulated histories, or by the asymptotic law where there are none. */
export interface Inference {
  readonly draws: number;
  readonly random: Random;
  readonly observe: Observe;
}

/** 90 % intervals, shaped like the model. */
export interface HawkesIntervals {
  readonly mu: readonly Interval[];
  readonly a: readonly (readonly Interval[])[];
  readonly theta: Interval;
}

/** A test that some excitations are 0: the likelihood lost by holding them there, and how often chance loses more. */
export interface ZeroTest {
  readonly loss: number;
  readonly p: number;
  /** The loss that one in ten histories without that excitation exceeds. */
  readonly point: number;
}

/** The 90 % point of the loss under an excitation of 0, where half of all histories lose nothing. Chernoff 1954. */
const LOSS_AT_ZERO = normalQuantile(0.9) ** 2;
/** An excitation that is not 0 may still be small: its interval ends this share of the way from the test's point to 0. */
const CLOSE_TO_ZERO = 0.8;
/** Losses this clear of any 90 % point need no simulation. */
const CLEAR = { below: 1, above: 8 };

/**
 * 90 % profile-likelihood intervals. The loss at which they end is the chi-square's, or the 90 % point of histories
 * simulated from the fit where that is larger; whether 0 belongs to an excitation's interval is for its test to say,
 * because the chi-square does not hold at the bound. Tests row by row, as `testExcitations` answers them.
 */
export function hawkesIntervals(
  history: EventHistory,
  fit: HawkesFit,
  tests: readonly (readonly ZeroTest[])[],
  how: Inference,
): HawkesIntervals {
  const parameters = parametersOf(history.typeCount, 1);
  const asked = parameters.map((parameter) => parameter.hold(parameter.of(fit)));
  const simulated = how.draws > 0 ? simulatedLosses(fit, asked, how) : asked.map(() => []);
  const losses = parameters.map((_, k) => Math.max(ASYMPTOTIC_LOSS, upperPoint(simulated[k]!)));
  const decay = parameters.length - 1;
  losses[decay] = Math.max(losses[decay]!, lossUnderNoCross(history, how));
  const ends = parameters.map((parameter, k): Interval => {
    const high = losses[k]!;
    if (parameter.kind !== "a") return profileInterval(history, fit, parameter, { low: high, high });
    const { loss, point } = tests[parameter.to]![parameter.from]!;
    if (parameter.of(fit) > 0 && loss > point) {
      const low = Math.min(high, point + CLOSE_TO_ZERO * (loss - point));
      return profileInterval(history, fit, parameter, { low, high });
    }
    return [0, profileInterval(history, fit, parameter, { low: Infinity, high })[1]];
  });
  const size = history.typeCount;
  return {
    mu: ends.slice(0, size),
    a: Array.from({ length: size }, (_, i) => ends.slice(size * (i + 1), size * (i + 2))),
    theta: ends[decay]!,
  };
}

/** Whether each excitation is 0; those within a type are simulated only where the answer is not clear at once. */
export function testExcitations(history: EventHistory, fit: HawkesFit, how: Inference): ZeroTest[][] {
  const size = history.typeCount;
  const tests: ZeroTest[][] = Array.from({ length: size }, () => []);
  for (const { kind, to, from, hold } of parametersOf(size, fit.baseline.segments + 1)) {
    if (kind !== "a") continue;
    const quick = testZero(history, fit, hold(0), { ...how, draws: 0 });
    const isClear = to === from && (quick.loss < CLEAR.below || quick.loss > CLEAR.above);
    tests[to]!.push(isClear || how.draws === 0 ? quick : testZero(history, fit, hold(0), how));
  }
  return tests;
}

/** A decay is least certain where there is little excitation: its loss in histories without any across types. */
function lossUnderNoCross(history: EventHistory, how: Inference): number {
  if (how.draws === 0 || history.typeCount === 1) return 0;
  const none = fitHawkes(history, { segments: 0, duration: history.duration }, noCross(history.typeCount, 1));
  return upperPoint(simulatedLosses(none, [{ theta: none.theta }], how)[0]!);
}

/** A fit without any excitation across types. */
export function noCross(typeCount: number, baseColumns: number): Held {
  const coefficients = parametersOf(typeCount, baseColumns)
    .filter(({ kind, to, from }) => kind === "a" && to !== from)
    .flatMap(({ hold }) => hold(0).coefficients ?? []);
  return { coefficients };
}

/** Tests excitations that `held` sets to 0, all of them on the bound. */
export function testZero(history: EventHistory, fit: HawkesFit, held: Held, how: Inference): ZeroTest {
  const loss = lossOf(history, fit, held);
  const count = held.coefficients?.length ?? 1;
  const asymptotic = { loss, p: mixtureP(loss, count), point: LOSS_AT_ZERO };
  if (how.draws === 0) return asymptotic;
  const truth = fitHawkes(history, fit.baseline, held);
  const simulated = simulatedLosses(truth, [held], how)[0]!;
  if (simulated.length < 20) return asymptotic;
  const above = simulated.filter((each) => each >= loss).length;
  return { loss, p: (1 + above) / (1 + simulated.length), point: upperPoint(simulated) };
}

/** Each of m parameters at its bound is estimated at it half of the time: a binomial mixture. Self & Liang 1987. */
function mixtureP(loss: number, m: number): number {
  if (loss <= 0) return 1;
  let weight = 0.5 ** m;
  let p = 0;
  for (let k = 1; k <= m; k++) {
    weight *= (m - k + 1) / k;
    p += weight * Math.exp(logGammaQ(k / 2, loss / 2));
  }
  return p;
}

/** The 90 % point of simulated losses; 0 where there are too few to have one. */
function upperPoint(losses: readonly number[]): number {
  return losses.length < 20 ? 0 : losses.toSorted((a, b) => a - b)[Math.ceil(0.9 * (losses.length + 1)) - 1]!;
}
