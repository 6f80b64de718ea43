import { reportingIn, type Reading } from "./evidence.ts";
import { countLogLikelihood } from "./negative-binomial.ts";
import type { RuleOutlook } from "./rule-passage.ts";

/** The stories that one scenario's rule of resolution counts, by the month in which they became known. */
export interface RuleStories {
  readonly counts: Float64Array;
  /** Share of each month that was covered; 0 is unobserved. */
  readonly exposure: Float64Array;
  /** Stories that each state expects in a fully covered month at full reporting. */
  readonly means: readonly [number, number, number];
  readonly dispersion: number;
  /** Per month, the day on whose evening it is judged, and the days of the stories that became known in it. */
  readonly marks: readonly string[];
  /** How the rule stood at the end of a month; two records with the same marks up to then give the same answer. */
  readonly outlookAt: (month: number) => RuleStanding;
}

export type RuleStanding = Omit<RuleOutlook, "rates" | "dispersion">;

const PLAIN = { silence: 1, stories: 1 };

/** Log-likelihoods of one month's stories of the rules, K × 3, written to `out`; 0 where nobody looked. */
export function ruleLogLikelihood(
  rules: readonly RuleStories[],
  reading: Reading,
  month: number,
  out: Float64Array,
): void {
  out.fill(0);
  const reporting = reportingIn(reading, month);
  rules.forEach(({ counts, exposure, means, dispersion }, k) => {
    if (exposure[month]! === 0) return;
    for (let s = 0; s < 3; s++) {
      const mean = exposure[month]! * reporting * means[s]! * reading.rates[k]![s]!;
      out[k * 3 + s] = countLogLikelihood(counts[month]!, mean, dispersion, PLAIN);
    }
  });
}

/** What the stories of the rules say, [month][scenario][state]. */
export function ruleTable(rules: readonly RuleStories[], reading: Reading, months: number): Float64Array {
  const table = new Float64Array(months * rules.length * 3);
  for (let t = 0; t < months; t++)
    ruleLogLikelihood(rules, reading, t, table.subarray(t * rules.length * 3, (t + 1) * rules.length * 3));
  return table;
}

/** How a rule stood at the end of a month, with the stories that a reading expects from then on. */
export function ruleOutlook(
  rules: readonly RuleStories[],
  reading: Reading,
  scenario: number,
  month: number,
): RuleOutlook {
  const { outlookAt, means, dispersion } = rules[scenario]!;
  const reporting = reportingIn(reading, month);
  const rate = (s: 0 | 1 | 2) => means[s] * reading.rates[scenario]![s] * reporting;
  return { ...outlookAt(month), rates: [rate(0), rate(1), rate(2)], dispersion };
}

/** Whether two records of a rule's stories say the same in a month. */
export function sameStories(a: RuleStories, b: RuleStories, month: number): boolean {
  return (
    a.counts[month] === b.counts[month] &&
    a.exposure[month] === b.exposure[month] &&
    a.marks[month] === b.marks[month]
  );
}
