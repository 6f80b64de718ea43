import type { Random } from "#science/numbers/index.ts";
import { countsByType, FEWEST_EVENTS, type EventHistory } from "./event-history.ts";
import { fitHawkes, type HawkesFit, type HawkesModel, type Held } from "./fit.ts";
import { simulateHawkes } from "./simulate.ts";
import { spectralRadius } from "./spectral-radius.ts";

/** What a record keeps of a history: rounding, for one. */
export type Observe = (history: EventHistory) => EventHistory;

/**
 * How much likelihood is lost by holding a fit at the truth it was simulated from, 2(max − max held), one number per
 * draw and question. Draws with too few events to be fitted are drawn again.
 */
export function simulatedLosses(
  truth: HawkesModel,
  questions: readonly Held[],
  { draws, random, observe }: { draws: number; random: Random; observe: Observe },
): number[][] {
  const model = stable(truth);
  const losses: number[][] = questions.map(() => []);
  for (let tries = 0; losses[0]!.length < draws && tries < 4 * draws; tries++) {
    const history = observe(simulateHawkes(model, random));
    if (Math.min(...countsByType(history)) < FEWEST_EVENTS) continue;
    const fit = fitHawkes(history, model.baseline);
    questions.forEach((held, k) => losses[k]!.push(lossOf(history, fit, held)));
  }
  return losses;
}

/** 2(max − max held) of one history; negative only where the search for the first missed the highest peak, so cut off at 0. */
export function lossOf(history: EventHistory, fit: HawkesFit, held: Held): number {
  return Math.max(0, 2 * (fit.logLik - fitHawkes(history, fit.baseline, held).logLik));
}

/** A model that can be simulated: one at or beyond the bound of stability is scaled back to 0.95. */
function stable(model: HawkesModel): HawkesModel {
  const radius = spectralRadius(model.a);
  if (radius <= 0.95) return model;
  return { ...model, a: model.a.map((row) => row.map((value) => (value * 0.95) / radius)) };
}
