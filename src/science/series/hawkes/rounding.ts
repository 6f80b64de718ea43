import { logGammaQ, type Random } from "#science/numbers/index.ts";
import { SeriesRefused } from "../series-error.ts";
import { countsByType, type EventHistory } from "./event-history.ts";
import type { HawkesFit } from "./fit.ts";

/** How coarsely times were written down. */
export interface Rounding {
  /** The unit all times are multiples of; null where there is none to be seen. */
  readonly unit: number | null;
  /** Events that share their time with an earlier one. */
  readonly ties: number;
}

/** Where a unit would tie fewer events than this by chance, it explains no tie. */
const FEWEST_TIES = 0.01;

/** Finds the unit of rounding: the largest that every time is a whole number of, if there is one to be seen. */
export function roundingOf({ times }: EventHistory): Rounding {
  const finest = (FEWEST_TIES * (times.at(-1)! - times[0]!)) / times.length ** 2;
  let [unit, ties] = [0, 0];
  for (const [n, time] of times.entries()) {
    if (time === times[n - 1]) ties++;
    else if (unit === 0 || unit >= finest) unit = commonUnit(unit, time, finest / 10);
  }
  const isWhole = (time: number) => Math.abs(time / unit - Math.round(time / unit)) < 1e-6;
  const isRounded = times.length > 1 && unit >= finest && times.every(isWhole);
  return { unit: isRounded ? Number(unit.toPrecision(9)) : null, ties };
}

/** The largest number of which both are multiples, to within a tolerance. Euclid. */
function commonUnit(a: number, b: number, tolerance: number): number {
  while (b > tolerance) [a, b] = [b, Math.abs(a - Math.round(a / b) * b)];
  return a;
}

/** Spreads events evenly over the unit their times were rounded to, so that a tie has an order again. */
export function jittered(history: EventHistory, unit: number, random: Random): EventHistory {
  const moved = Array.from(history.times, (time, n) => ({
    time: Math.min(time + unit * random(), Math.max(time, history.duration)),
    type: history.types[n]!,
  })).sort((p, q) => p.time - q.time);
  return {
    ...history,
    unit,
    times: Float64Array.from(moved, ({ time }) => time),
    types: Int32Array.from(moved, ({ type }) => type),
  };
}

/** What a record rounded down to a unit, and then spread again, shows of a history. */
export function roundedAndSpread(history: EventHistory, unit: number, random: Random): EventHistory {
  const times = history.times.map((time) => Math.floor(time / unit) * unit);
  return jittered({ ...history, times }, unit, random);
}

/** Refuses ties that no rounding explains. */
export function refuseUnexplainedTies({ unit, ties }: Rounding, { times }: EventHistory): void {
  if (ties === 0 || unit !== null) return;
  const first = times.findIndex((time, n) => time === times[n - 1]);
  const which = ties === 1 ? `event ${first + 1} shares` : `event ${first + 1} and ${ties - 1} more share`;
  const problem = `${which} a time with the one before, though times are not rounded`;
  throw new SeriesRefused(
    "too-coarse",
    problem,
    "merge what is one event, or round all times to the unit they were noted in",
  );
}

/**
 * Refuses excitation that is best explained by the fastest decay the rounding lets one see, 1/unit: what is left of it
 * would rest on the lost order. One that chance explains as well is no excitation, and no reason to refuse.
 */
export function refuseLostOrder(history: EventHistory, { theta, logLik }: HawkesFit, unit: number): void {
  if (theta * unit < AT_BOUND) return;
  const evenly = countsByType(history).reduce((sum, n) => sum + n * (Math.log(n / history.duration) - 1), 0);
  const parameters = history.typeCount ** 2 + 1;
  if (logGammaQ(parameters / 2, logLik - evenly) > Math.log(LEVEL)) return;
  const problem = `excitation fades within ${unit}, the unit that times are rounded to, where ties have lost their order`;
  throw new SeriesRefused("too-coarse", problem, `times to ${(unit / 10).toPrecision(1)} would be enough`);
}

/** A search that ends this near its bound would have gone on. */
const AT_BOUND = 0.95;
/** Histories without excitation are refused no more often than this. */
const LEVEL = 0.05;
