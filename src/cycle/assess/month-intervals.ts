import {
  drawInterval,
  temperedWeights,
  type DrawWeights,
  type EnsembleMonth,
} from "#science/belief/index.ts";

/** What parameter uncertainty leaves open after a month, per scenario: 5–95 % intervals. */
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

/** Works out the intervals of each month once. The elicited draw comes first and carries no weight of its own. */
export function createMonthIntervals(): (month: EnsembleMonth) => MonthIntervals {
  const known = new WeakMap<EnsembleMonth, MonthIntervals>();
  return (month) => {
    const intervals = known.get(month) ?? intervalsOf(month);
    known.set(month, intervals);
    return intervals;
  };
}

function intervalsOf({ logEvidence, critical, soon }: EnsembleMonth): MonthIntervals {
  const drawn = logEvidence.subarray(1);
  const weights = temperedWeights(drawn, drawn.length * LEAST_EFFECTIVE_SHARE);
  const interval = (values: Float64Array): Interval => drawInterval(values.subarray(1), weights, values[0]!);
  return { weights, critical: critical.map(interval), soon: soon.map(interval) };
}
