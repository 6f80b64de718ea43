import { logGammaQ, normalQuantile, type Random } from "#science/numbers/index.ts";
import { lossOf, simulatedLosses } from "./bootstrap.ts";
import { decayEnd } from "./decay-end.ts";
import type { HawkesFits } from "./fit.ts";
import type { Held } from "./held.ts";
import { ASYMPTOTIC_LOSS, profileEnd, type Interval } from "./intervals.ts";
import { parametersOf, type Parameter } from "./parameter.ts";

/** How inference is done: by so many simulated histories, or by the asymptotic law where there are none. */
export interface Inference {
  readonly draws: number;
  readonly random: Random;
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
/** Fewer simulated losses than this have no 90 % point. */
const FEWEST_DRAWS = 19;
/**
 * Histories are simulated from other parameters that are estimates too, weak excitations above all: by the 90 % point
 * of what they lose, intervals held 89.2 % of excitations in the mean of twelve truths.
 */
const ASKED_OF_EXCITATION = 0.91;
/** Losses this clear of any 90 % point need no simulation. */
const CLEAR = { below: 1, above: 8 };
/** Fewer simulated losses than this have no p below 0.05. */
const FEWEST_FOR_P = 39;

/**
 * 90 % intervals by inverting the likelihood-ratio test: a value belongs to one where no more likelihood is lost by
 * holding the parameter there than nine in ten histories lose that are simulated with it there (for an excitation 91 in
 * a hundred), the other parameters as the data have them then. Half of these are simulated at the ends of the asymptotic interval, the other half where
 * the first half moves them, since close to 0 what chance loses changes from one to the other.
 * Whether 0 belongs to an excitation's interval is for its test to say. Tests row by row, as `testExcitations` answers them.
 */
export function hawkesIntervals(
  fits: HawkesFits,
  tests: readonly (readonly ZeroTest[])[],
  how: Inference,
): HawkesIntervals {
  const end = (parameter: Parameter, side: -1 | 1, most = Infinity) => {
    const at = (loss: number) => endOf(fits, parameter, side, Math.min(most, loss));
    const asymptotic = at(ASYMPTOTIC_LOSS);
    if (asymptotic === null || how.draws === 0) return asymptotic;
    const simulated = (value: number, draws: number) =>
      simulatedLosses(fits, parameter.hold(value), { ...how, draws });
    const half = how.draws >> 1;
    const first = simulated(asymptotic, how.draws - half);
    const level = parameter.kind === "a" ? ASKED_OF_EXCITATION : 0.9;
    const moved = at(upperPoint(first, level));
    return moved === null ? null : at(upperPoint([...first, ...simulated(moved, half)], level));
  };
  const size = fits.history.typeCount;
  const free = fits.fit();
  const ends = parametersOf(size, 1).map((parameter): Interval => {
    const high = end(parameter, 1);
    if (parameter.kind === "theta") return [end(parameter, -1), high];
    if (parameter.kind === "mu") return [end(parameter, -1) ?? 0, high];
    const { loss, point } = tests[parameter.to]![parameter.from]!;
    if (parameter.of(free) === 0 || loss <= point) return [0, high];
    return [end(parameter, -1, point + CLOSE_TO_ZERO * (loss - point)) ?? 0, high];
  });
  return {
    mu: ends.slice(0, size),
    a: Array.from({ length: size }, (_, i) => ends.slice(size * (i + 1), size * (i + 2))),
    theta: ends.at(-1)!,
  };
}

function endOf(fits: HawkesFits, parameter: Parameter, side: -1 | 1, loss: number) {
  return parameter.kind === "theta" ? decayEnd(fits, side, loss) : profileEnd(fits, parameter, side, loss);
}

/** Whether each excitation is 0; those within a type are simulated only where the answer is not clear at once. */
export function testExcitations(fits: HawkesFits, how: Inference): ZeroTest[][] {
  const size = fits.history.typeCount;
  const tests: ZeroTest[][] = Array.from({ length: size }, () => []);
  for (const { kind, to, from, hold } of parametersOf(size, fits.baseline.segments + 1)) {
    if (kind !== "a") continue;
    tests[to]!.push(testZero(fits, hold(0), how, to === from));
  }
  return tests;
}

/** A fit without any excitation across types. */
export function noCross(typeCount: number, baseColumns: number): Held {
  const coefficients = parametersOf(typeCount, baseColumns)
    .filter(({ kind, to, from }) => kind === "a" && to !== from)
    .flatMap(({ hold }) => hold(0).coefficients ?? []);
  return { coefficients };
}

/**
 * Tests excitations that `held` sets to 0, all of them on the bound. By the asymptotic law where the answer is clear at
 * once and no p is asked for, or where the history is so long that few draws are taken.
 */
export function testZero(
  fits: HawkesFits,
  held: Held,
  how: Inference,
  isQuick = how.draws < FEWEST_FOR_P,
): ZeroTest {
  const loss = lossOf(fits, held);
  const count = held.coefficients?.length ?? 1;
  const asymptotic = { loss, p: mixtureP(loss, count), point: LOSS_AT_ZERO };
  const isClear = isQuick && (loss < CLEAR.below || loss > CLEAR.above);
  if (how.draws === 0 || isClear) return asymptotic;
  const simulated = simulatedLosses(fits, held, { ...how, draws: Math.max(how.draws, FEWEST_FOR_P) });
  if (simulated.length < FEWEST_DRAWS) return asymptotic;
  const above = simulated.filter((each) => each >= loss).length;
  return { loss, p: (1 + above) / (1 + simulated.length), point: upperPoint(simulated, ASKED_OF_EXCITATION) };
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

/** The loss that such a share stays below, between two of those simulated; the chi-square's where they are too few. */
function upperPoint(losses: readonly number[], level: number): number {
  if (losses.length < FEWEST_DRAWS) return ASYMPTOTIC_LOSS;
  const sorted = losses.toSorted((a, b) => a - b);
  const place = Math.min(level * (losses.length + 1), losses.length) - 1;
  const [below, above] = [sorted[Math.floor(place)]!, sorted[Math.ceil(place)]!];
  return below + (place - Math.floor(place)) * (above - below);
}
