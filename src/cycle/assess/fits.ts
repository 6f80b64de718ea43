import { monthOf, type Day } from "#model/day.ts";
import type { Observation } from "#model/observation.ts";
import type { Watch } from "#model/watch.ts";
import {
  createEnsemble,
  fitParameters,
  YEAR_MONTHS,
  type Ensemble,
  type ParameterDraw,
  type ParameterSpread,
} from "#science/belief/index.ts";
import { createJudge } from "./month-intervals.ts";
import { calendarOf } from "./reading/calendar.ts";
import type { Readers } from "./readers.ts";
import { readSituation } from "./situation.ts";

/** The parameters that a day is judged with. */
export interface Fit {
  /** The day whose knowledge they were learned from; null where they are the elicited ones. */
  readonly on: Day | null;
  readonly draw: ParameterDraw;
  /** These parameters alone, filtered month by month, and judged for a year ahead. */
  readonly ensemble: Ensemble;
  readonly judge: ReturnType<typeof createJudge>;
}

/** A watch of more than five scenarios is judged by the elicited numbers: its joint states are too many to fit. */
const MOST_STATES = 243;

/** Where the watch asks for it, learns on the last day of every year, from what was known by then; the days of the next year are judged with it. */
export function createFits(
  watch: Watch,
  readers: Readers,
  elicited: ParameterDraw,
  spread: ParameterSpread,
): (asOf: Day, observations: readonly Observation[]) => Fit {
  const none = fitWith(null, elicited);
  const fits = new Map<Day, { known: readonly Observation[]; fit: Fit }>();
  const isFitted = watch.parameters === "fitted" && 3 ** watch.scenarios.length <= MOST_STATES;
  return (asOf, observations) => {
    const on = `${Number(asOf.slice(0, 4)) - 1}-12-31`;
    if (!isFitted || monthOf(on) < watch.startMonth) return none;
    const known = observations.filter(({ knownAt }) => knownAt <= on);
    const before = fits.get(on);
    if (before && saySame(before.known, known)) return before.fit;
    const { inMonths } = readSituation(watch, readers, calendarOf(watch, on, known), known);
    const fit = fitWith(on, fitParameters(elicited, spread, inMonths).draw);
    fits.set(on, { known, fit });
    return fit;
  };
}

function fitWith(on: Day | null, draw: ParameterDraw): Fit {
  const ensemble = createEnsemble([draw]);
  return { on, draw, ensemble, judge: createJudge(ensemble, YEAR_MONTHS) };
}

function saySame(a: readonly Observation[], b: readonly Observation[]): boolean {
  return (
    a.length === b.length && a.every((one, i) => one === b[i] || JSON.stringify(one) === JSON.stringify(b[i]))
  );
}
