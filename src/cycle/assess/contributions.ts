import {
  criticalHad,
  criticalIn,
  filterFrom,
  monthLogLikelihood,
  permutationShapley,
  priorState,
  sameInMonth,
  tableOf,
  voicesIn,
  type Evidence,
  type Messages,
  type Reading,
  type ScenarioModel,
  type Transition,
} from "#science/belief/index.ts";
import { logit, randomStream } from "#science/numbers/index.ts";
import type { MeasureReader } from "./reading/measure.ts";
import { evidenceWithout, type Situation } from "./situation.ts";

/** The elicited model with its messages: what every contribution is measured against. */
export interface Inference {
  readonly model: ScenarioModel;
  readonly transition: Transition;
  readonly reading: Reading;
  readonly groups: readonly (readonly number[])[];
  /** What each evidence says on its own. */
  readonly spoken: readonly Float64Array[];
  /** What all evidence says together: [month][scenario][state]. */
  readonly table: Float64Array;
  readonly messages: Messages;
  /** P(joint state) on the as-of day. */
  readonly alpha: Float64Array;
  /** P(critical) per scenario. */
  readonly critical: readonly number[];
}

/** P(critical) per scenario from another table of evidence, filtered again from the first month that differs. */
function criticalFrom(
  { model, transition, messages, table: told }: Inference,
  table: Float64Array,
  months: number,
): number[] {
  const differs = table.findIndex((value, at) => value !== told[at]);
  const month = differs < 0 ? months : Math.floor(differs / (model.scenarios.length * 3));
  const before = messages.forward[month - 1] ?? priorState(model, transition.states);
  const last = filterFrom(transition, before.alpha, table, month, months);
  return model.scenarios.map((_, k) => criticalIn(last, k));
}

/** P(critical) per scenario had only the chosen indicators been read. */
export function criticalWith(
  inference: Inference,
  { bearers, inMonths }: Situation,
  isChosen: (indicator: number) => boolean,
): number[] {
  const chosen = bearers.flatMap(({ indicator }, i) => (isChosen(indicator) ? [i] : []));
  const table = tableOf(
    inMonths.evidence,
    inference.spoken,
    chosen,
    inMonths.months,
    inference.model.scenarios.length,
  );
  return criticalFrom(inference, table, inMonths.months);
}

/** Shift in log-odds of critical, per scenario, that one indicator causes: with it less without it. */
export function indicatorShift(inference: Inference, situation: Situation, indicator: number): number[] {
  return shiftFrom(
    inference,
    criticalWith(inference, situation, (i) => i !== indicator),
  );
}

/**
 * Shift in log-odds of critical, per scenario, that one observation causes. Only the months whose evidence it
 * changes are touched: one month costs two dot products, more are filtered again.
 */
export function observationShift(
  inference: Inference,
  situation: Situation,
  readers: readonly MeasureReader[],
  id: string,
): number[] {
  const { evidence, months } = situation.inMonths;
  const without = evidenceWithout(situation, readers, id);
  const changed = [...without.keys()].filter((i) => without[i] !== evidence[i]);
  const touched = Array.from({ length: months }, (_, t) => t).filter((t) =>
    changed.some((i) => !sameInMonth(without[i]!, evidence[i]!, t)),
  );
  if (touched.length === 0) return inference.critical.map(() => 0);
  const rows = touched.map((t) => rowOf(inference, without, t));
  if (touched.length === 1)
    return shiftFrom(inference, criticalHad(inference.messages, touched[0]!, rows[0]!));
  const table = inference.table.slice();
  touched.forEach((t, i) => table.set(rows[i]!, t * rows[i]!.length));
  return shiftFrom(inference, criticalFrom(inference, table, months));
}

function rowOf(
  { model, reading, groups }: Inference,
  evidence: readonly Evidence[],
  month: number,
): Float64Array {
  const row = new Float64Array(model.scenarios.length * 3);
  monthLogLikelihood(evidence, voicesIn(evidence, groups, month), reading, month, row);
  return row;
}

function shiftFrom({ critical }: Inference, without: readonly number[]): number[] {
  return critical.map((p, k) => logit(p) - logit(without[k]!));
}

/** Permutation Shapley values in log-odds of one scenario's P(critical), for every indicator that carries evidence. */
export function shapleyShifts(
  inference: Inference,
  situation: Situation,
  scenario: number,
  orders: number,
): ReadonlyMap<number, number> {
  const players = speakingIndicators(situation);
  const worth = (coalition: readonly boolean[]): Float64Array => {
    const chosen = new Set(players.filter((_, i) => coalition[i]));
    return Float64Array.of(logit(criticalWith(inference, situation, (i) => chosen.has(i))[scenario]!));
  };
  const values = permutationShapley(players.length, worth, orders, randomStream("shapley"));
  return new Map(players.map((indicator, i) => [indicator, values[i]![0]!]));
}

/** Indicators with at least one observed month. */
export function speakingIndicators({ bearers }: Situation): number[] {
  const speaks = ({ exposure }: Evidence): boolean => exposure.some((e) => e > 0);
  return [...new Set(bearers.filter(({ evidence }) => speaks(evidence)).map(({ indicator }) => indicator))];
}
