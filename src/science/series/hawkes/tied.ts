import { randomStream } from "#science/numbers/index.ts";
import type { EventHistory } from "./event-history.ts";
import { fitHawkes, type HawkesFit } from "./fit.ts";
import { jittered, refuseLostOrder, refuseUnexplainedTies, roundingOf, type Rounding } from "./rounding.ts";

/** How far a figure moves from one spreading of the ties to another. */
type Spread = readonly [least: number, most: number];

/** A history that can be fitted, and what spreading its ties over the unit of rounding changes. */
export interface Untied {
  readonly history: EventHistory;
  readonly fit: HawkesFit;
  readonly rounding: Rounding;
  /** Null where there was no tie. */
  readonly spread: { readonly times: number; readonly logLik: Spread; readonly theta: Spread } | null;
}

/** Histories of more numbers than this are spread once: the spread of many ties averages out. */
const LARGE = 50_000;
const SPREADINGS = 5;

/**
 * Fits a history as it is, or, where events are tied because times were rounded, one with the ties spread at random
 * over the unit, the middle one of several by likelihood. No decay is looked for that is over within the unit, where the
 * lost order would decide. Refuses ties that no rounding explains, and excitation that fades so fast.
 */
export function fitUntied(given: EventHistory, seed: string): Untied {
  const rounding = roundingOf(given);
  refuseUnexplainedTies(rounding, given);
  const { unit, ties } = rounding;
  const fitted = (history: EventHistory) => ({
    history,
    fit: fitHawkes(history, { segments: 0, duration: history.duration }),
  });
  if (ties === 0 || unit === null) return { ...fitted(given), rounding, spread: null };
  const random = randomStream(seed);
  const size = given.times.length * given.typeCount;
  const fits = Array.from({ length: size > LARGE ? 1 : SPREADINGS }, () => {
    const one = fitted(jittered(given, unit, random));
    refuseLostOrder(one.history, one.fit, unit);
    return one;
  }).sort((a, b) => a.fit.logLik - b.fit.logLik);
  const range = (of: (fit: HawkesFit) => number): Spread => {
    const values = fits.map(({ fit }) => of(fit));
    return [Math.min(...values), Math.max(...values)];
  };
  return {
    ...fits[fits.length >> 1]!,
    rounding,
    spread: { times: fits.length, logLik: range(({ logLik }) => logLik), theta: range(({ theta }) => theta) },
  };
}
