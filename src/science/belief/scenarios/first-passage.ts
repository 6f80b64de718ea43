import { stateIn } from "./joint-space.ts";
import { stepBackward, type Transition } from "./transition.ts";

/**
 * Probability of having entered a set of states within h months, from every joint state: h = 0 … horizon.
 * The set is made absorbing: uₕ(x) = 1 inside, (T uₕ₋₁)(x) outside.
 */
export function firstPassage(
  transition: Transition,
  scenario: number,
  enters: (state: 0 | 1 | 2) => boolean,
  horizonMonths: number,
): Float64Array[] {
  const { states } = transition;
  const inside = Float64Array.from({ length: states }, (_, x) => (enters(stateIn(x, scenario)) ? 1 : 0));
  const within = [inside];
  for (let h = 1; h <= horizonMonths; h++) {
    const next = within[h - 1]!.slice();
    stepBackward(transition, next);
    for (let x = 0; x < states; x++) if (inside[x] === 1) next[x] = 1;
    within.push(next);
  }
  return within;
}

export const isCritical = (state: 0 | 1 | 2): boolean => state === 2;
export const isNotCritical = (state: 0 | 1 | 2): boolean => state !== 2;

/** F(0) … F(horizon): the distribution of the first passage for a given distribution over joint states. */
export function passageCurve(within: readonly Float64Array[], alpha: Float64Array): number[] {
  return within.map((u) => dot(u, alpha));
}

export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let x = 0; x < a.length; x++) sum += a[x]! * b[x]!;
  return sum;
}

/** Months until the curve reaches q, log-survival linear within a month; null when it does not within the horizon. */
export function passageQuantile(curve: readonly number[], q: number): number | null {
  const month = curve.findIndex((f) => f >= q);
  if (month < 0) return null;
  if (month === 0) return 0;
  const [before, after] = [Math.log1p(-curve[month - 1]!), Math.log1p(-curve[month]!)];
  const wanted = Math.log1p(-q);
  return after === before ? month : month - 1 + (wanted - before) / (after - before);
}
