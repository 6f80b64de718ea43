import { groupEvidence, monthLogLikelihood, type Evidence, type Reading } from "./evidence.ts";
import { criticalIn, filterMonth, priorState, type FilterState } from "./filter.ts";
import { dot, firstPassage, isCritical } from "./first-passage.ts";
import type { ParameterDraw } from "./parameter-draws.ts";
import { compileTransition, type Transition } from "./transition.ts";

/** What the evidence of one as-of day looks like to every draw. */
export interface EvidenceInMonths {
  readonly evidence: readonly Evidence[];
  readonly months: number;
  /** Per month, how far reporting had grown: 0 at the start of its span, 1 at the end. */
  readonly reportingSpan: Float64Array;
}

/** One month of an ensemble, per scenario and draw. */
export interface EnsembleMonth {
  readonly critical: readonly Float64Array[];
  /** P(critical now or within three months). */
  readonly soon: readonly Float64Array[];
  readonly logEvidence: Float64Array;
}

export interface Ensemble {
  /** Filters every draw; months whose evidence is that of the last run are taken over from it, bit for bit. */
  run(evidence: EvidenceInMonths): readonly EnsembleMonth[];
}

interface Member {
  readonly draw: ParameterDraw;
  readonly transition: Transition;
  readonly soon: readonly Float64Array[];
  readonly start: FilterState;
  /** Filter states after each month of the last run. */
  readonly states: FilterState[];
}

/** Months ahead that "soon" means: the 90 days of the warning signal. */
export const SOON_MONTHS = 3;

/** Filters a set of parameter draws side by side. Its memory changes the time an answer takes, never the answer. */
export function createEnsemble(draws: readonly ParameterDraw[]): Ensemble {
  const members = draws.map(createMember);
  let last: EvidenceInMonths | null = null;
  let results: EnsembleMonth[] = [];
  return {
    run(next) {
      const kept = last === null ? 0 : sameMonths(last, next);
      results = results.slice(0, kept);
      for (const member of members) member.states.length = kept;
      const groups = groupEvidence(next.evidence);
      const readings = members.map(({ draw }) => readingOf(draw, next));
      for (let t = kept; t < next.months; t++) {
        members.forEach((member, d) => advance(member, next.evidence, groups, readings[d]!, t));
        results.push(gather(members, t));
      }
      last = next;
      return results;
    },
  };
}

function createMember(draw: ParameterDraw): Member {
  const transition = compileTransition(draw.model);
  return {
    draw,
    transition,
    soon: draw.model.scenarios.map((_, k) => firstPassage(transition, k, isCritical, SOON_MONTHS).at(-1)!),
    start: priorState(draw.model, transition.states),
    states: [],
  };
}

/** How a draw reads the evidence: its own growth of reporting, means and strengths. */
export function readingOf(
  { growth, multipliers, strengths }: ParameterDraw,
  { reportingSpan }: Pick<EvidenceInMonths, "reportingSpan">,
): Reading {
  return { reporting: reportingSpan.map((u) => growth ** (u - 1)), multipliers, strengths };
}

function advance(
  member: Member,
  evidence: readonly Evidence[],
  groups: readonly (readonly number[])[],
  reading: Reading,
  month: number,
): void {
  const logLikelihood = new Float64Array(member.draw.model.scenarios.length * 3);
  monthLogLikelihood(evidence, groups, reading, month, logLikelihood);
  member.states.push(filterMonth(member.transition, member.states[month - 1] ?? member.start, logLikelihood));
}

function gather(members: readonly Member[], month: number): EnsembleMonth {
  const scenarios = members[0]?.draw.model.scenarios ?? [];
  const of = (read: (member: Member, alpha: Float64Array, k: number) => number): Float64Array[] =>
    scenarios.map((_, k) =>
      Float64Array.from(members, (member) => read(member, member.states[month]!.alpha, k)),
    );
  return {
    critical: of((_, alpha, k) => criticalIn(alpha, k)),
    soon: of((member, alpha, k) => dot(member.soon[k]!, alpha)),
    logEvidence: Float64Array.from(members, (member) => member.states[month]!.logEvidence),
  };
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
    if (!a.evidence.every((e, i) => sameMonth(e, b.evidence[i]!, t))) return t;
  }
  return months;
}

function sameMonth(a: Evidence, b: Evidence, t: number): boolean {
  if (a.exposure[t] !== b.exposure[t]) return false;
  const [left, right] = [valuesOf(a), valuesOf(b)];
  const same = [0, 1, 2].every((s) => left[t * 3 + s] === right[t * 3 + s]);
  return (
    same &&
    (a.type !== "count" ||
      b.type !== "count" ||
      (a.counts[t] === b.counts[t] &&
        a.powers.silence === b.powers.silence &&
        a.powers.stories === b.powers.stories &&
        a.dispersion === b.dispersion))
  );
}

function valuesOf(evidence: Evidence): Float64Array {
  return evidence.type === "count" ? evidence.means : evidence.logLikelihood;
}
