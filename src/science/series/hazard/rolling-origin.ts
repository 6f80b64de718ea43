import { studentTQuantile } from "#science/numbers/index.ts";
import { logScore, tally, type PersonPeriod, type Tally } from "./cloglog.ts";
import { chanceWithin, shrunkHazard, type ShrunkHazard } from "./shrunk-hazard.ts";

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
  /** Whether what came was so much more probable by the covariates that a constant hazard is not believed. */
  readonly isBetter: boolean;
}

const FEWEST_BEFORE = 8;
const FEWEST_ORIGINS = 4;
/**
 * Forecasts made before the fact that give what came 20 times the probability the true ones give it are met in at most
 * one of 20 records, however few, and wherever the record ends. Ville 1939; Dawid 1984.
 */
const BETTER_NATS = Math.log(20);
/** A record that has grown by less than this share since the last fit is not fitted again. */
const WORTH_A_FIT = 1.02;

/**
 * Fits on all periods before each origin and scores the `ahead` periods after it, then moves the origin on by as
 * many; shrinkage is chosen anew at each. Null where fewer than four origins have eight events behind them. Tashman 2000.
 */
export function rollingOrigin(
  rows: readonly DatedPeriod[],
  ahead: number,
  natural?: number,
): OutOfSample | null {
  const inOrder = rows.toSorted((a, b) => a.period - b.period);
  const begin = inOrder[0]!.period;
  const end = inOrder.at(-1)!.period + 1;
  const spans = Map.groupBy(inOrder, ({ period }) => Math.floor((period - begin) / ahead));
  const gains: { gain: number; events: number }[] = [];
  const before = new Map<string, Tally>();
  let [count, events, fitted] = [0, 0, 0];
  let fit: ShrunkHazard | null = null;
  for (const [span, after] of spans) {
    const came = after.filter(({ event }) => event).length;
    if (events >= FEWEST_BEFORE && begin + (span + 1) * ahead <= end) {
      if (fit === null || count >= WORTH_A_FIT * fitted) {
        fit = shrunkHazard([...before.values()], natural);
        fitted = count;
      }
      gains.push({ gain: gainOver(events / count, fit, after), events: came });
    }
    tally(after, before);
    count += after.length;
    events += came;
  }
  return summary(gains);
}

/** Log score of one span by the covariates, less that by a constant hazard. */
function gainOver(constant: number, fit: ShrunkHazard, after: readonly DatedPeriod[]): number {
  return logScore(after, (x) => chanceWithin(fit, x, 1)) - logScore(after, () => constant);
}

function summary(gains: readonly { gain: number; events: number }[]): OutOfSample | null {
  const events = gains.reduce((sum, each) => sum + each.events, 0);
  const n = gains.length;
  if (n < FEWEST_ORIGINS || events === 0) return null;
  const total = gains.reduce((sum, { gain }) => sum + gain, 0);
  const variance = gains.reduce((sum, { gain }) => sum + (gain - total / n) ** 2, 0) / (n - 1);
  const reach = studentTQuantile(0.95, n - 1) * Math.sqrt(n * variance);
  return {
    origins: n,
    events,
    gain: total / events,
    low: (total - reach) / events,
    high: (total + reach) / events,
    isBetter: total >= BETTER_NATS,
  };
}
