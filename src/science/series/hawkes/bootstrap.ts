import type { Random } from "#science/numbers/index.ts";
import { decayLoss } from "./decay-end.ts";
import { countsByType, FEWEST_EVENTS } from "./event-history.ts";
import { hawkesFits, ROUGH, type HawkesFit, type HawkesFits } from "./fit.ts";
import type { Held } from "./held.ts";
import { ASYMPTOTIC_LOSS } from "./intervals.ts";
import { parametersOf } from "./parameter.ts";
import { roundedAndSpread } from "./rounding.ts";
import { drawHawkes } from "./simulate.ts";

/**
 * How much likelihood is lost by holding a fit at the truth it was simulated from, 2(max − max held), one number per
 * draw. The truth is the fit of the history with the same held, so that everything else is as the data have it. Drawn
 * again: histories with too few events to be fitted, and those, of a truth near growth without end, with many times
 * the events seen. Where the times were rounded and spread, so are those drawn.
 */
export function simulatedLosses(
  fits: HawkesFits,
  held: Held,
  { draws, random }: { draws: number; random: Random },
): number[] {
  const { history, baseline } = fits;
  const truth = truthToSimulate(fits, held);
  const most = MOST_TIMES * history.times.length;
  const losses: number[] = [];
  for (let tries = 0; losses.length < draws && tries < 4 * draws; tries++) {
    const drawn = drawHawkes(truth, random, most);
    if (drawn === null || Math.min(...countsByType(drawn)) < FEWEST_EVENTS) continue;
    const seen = history.unit === undefined ? drawn : roundedAndSpread(drawn, history.unit, random);
    const drawnFits = hawkesFits(seen, baseline);
    losses.push(
      held.theta === undefined ? lossOf(drawnFits, held, ROUGH) : decayLoss(drawnFits, held.theta, ROUGH),
    );
  }
  return losses;
}

const MOST_TIMES = 10;

/**
 * A fit of the history with the same held, in which excitations that are not shown are 0, least first. Estimates of
 * what is 0 lie above it half of the time, never below, and histories simulated from them lose less than those without:
 * intervals would hold some 2 per cent too little where there is no excitation. Cavaliere, Nielsen, Pedersen & Rahbek
 * 2022 (shrinking of parameters at a bound).
 */
function truthToSimulate({ history, fit }: HawkesFits, held: Held): HawkesFit {
  let [least, fixed] = [fit(held, ROUGH), held];
  for (;;) {
    let next: { fit: HawkesFit; held: Held } | null = null;
    for (const without of withOneLess(history.typeCount, least, fixed)) {
      const each = fit(without, ROUGH);
      if (next === null || each.logLik > next.fit.logLik) next = { fit: each, held: without };
    }
    if (next === null || 2 * (least.logLik - next.fit.logLik) >= ASYMPTOTIC_LOSS) return least;
    [least, fixed] = [next.fit, next.held];
  }
}

/** What is held, and one more excitation at 0: each of those that are free and above it. */
function withOneLess(typeCount: number, fit: HawkesFit, held: Held): Held[] {
  const fixed = held.coefficients ?? [];
  return parametersOf(typeCount, fit.baseline.segments + 1)
    .filter(({ kind, of }) => kind === "a" && of(fit) > 0)
    .flatMap(({ hold }) => hold(0).coefficients ?? [])
    .filter(({ type, column }) => !fixed.some((one) => one.type === type && one.column === column))
    .map((none) => ({ ...held, coefficients: [...fixed, none] }));
}

/** 2(max − max held); negative only where the search for the first missed the highest peak, so cut off at 0. */
export function lossOf({ fit }: HawkesFits, held: Held, tolerance?: number): number {
  return Math.max(0, 2 * (fit(undefined, tolerance).logLik - fit(held, tolerance).logLik));
}
