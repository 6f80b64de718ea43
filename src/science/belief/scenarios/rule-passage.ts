import { stateIn } from "./joint-space.ts";
import type { Transition } from "./transition.ts";

/** All that the future of a rule of resolution depends on besides the states: what it has counted and what may come. */
export interface RuleOutlook {
  /** Stories within the window from which on the rule says building, and critical. */
  readonly building: number;
  readonly critical: number;
  readonly withinMonths: number;
  /** Of the stories known, those still in the window so many months ahead: 0 … horizon. */
  readonly kept: readonly number[];
  /** Months of the window that have passed without anybody looking, so many months ahead: 0 … horizon. */
  readonly unseen: readonly number[];
  /** Stories expected in a month while dormant, building and critical. */
  readonly rates: readonly [number, number, number];
  readonly dispersion: number;
}

/** Which readings of a rule are waited for: the first that says critical, or the first that no longer does. */
export type RuleEvent = "critical" | "not critical";

/** Rows are corrected and withdrawn afterwards, so that no reading of a record is quite certain. */
const CORRECTED = 0.002;

/**
 * Probability that a rule has read so by h months ahead, from every joint state: h = 0 … horizon. New stories come
 * as a negative binomial of the scenario's state; known ones leave the window when their time comes, unseen and new
 * ones one by one at the pace of the window. The states of the parents are held as they stand.
 */
export function rulePassage(
  { states, contexts, moves }: RuleTransition,
  scenario: number,
  rule: RuleOutlook,
  horizonMonths: number,
  event: RuleEvent = "critical",
): Float64Array[] {
  const walk = createWalk(rule, horizonMonths, event);
  const curves = moves[scenario]!.map((own) => [0, 1, 2].map((s) => walk(own, ALONE, s * 3)));
  const curveOf = Array.from(contexts[scenario]!.of, (c, x) => curves[c]![stateIn(x, scenario)]!);
  return Array.from({ length: horizonMonths + 1 }, (_, h) =>
    Float64Array.from({ length: states }, (_joint, x) => uncertain(curveOf[x]![h]!)),
  );
}

/** All weight on dormant, on building, on critical. */
const ALONE = Float64Array.of(1, 0, 0, 0, 1, 0, 0, 0, 1);

export type RuleTransition = Pick<Transition, "states" | "contexts" | "moves">;

/** The same curve for one distribution over contexts and own states, [context][own state]: one walk for each context. */
export function rulePassageOf(
  { moves }: RuleTransition,
  scenario: number,
  rule: RuleOutlook,
  horizonMonths: number,
  view: Float64Array,
): Float64Array {
  const walk = createWalk(rule, horizonMonths, "critical");
  const curve = new Float64Array(horizonMonths + 1);
  for (let c = 0; c < moves[scenario]!.length; c++) {
    const walked = walk(moves[scenario]![c]!, view, c * 3);
    for (let h = 0; h <= horizonMonths; h++) curve[h]! += walked[h]!;
  }
  for (let h = 0; h <= horizonMonths; h++) curve[h] = uncertain(curve[h]!);
  return curve;
}

/** P(dormant), P(building) and P(critical) by a rule's reading of today, from every joint state. */
export function ruleReading(states: number, scenario: number, rule: RuleOutlook): readonly Float64Array[] {
  const atLeast = (bound: number) => {
    const missing = Math.max(0, bound - rule.kept[0]!);
    const each = ([0, 1, 2] as const).map((s) =>
      uncertain(1 - sum(storiesIn(rule, s, rule.unseen[0]!, missing))),
    );
    return Float64Array.from({ length: states }, (_, x) => each[stateIn(x, scenario)]!);
  };
  const [building, critical] = [atLeast(rule.building), atLeast(rule.critical)];
  return [building.map((p) => 1 - p), building.map((p, x) => Math.max(0, p - critical[x]!)), critical];
}

const uncertain = (p: number) => CORRECTED + (1 - 2 * CORRECTED) * p;
const sum = (values: ArrayLike<number>) => {
  let total = 0;
  for (let i = 0; i < values.length; i++) total += values[i]!;
  return total;
};

/** P(n stories) in so many months of a state, n = 0 … length − 1, written to `chances` from `at` on. */
function storiesIn(
  { rates, dispersion }: RuleOutlook,
  s: number,
  months: number,
  length: number,
  chances = new Float64Array(length),
  at = 0,
): Float64Array {
  if (length === 0) return chances;
  const r = dispersion * months;
  const share = rates[s]! / (dispersion + rates[s]!);
  chances[at] = months > 0 ? Math.exp(r * Math.log1p(-share)) : 1;
  for (let n = 1; n < length; n++) chances[at + n] = (chances[at + n - 1]! * (r + n - 1) * share) / n;
  return chances;
}

/**
 * Walks over (state, stories unseen or new) under one set of moves: from a weight on each state, the weight absorbed by
 * then. An assessment makes thousands, so that a walk keeps its numbers in few arrays.
 */
function createWalk(rule: RuleOutlook, horizonMonths: number, event: RuleEvent) {
  const { kept, critical } = rule;
  // What lies beyond what is asked must change no bit of it.
  const lastKept = Math.min(horizonMonths, kept.length - 1);
  const needAt = (h: number) => critical - kept[Math.min(h, lastKept)]!;
  let most = event === "critical" ? 0 : 2 * critical;
  if (event === "critical") for (let h = 0; h <= lastKept; h++) most = Math.max(most, needAt(h));
  const size = most + 1;
  const [arrivals, starts] = [new Float64Array(3 * size), new Float64Array(3 * size)];
  for (let s = 0; s < 3; s++) {
    storiesIn(rule, s, 1, size, arrivals, s * size);
    storiesIn(rule, s, rule.unseen[0]!, size, starts, s * size);
  }
  let [mass, next] = [new Float64Array(3 * size), new Float64Array(3 * size)];
  return (moves: Float64Array, weights: Float64Array, at: number): Float64Array => {
    for (let s = 0; s < 3; s++) {
      const weight = weights[at + s]!;
      let left = weight;
      for (let n = s * size; n < s * size + most; n++) left -= mass[n] = weight * starts[n]!;
      // All that is beyond the last place stands in it.
      mass[s * size + most] = Math.max(0, left);
    }
    const curve = new Float64Array(horizonMonths + 1);
    let absorbed = absorb(mass, size, needAt(0), event);
    curve[0] = absorbed;
    for (let j = 0; j < horizonMonths; j++) {
      const keep = retention(rule, j);
      if (keep < 1) thin(mass, size, keep);
      step(mass, next, size, moves, arrivals);
      [mass, next] = [next, mass];
      absorbed += absorb(mass, size, needAt(j + 1), event);
      curve[j + 1] = Math.min(1, absorbed);
    }
    return curve;
  };
}

/** Share of the unseen and new stories that the window keeps over the month after `ahead`. */
function retention({ unseen, withinMonths }: RuleOutlook, ahead: number): number {
  const months = (j: number) => unseen[Math.min(j, unseen.length - 1)]! + Math.min(j, withinMonths);
  return months(ahead) > 0 ? Math.min(1, Math.max(0, (months(ahead + 1) - 1) / months(ahead))) : 1;
}

/** Takes out of `mass` what has got there, and says how much it was. */
function absorb(mass: Float64Array, size: number, need: number, event: RuleEvent): number {
  const [from, to] =
    event === "critical" ? [Math.max(0, need), size] : [0, Math.min(size, Math.max(0, need))];
  let taken = 0;
  for (let s = 0; s < 3; s++) {
    for (let n = from; n < to; n++) {
      taken += mass[s * size + n]!;
      mass[s * size + n] = 0;
    }
  }
  return taken;
}

/** Each story stays with the probability `keep`, by itself. */
function thin(mass: Float64Array, size: number, keep: number): void {
  for (let s = 0; s < 3; s++) {
    const at = s * size;
    for (let n = 0; n < size; n++) {
      const here = mass[at + n]!;
      if (here === 0 || n === 0) continue;
      mass[at + n] = 0;
      let chance = keep === 0 ? 1 : (1 - keep) ** n;
      for (let m = 0; m <= n; m++) {
        mass[at + m]! += here * chance;
        if (keep === 0) break;
        chance *= ((n - m) / (m + 1)) * (keep / (1 - keep));
      }
    }
  }
}

/** One month: the state moves, then its stories arrive. */
function step(
  mass: Float64Array,
  next: Float64Array,
  size: number,
  moves: Float64Array,
  arrivals: Float64Array,
): void {
  next.fill(0);
  const most = size - 1;
  for (let to = 0; to < 3; to++) {
    const m0 = moves[to]!;
    const m1 = moves[3 + to]!;
    const m2 = moves[6 + to]!;
    for (let n = 0; n < size; n++) {
      const here = mass[n]! * m0 + mass[size + n]! * m1 + mass[2 * size + n]! * m2;
      if (here === 0) continue;
      let left = here;
      for (let a = 0, at = to * size + n; n + a < most; a++, at++) {
        const share = here * arrivals[to * size + a]!;
        next[at]! += share;
        left -= share;
      }
      if (left > 0) next[to * size + most]! += left;
    }
  }
}
