import { normalQuantile } from "#science/numbers/index.ts";
import { logScore, type PersonPeriod } from "./cloglog.ts";
import { chanceWithin, shrunkHazard } from "./shrunk-hazard.ts";

/** A person-period that knows when it was. */
export interface DatedPeriod extends PersonPeriod {
  readonly period: number;
}

/** How covariates forecast periods the fit has not seen, against one constant hazard. */
export interface OutOfSample {
  readonly origins: number;
  readonly events: number;
  /** Log score gained over the constant hazard, in nats per event; above 0 is better. */
  readonly gain: number;
  /** 90 %, by the scatter between origins. */
  readonly low: number;
  readonly high: number;
}

const FEWEST_BEFORE = 8;
const FEWEST_ORIGINS = 4;

/**
 * Fits on all periods before each origin and scores the `ahead` periods after it, then moves the origin on by as
 * many; shrinkage is chosen anew at each. Null where fewer than four origins have eight events behind them. Tashman 2000.
 */
export function rollingOrigin(
  rows: readonly DatedPeriod[],
  ahead: number,
  natural?: number,
): OutOfSample | null {
  const begin = rows.reduce((least, { period }) => Math.min(least, period), Infinity);
  const last = rows.reduce((most, { period }) => Math.max(most, period), -Infinity);
  const gains: { gain: number; events: number }[] = [];
  const spans = new Set(rows.map(({ period }) => Math.floor((period - begin) / ahead)));
  for (const span of [...spans].sort((a, b) => a - b)) {
    const origin = begin + span * ahead;
    if (origin + ahead > last + 1) continue;
    const before = rows.filter(({ period }) => period < origin);
    const after = rows.filter(({ period }) => period >= origin && period < origin + ahead);
    const events = before.filter(({ event }) => event).length;
    if (events < FEWEST_BEFORE || after.length === 0) continue;
    const fit = shrunkHazard(before, natural);
    const constant = events / before.length;
    gains.push({
      gain: logScore(after, (x) => chanceWithin(fit, x, 1)) - logScore(after, () => constant),
      events: after.filter(({ event }) => event).length,
    });
  }
  const total = gains.reduce((sum, { events }) => sum + events, 0);
  if (gains.length < FEWEST_ORIGINS || total === 0) return null;
  const mean = gains.reduce((sum, { gain }) => sum + gain, 0) / gains.length;
  const variance = gains.reduce((sum, { gain }) => sum + (gain - mean) ** 2, 0) / (gains.length - 1);
  const reach = normalQuantile(0.95) * Math.sqrt(variance / gains.length);
  const perEvent = gains.length / total;
  return {
    origins: gains.length,
    events: total,
    gain: mean * perEvent,
    low: (mean - reach) * perEvent,
    high: (mean + reach) * perEvent,
  };
}
