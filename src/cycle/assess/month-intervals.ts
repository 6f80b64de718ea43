import {
  drawInterval,
  temperedWeights,
  type DrawWeights,
  type Ensemble,
  type EnsembleJudgement,
  type EnsembleMonth,
  type EvidenceInMonths,
} from "#science/belief/index.ts";

/** What is said of the end of a month, per scenario, with what parameter uncertainty leaves open: 5–95 % intervals. */
export interface MonthIntervals {
  readonly weights: DrawWeights;
  readonly critical: readonly Interval[];
  /** Of P(critical now or within 90 days). */
  readonly soon: readonly Interval[];
}

interface Interval {
  readonly low: number;
  readonly high: number;
}

/** At least this share of the draws stays effective. */
const LEAST_EFFECTIVE_SHARE = 0.25;

/** What an ensemble says at the end of a month, worked out once for as long as month and rules stay as they are. */
export function createJudge(ensemble: Ensemble, aheadMonths?: number) {
  const known = new WeakMap<EnsembleMonth, { every: number; judged: EnsembleJudgement }>();
  return (
    evidence: EvidenceInMonths,
    months: readonly EnsembleMonth[],
    month: number,
    every = 1,
  ): EnsembleJudgement => {
    const before = known.get(months[month]!);
    if (before?.every === every) return before.judged;
    const judged = ensemble.judge(evidence, months, month, every, aheadMonths);
    known.set(months[month]!, { every, judged });
    return judged;
  };
}

/** The intervals around what the fitted parameters say, from the draws and how well each foretold the stories of the rules. */
export function intervalsAround(
  fitted: { readonly critical: readonly number[]; readonly soon: readonly number[] },
  judged: EnsembleJudgement,
  { logEvidence }: EnsembleMonth,
  every = 1,
): MonthIntervals {
  const drawn = logEvidence.filter((_, d) => d % every === 0);
  const weights = temperedWeights(drawn, drawn.length * LEAST_EFFECTIVE_SHARE);
  const around = (values: readonly Float64Array[], own: readonly number[]) =>
    values.map((of, k) => drawInterval(of, weights, own[k]!));
  return {
    weights,
    critical: around(judged.critical, fitted.critical),
    soon: around(judged.soon, fitted.soon),
  };
}
