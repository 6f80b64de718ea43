import type { Random } from "#science/numbers/index.ts";
import { decayLoss } from "./decay-end.ts";
import { countsByType, FEWEST_EVENTS, type EventHistory } from "./event-history.ts";
import { fitHawkes, ROUGH, type HawkesFit, type Held } from "./fit.ts";
import { roundedAndSpread } from "./rounding.ts";
import { drawHawkes } from "./simulate.ts";

/**
 * How much likelihood is lost by holding a fit at the truth it was simulated from, 2(max − max held), one number per
 * draw. The truth is the fit of the history with the same held, so that everything else is as the data have it. Drawn
 * again: histories with too few events to be fitted, and those, of a truth near growth without end, with many times
 * the events seen. Where the times were rounded and spread, so are those drawn.
 */
export function simulatedLosses(
  history: EventHistory,
  { baseline }: HawkesFit,
  held: Held,
  { draws, random }: { draws: number; random: Random },
): number[] {
  const truth = fitHawkes(history, baseline, held, ROUGH);
  const most = MOST_TIMES * history.times.length;
  const losses: number[] = [];
  for (let tries = 0; losses.length < draws && tries < 4 * draws; tries++) {
    const drawn = drawHawkes(truth, random, most);
    if (drawn === null || Math.min(...countsByType(drawn)) < FEWEST_EVENTS) continue;
    const seen = history.unit === undefined ? drawn : roundedAndSpread(drawn, history.unit, random);
    losses.push(
      held.theta === undefined
        ? lossOf(seen, fitHawkes(seen, baseline, {}, ROUGH), held, ROUGH)
        : decayLoss(seen, baseline, held.theta, ROUGH),
    );
  }
  return losses;
}

const MOST_TIMES = 10;

/** 2(max − max held) of one history; negative only where the search for the first missed the highest peak, so cut off at 0. */
export function lossOf(history: EventHistory, fit: HawkesFit, held: Held, tolerance?: number): number {
  return Math.max(0, 2 * (fit.logLik - fitHawkes(history, fit.baseline, held, tolerance).logLik));
}
