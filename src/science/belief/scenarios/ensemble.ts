import { groupEvidence, monthLogLikelihood, voicesIn, type Evidence, type Reading } from "./evidence.ts";
import { priorState, weigh } from "./filter.ts";
import { dot, firstPassage, isCritical } from "./first-passage.ts";
import type { ParameterDraw } from "./parameter-draws.ts";
import { compileTransition, stepForward, type Transition } from "./transition.ts";

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
  /** Per scenario, 1 for the joint states in which it is critical. */
  readonly isCritical: readonly Float64Array[];
  readonly soon: readonly Float64Array[];
}

/** Filter states of all members after a month, one behind the other. */
interface Filtered {
  readonly alphas: Float64Array;
  readonly logEvidence: Float64Array;
}

/** Months ahead that "soon" means: the 90 days of the warning signal. */
export const SOON_MONTHS = 3;

/** Filter states are remembered for as many months as fit; what was forgotten is filtered again when it is needed. */
const REMEMBERED_BYTES = 64 * 2 ** 20;

/** Filters a set of parameter draws side by side. Its memory changes the time an answer takes, never the answer. */
export function createEnsemble(draws: readonly ParameterDraw[]): Ensemble {
  const members = draws.map(createMember);
  const start = startOf(members);
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
        const voices = voicesIn(next.evidence, groups, t);
        const after = advance(
          members,
          filtered[t - 1] ?? start,
          (reading, out) => monthLogLikelihood(next.evidence, voices, reading, t, out),
          readings,
        );
        filtered.push(after);
        if (t >= most) filtered[t - most] = undefined;
        results.push(gather(members, after));
      }
      last = next;
      return results;
    },
  };
}

function createMember(draw: ParameterDraw): Member {
  const transition = compileTransition(draw.model);
  const passages = draw.model.scenarios.map((_, k) => firstPassage(transition, k, isCritical, SOON_MONTHS));
  return {
    draw,
    transition,
    isCritical: passages.map((within) => within[0]!),
    soon: passages.map((within) => within.at(-1)!),
  };
}

function startOf(members: readonly Member[]): Filtered {
  const states = members[0]?.transition.states ?? 0;
  const alphas = new Float64Array(members.length * states);
  members.forEach(({ draw, transition }, d) =>
    alphas.set(priorState(draw.model, transition.states).alpha, d * states),
  );
  return { alphas, logEvidence: new Float64Array(members.length) };
}

/** How a draw reads the evidence: its own growth of reporting, means and strengths. */
export function readingOf(
  { growth, multipliers, strengths }: ParameterDraw,
  { reportingSpan }: Pick<EvidenceInMonths, "reportingSpan">,
): Reading {
  return { reporting: reportingSpan.map((u) => growth ** (u - 1)), multipliers, strengths };
}

function advance(
  members: readonly Member[],
  before: Filtered,
  monthOf: (reading: Reading, out: Float64Array) => void,
  readings: readonly Reading[],
): Filtered {
  const alphas = before.alphas.slice();
  const logEvidence = before.logEvidence.slice();
  const logLikelihood = new Float64Array((members[0]?.draw.model.scenarios.length ?? 0) * 3);
  members.forEach(({ transition }, d) => {
    const alpha = alphaOf(alphas, members, d);
    monthOf(readings[d]!, logLikelihood);
    stepForward(transition, alpha);
    logEvidence[d]! += weigh(alpha, logLikelihood);
  });
  return { alphas, logEvidence };
}

function alphaOf(alphas: Float64Array, members: readonly Member[], d: number): Float64Array {
  const { states } = members[d]!.transition;
  return alphas.subarray(d * states, (d + 1) * states);
}

function gather(members: readonly Member[], { alphas, logEvidence }: Filtered): EnsembleMonth {
  const scenarios = members[0]?.draw.model.scenarios ?? [];
  const each = (read: (alpha: Float64Array, member: Member, k: number) => number): Float64Array[] =>
    scenarios.map((_, k) =>
      Float64Array.from(members, (member, d) => read(alphaOf(alphas, members, d), member, k)),
    );
  return {
    critical: each((alpha, { isCritical: inside }, k) => dot(inside[k]!, alpha)),
    soon: each((alpha, { soon }, k) => dot(soon[k]!, alpha)),
    logEvidence,
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
    if (!a.evidence.every((e, i) => sameInMonth(e, b.evidence[i]!, t))) return t;
  }
  return months;
}

/** Whether two pieces of evidence say the same in a month. */
export function sameInMonth(a: Evidence, b: Evidence, t: number): boolean {
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
