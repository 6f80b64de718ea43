import {
  addTold,
  dot,
  eventHad,
  filterFrom,
  monthLogLikelihood,
  priorState,
  ruleLogLikelihood,
  ruleOutlook,
  rulePassage,
  sameInMonth,
  sameStories,
  SOON_MONTHS,
  toldTogether,
  voicesIn,
  type Evidence,
  type Messages,
  type ParameterDraw,
  type Reading,
  type RuleOutlook,
  type RuleStories,
  type ScenarioModel,
  type Transition,
} from "#science/belief/index.ts";
import { logit } from "#science/numbers/index.ts";
import type { Readers } from "./readers.ts";
import { saidWithout, type Said, type Situation } from "./situation.ts";

/** The fitted model with its messages: what every contribution is measured against. */
export interface Inference {
  readonly draw: ParameterDraw;
  readonly model: ScenarioModel;
  readonly transition: Transition;
  readonly reading: Reading;
  readonly groups: readonly (readonly number[])[];
  /** What each evidence says on its own. */
  readonly spoken: readonly Float64Array[];
  /** What the stories of the rules say: [month][scenario][state]. */
  readonly counted: Float64Array;
  /** What all evidence says together: [month][scenario][state]. */
  readonly table: Float64Array;
  /** How each scenario's rule stands on the as-of day. */
  readonly outlooks: readonly RuleOutlook[];
  /** Per scenario, P(critical now or within 90 days) from every joint state of the as-of day. */
  readonly soonFrom: readonly Float64Array[];
  readonly messages: Messages;
  /** P(joint state) on the as-of day. */
  readonly alpha: Float64Array;
  /** P(critical now or within 90 days) per scenario: what shifts are shifts of. */
  readonly soon: readonly number[];
  /** P(dormant), P(building), P(critical) per scenario, by the rules' reading of the as-of day. */
  readonly states: readonly (readonly number[])[];
}

/** The event that shifts are told of, from every joint state, for rules that stand so. */
export function soonFrom(transition: Transition, outlooks: readonly RuleOutlook[]): Float64Array[] {
  return outlooks.map((rule, k) => rulePassage(transition, k, rule, SOON_MONTHS).at(-1)!);
}

/** P(joint state) from another table of evidence, filtered again from the first month that differs. */
function alphaFrom(
  { model, transition, messages, table: told }: Inference,
  table: Float64Array,
  months: number,
): Float64Array {
  let differs = 0;
  while (differs < table.length && table[differs] === told[differs]) differs++;
  const month = differs < table.length ? Math.floor(differs / (model.scenarios.length * 3)) : months;
  const before = messages.forward[month - 1] ?? priorState(model, transition.states);
  return filterFrom(transition, before.alpha, table, month, months);
}

/**
 * P(critical now or within 90 days) per scenario had only the chosen indicators been read; the rules count as they do.
 * Many choices agree in what one scenario is told: that is put together once.
 */
export function createSoonWith(
  inference: Inference,
  { bearers, inMonths: { evidence, months } }: Situation,
): (isChosen: (indicator: number) => boolean) => number[] {
  const scenarios = inference.model.scenarios.length;
  const known = new Map<string, Float64Array>();
  const toldBy = (members: readonly number[]): Float64Array => {
    const key = members.join();
    const told = known.get(key) ?? toldTogether(evidence, inference.spoken, members, months);
    known.set(key, told);
    return told;
  };
  const own = inference.model.scenarios.map((_, k) =>
    [...evidence.keys()].filter((i) => evidence[i]!.scenario === k),
  );
  return (isChosen) => {
    const table = inference.counted.slice();
    own.forEach((all, k) =>
      addTold(table, toldBy(all.filter((i) => isChosen(bearers[i]!.indicator))), k, scenarios),
    );
    const alpha = alphaFrom(inference, table, months);
    return inference.soonFrom.map((from) => dot(from, alpha));
  };
}

/**
 * Shift in log-odds of critical now or within 90 days, per scenario, that one observation causes: in the indicators,
 * and in the count of a rule. Only the months whose evidence it changes are touched: one month costs two dot products,
 * more are filtered again.
 */
export function observationShift(
  inference: Inference,
  situation: Situation,
  readers: Readers,
  id: string,
): number[] {
  const { months } = situation.inMonths;
  const said = saidWithout(situation, readers, id);
  const touched = touchedMonths(situation.inMonths, said, months);
  const events = said.rules.map((rule, k) =>
    rule === situation.inMonths.rules[k]
      ? inference.soonFrom[k]!
      : soonFromAlone(inference, said.rules, k, months),
  );
  const sameEvents = events.every((event, k) => event === inference.soonFrom[k]);
  if (touched.length === 0 && sameEvents) return inference.soon.map(() => 0);
  const rows = touched.map((t) => rowOf(inference, said, t));
  if (touched.length === 1 && sameEvents)
    return shiftFrom(inference, eventHad(inference.messages, touched[0]!, rows[0]!));
  const table = inference.table.slice();
  touched.forEach((t, i) => table.set(rows[i]!, t * rows[i]!.length));
  const alpha = alphaFrom(inference, table, months);
  return shiftFrom(
    inference,
    events.map((event) => dot(event, alpha)),
  );
}

function soonFromAlone(
  { transition, reading }: Inference,
  rules: readonly RuleStories[],
  k: number,
  months: number,
): Float64Array {
  return rulePassage(transition, k, ruleOutlook(rules, reading, k, months - 1), SOON_MONTHS).at(-1)!;
}

function touchedMonths(before: Said, after: Said, months: number): number[] {
  const changed = [...before.evidence.keys()].filter((i) => before.evidence[i] !== after.evidence[i]);
  const recounted = [...before.rules.keys()].filter((k) => before.rules[k] !== after.rules[k]);
  return Array.from({ length: months }, (_, t) => t).filter(
    (t) =>
      changed.some((i) => !sameInMonth(before.evidence[i]!, after.evidence[i]!, t)) ||
      recounted.some((k) => !sameStories(before.rules[k]!, after.rules[k]!, t)),
  );
}

function rowOf(
  { model, reading, groups }: Inference,
  { evidence, rules }: Said,
  month: number,
): Float64Array {
  const row = new Float64Array(model.scenarios.length * 3);
  const counted = new Float64Array(row.length);
  monthLogLikelihood(evidence, voicesIn(evidence, groups, month), reading, month, row);
  ruleLogLikelihood(rules, reading, month, counted);
  return row.map((value, at) => value + counted[at]!);
}

/** How far the log-odds of each scenario lie above those without something. */
export function shiftFrom({ soon }: Inference, without: readonly number[]): number[] {
  return soon.map((p, k) => logit(p) - logit(without[k]!));
}

/** Indicators with at least one observed month. */
export function speakingIndicators({ bearers }: Situation): number[] {
  const speaks = ({ exposure }: Evidence): boolean => exposure.some((e) => e > 0);
  return [...new Set(bearers.filter(({ evidence }) => speaks(evidence)).map(({ indicator }) => indicator))];
}
