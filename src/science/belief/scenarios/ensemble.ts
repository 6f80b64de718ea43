import { groupEvidence, monthLogLikelihood, voicesIn, type Evidence, type Reading } from "./evidence.ts";
import { priorState, weigh } from "./filter.ts";
import { stateIn } from "./joint-space.ts";
import type { ParameterDraw } from "./parameter-draws.ts";
import { ruleLogLikelihood, ruleOutlook, sameStories, type RuleStories } from "./rule-evidence.ts";
import { rulePassageOf } from "./rule-passage.ts";
import { compileTransition, stepForward, type Contexts, type Transition } from "./transition.ts";

/** What the evidence of one as-of day looks like to every draw. */
export interface EvidenceInMonths {
  readonly evidence: readonly Evidence[];
  /** What each scenario's rule counts. */
  readonly rules: readonly RuleStories[];
  readonly months: number;
  /** Per month, how far reporting had grown: 0 at the start of its span, 1 at the end. */
  readonly reportingSpan: Float64Array;
}

/** What an ensemble keeps of one month. */
export interface EnsembleMonth {
  /** Per scenario, P(context and own state) of every draw, one behind the other. */
  readonly views: readonly Float64Array[];
  /** Per draw, Σ log P(stories of the rules in a month | what was known before it). */
  readonly logEvidence: Float64Array;
}

/** What the draws say of the rules at the end of a month, per scenario and draw. */
export interface EnsembleJudgement {
  readonly critical: readonly Float64Array[];
  /** P(critical now or within three months). */
  readonly soon: readonly Float64Array[];
  /** P(critical now or within the months looked ahead). */
  readonly ahead: readonly Float64Array[];
}

export interface Ensemble {
  /** Filters every draw; months whose evidence is that of the last run are taken over from it, bit for bit. */
  readonly run: (evidence: EvidenceInMonths) => readonly EnsembleMonth[];
  /** What every `every`-th draw says at the end of a month of that evidence, `aheadMonths` ahead: three unless said, or more. */
  readonly judge: (
    evidence: EvidenceInMonths,
    months: readonly EnsembleMonth[],
    month: number,
    every: number,
    aheadMonths?: number,
  ) => EnsembleJudgement;
}

interface Member {
  readonly draw: ParameterDraw;
  readonly transition: Transition;
}

/** Filter states of all members after a month, one behind the other. */
interface Filtered {
  readonly alphas: Float64Array;
  readonly logEvidence: Float64Array;
}

/** Months ahead that "soon" means: the 90 days of the warning signal. */
export const SOON_MONTHS = 3;
/** Months ahead for which a warning promises a critical point. */
export const YEAR_MONTHS = 12;

/** Filter states are remembered for as many months as fit; what was forgotten is filtered again when it is needed. */
const REMEMBERED_BYTES = 64 * 2 ** 20;

/** Filters a set of parameter draws side by side. Its memory changes the time an answer takes, never the answer. */
export function createEnsemble(draws: readonly ParameterDraw[]): Ensemble {
  const contexts = draws[0] && compileTransition(draws[0].model).contexts;
  const members = draws.map((draw): Member => ({
    draw,
    transition: compileTransition(draw.model, contexts),
  }));
  const start = startOf(members);
  const lenses = (contexts ?? []).map(lensOf);
  let last: EvidenceInMonths | null = null;
  const most = Math.max(2, Math.floor(REMEMBERED_BYTES / start.alphas.byteLength));
  let filtered: (Filtered | undefined)[] = [];
  let results: EnsembleMonth[] = [];
  return {
    run(next) {
      let kept = last === null ? 0 : sameMonths(last, next);
      while (kept > 0 && filtered[kept - 1] === undefined) kept--;
      filtered = filtered.slice(0, kept);
      results = results.slice(0, kept);
      const groups = groupEvidence(next.evidence);
      const readings = members.map(({ draw }) => readingOf(draw, next));
      for (let t = kept; t < next.months; t++) {
        const after = advance(members, filtered[t - 1] ?? start, readings, next, groups, t);
        filtered.push(after);
        if (t >= most) filtered[t - most] = undefined;
        results.push(gather(members, after, lenses));
      }
      last = next;
      return results;
    },
    judge(evidence, months, month, every, aheadMonths = SOON_MONTHS) {
      const chosen = [...members.keys()].filter((d) => d % every === 0);
      const curves = chosen.map((d) =>
        curvesOf(members[d]!, d, evidence, months[month]!, lenses, { month, aheadMonths }),
      );
      const within = (h: number) => lenses.map((_, k) => pick(curves, k, h));
      return { critical: within(0), soon: within(SOON_MONTHS), ahead: within(aheadMonths) };
    },
  };
}

/** Joint states seen by one scenario: which place each has among its contexts and own states. */
interface Lens {
  readonly placeOf: Int32Array;
  readonly places: number;
}

function lensOf({ of, examples }: Contexts, scenario: number): Lens {
  return { placeOf: of.map((context, x) => context * 3 + stateIn(x, scenario)), places: examples.length * 3 };
}

function startOf(members: readonly Member[]): Filtered {
  const states = members[0]?.transition.states ?? 0;
  const alphas = new Float64Array(members.length * states);
  members.forEach(({ draw, transition }, d) =>
    alphas.set(priorState(draw.model, transition.states).alpha, d * states),
  );
  return { alphas, logEvidence: new Float64Array(members.length) };
}

/** How a draw reads the evidence: its own growth of reporting, means, rates and strengths. */
export function readingOf(
  { growth, multipliers, strengths, powers, rates }: ParameterDraw,
  { reportingSpan }: Pick<EvidenceInMonths, "reportingSpan">,
): Reading {
  return { growth, reportingSpan, multipliers, strengths, powers, rates };
}

/** The stories of the rules are heard first, so that their total is a forecast; the indicators of the month after them. */
function advance(
  members: readonly Member[],
  before: Filtered,
  readings: readonly Reading[],
  { evidence, rules }: EvidenceInMonths,
  groups: readonly (readonly number[])[],
  month: number,
): Filtered {
  const alphas = before.alphas.slice();
  const logEvidence = before.logEvidence.slice();
  const voices = voicesIn(evidence, groups, month);
  const logLikelihood = new Float64Array(rules.length * 3);
  members.forEach(({ transition }, d) => {
    const alpha = alphaOf(alphas, members, d);
    stepForward(transition, alpha);
    ruleLogLikelihood(rules, readings[d]!, month, logLikelihood);
    logEvidence[d]! += weigh(alpha, logLikelihood);
    monthLogLikelihood(evidence, voices, readings[d]!, month, logLikelihood);
    weigh(alpha, logLikelihood);
  });
  return { alphas, logEvidence };
}

function alphaOf(alphas: Float64Array, members: readonly Member[], d: number): Float64Array {
  const { states } = members[d]!.transition;
  return alphas.subarray(d * states, (d + 1) * states);
}

function gather(
  members: readonly Member[],
  { alphas, logEvidence }: Filtered,
  lenses: readonly Lens[],
): EnsembleMonth {
  const views = lenses.map(({ placeOf, places }) => {
    const view = new Float64Array(members.length * places);
    const states = placeOf.length;
    for (let d = 0; d < members.length; d++) {
      const [from, to] = [d * states, d * places];
      for (let x = 0; x < states; x++) view[to + placeOf[x]!]! += alphas[from + x]!;
    }
    return view;
  });
  return { views, logEvidence };
}

/** Per scenario, one draw's curve of first reaching critical, from the end of a month on. */
function curvesOf(
  { draw, transition }: Member,
  d: number,
  { rules, reportingSpan }: EvidenceInMonths,
  { views }: EnsembleMonth,
  lenses: readonly Lens[],
  { month, aheadMonths }: { readonly month: number; readonly aheadMonths: number },
): Float64Array[] {
  const reading = readingOf(draw, { reportingSpan });
  return lenses.map(({ places }, k) => {
    const view = views[k]!.subarray(d * places, (d + 1) * places);
    return rulePassageOf(transition, k, ruleOutlook(rules, reading, k, month), aheadMonths, view);
  });
}

/** What every draw's curve of one scenario says of so many months ahead. */
function pick(curves: readonly (readonly Float64Array[])[], scenario: number, months: number): Float64Array {
  const picked = new Float64Array(curves.length);
  for (let d = 0; d < picked.length; d++) picked[d] = curves[d]![scenario]![months]!;
  return picked;
}

/** Number of leading months in which two evidence sets say exactly the same. */
function sameMonths(a: EvidenceInMonths, b: EvidenceInMonths): number {
  const sameDefinition =
    a.evidence.length === b.evidence.length &&
    a.evidence.every(
      (e, i) =>
        e.type === b.evidence[i]!.type &&
        e.group === b.evidence[i]!.group &&
        e.scenario === b.evidence[i]!.scenario,
    );
  if (!sameDefinition) return 0;
  const months = Math.min(a.months, b.months);
  for (let t = 0; t < months; t++) {
    if (a.reportingSpan[t] !== b.reportingSpan[t]) return t;
    if (!a.rules.every((rule, k) => sameStories(rule, b.rules[k]!, t))) return t;
    if (!a.evidence.every((e, i) => sameInMonth(e, b.evidence[i]!, t))) return t;
  }
  return months;
}

/** Whether two pieces of evidence say the same in a month. */
export function sameInMonth(a: Evidence, b: Evidence, t: number): boolean {
  if (a.exposure[t] !== b.exposure[t]) return false;
  const [left, right] = [valuesOf(a), valuesOf(b)];
  for (let at = t * 3; at < t * 3 + 3; at++) if (left[at] !== right[at]) return false;
  return (
    a.type !== "count" ||
    b.type !== "count" ||
    (a.counts[t] === b.counts[t] &&
      a.powers.silence === b.powers.silence &&
      a.powers.stories === b.powers.stories &&
      a.dispersion === b.dispersion)
  );
}

function valuesOf(evidence: Evidence): Float64Array {
  return evidence.type === "count" ? evidence.means : evidence.logLikelihood;
}
