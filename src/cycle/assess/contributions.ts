import {
  criticalHad,
  criticalIn,
  elicitedDraw,
  evidenceTable,
  filterMonths,
  priorState,
  readingOf,
  shapleyLogOdds,
  type Evidence,
  type Messages,
  type Reading,
  type ScenarioModel,
  type Transition,
} from "#science/belief/index.ts";
import { logit, randomStream } from "#science/numbers/index.ts";
import type { MeasureReader } from "./measure.ts";
import { parameterSpread } from "./scenario-numbers.ts";
import { bearersWithout, type Bearer, type Situation } from "./situation.ts";

/** The elicited model with its messages: what every contribution is measured against. */
export interface Inference {
  readonly model: ScenarioModel;
  readonly transition: Transition;
  readonly reading: Reading;
  readonly table: Float64Array;
  readonly messages: Messages;
  /** P(joint state) on the as-of day. */
  readonly alpha: Float64Array;
  /** P(critical) per scenario. */
  readonly critical: readonly number[];
}

/** P(critical) per scenario from a table of evidence, filtered anew. */
export function criticalFrom(
  { model, transition }: Pick<Inference, "model" | "transition">,
  table: Float64Array,
  months: number,
): number[] {
  const last =
    filterMonths(transition, priorState(model, transition.states), table, months).at(-1) ??
    priorState(model, transition.states);
  return model.scenarios.map((_, k) => criticalIn(last.alpha, k));
}

/** Shift in log-odds of critical, per scenario, that one indicator causes: with it less without it. */
export function indicatorShift(inference: Inference, situation: Situation, indicator: number): number[] {
  const others = situation.bearers.filter((bearer) => bearer.indicator !== indicator);
  if (others.length === situation.bearers.length) return inference.critical.map(() => 0);
  return shiftTo(
    inference,
    criticalFrom(inference, tableWith(inference, situation, others), situation.known.months.length),
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
  const { months } = situation.known;
  const changed = bearersWithout(situation, readers, id);
  if (changed === null) return inference.critical.map(() => 0);
  const width = inference.model.scenarios.length * 3;
  const table = tableWith(inference, situation, changed);
  const touched = months.flatMap((_, t) => (sameRow(table, inference.table, t * width, width) ? [] : [t]));
  if (touched.length === 0) return inference.critical.map(() => 0);
  const [month] = touched;
  const critical =
    touched.length === 1
      ? criticalHad(inference.messages, month!, table.subarray(month! * width, (month! + 1) * width))
      : criticalFrom(inference, table, months.length);
  return shiftTo(inference, critical);
}

function sameRow(a: Float64Array, b: Float64Array, from: number, width: number): boolean {
  for (let i = from; i < from + width; i++) if (a[i] !== b[i]) return false;
  return true;
}

function shiftTo({ critical }: Inference, without: readonly number[]): number[] {
  return critical.map((p, k) => logit(p) - logit(without[k]!));
}

function tableWith(
  { reading, model }: Inference,
  { known, watch, inMonths, bearers }: Situation,
  chosen: readonly Bearer[],
): Float64Array {
  const evidence = chosen.map((bearer) => bearer.evidence);
  const sameOnes = chosen.length === bearers.length;
  const read = sameOnes
    ? reading
    : readingOf(elicitedDraw(model, parameterSpread(watch), evidence.length), inMonths);
  return evidenceTable(evidence, read, known.months.length, model.scenarios.length);
}

/** Permutation Shapley values in log-odds of one scenario's P(critical), for every indicator that carries evidence. */
export function shapleyShifts(
  inference: Inference,
  situation: Situation,
  scenario: number,
  permutations: number,
): ReadonlyMap<number, number> {
  const players = speakingIndicators(situation);
  const value = (present: readonly boolean[]): number => {
    const chosen = new Set(players.filter((_, i) => present[i]));
    const bearers = situation.bearers.filter(({ indicator }) => chosen.has(indicator));
    return criticalFrom(inference, tableWith(inference, situation, bearers), situation.known.months.length)[
      scenario
    ]!;
  };
  const values = shapleyLogOdds(players.length, value, permutations, randomStream("shapley"));
  return new Map(players.map((indicator, i) => [indicator, values[i]!]));
}

/** Indicators with at least one observed month. */
export function speakingIndicators({ bearers }: Situation): number[] {
  const speaks = ({ exposure }: Evidence): boolean => exposure.some((e) => e > 0);
  return [...new Set(bearers.filter(({ evidence }) => speaks(evidence)).map(({ indicator }) => indicator))];
}
