import { countLogLikelihood, type CountPowers } from "./negative-binomial.ts";

/** Independent, credibility-weighted stories per month, against the mean number expected in each state. */
export interface CountEvidence {
  readonly type: "count";
  readonly scenario: number;
  readonly group: string;
  readonly dispersion: number;
  /** Powers on what silence and what stories say, so that a full window says what was elicited; 1 and 1 is the plain likelihood. */
  readonly powers: CountPowers;
  /** Stories that became known in each month. */
  readonly counts: Float64Array;
  /** Share of each month that was covered; 0 is unobserved. */
  readonly exposure: Float64Array;
  /** Expected stories in a fully covered month: [month][state]. */
  readonly means: Float64Array;
}

/** Log-likelihoods worked out beforehand: [month][state], and whether the month was observed. */
export interface TableEvidence {
  readonly type: "table";
  readonly scenario: number;
  readonly group: string;
  readonly exposure: Float64Array;
  readonly logLikelihood: Float64Array;
}

export type Evidence = CountEvidence | TableEvidence;

/** How one parameter draw reads the evidence; the elicited reading has ones throughout. */
export interface Reading {
  /** Reporting relative to the reference day, per month. */
  readonly reporting: Float64Array;
  /** Per evidence, factors on the expected means of the three states. */
  readonly multipliers: readonly (readonly [number, number, number])[];
  /** Per evidence, a power on tables. */
  readonly strengths: readonly number[];
}

/**
 * Log-likelihoods of one month, K × 3, written to `out`. Evidence in one group tends to move together,
 * so a group speaks with the mean of its observed members: doubling a member adds nothing.
 */
export function monthLogLikelihood(
  evidence: readonly Evidence[],
  groups: readonly (readonly number[])[],
  reading: Reading,
  month: number,
  out: Float64Array,
): void {
  out.fill(0);
  for (const members of groups) {
    const observed = members.filter((i) => evidence[i]!.exposure[month]! > 0);
    for (const i of observed) addEvidence(evidence[i]!, i, reading, month, 1 / observed.length, out);
  }
}

function addEvidence(
  evidence: Evidence,
  i: number,
  reading: Reading,
  month: number,
  share: number,
  out: Float64Array,
): void {
  for (let s = 0; s < 3; s++) {
    out[evidence.scenario * 3 + s]! += share * logLikelihoodOf(evidence, i, reading, month, s);
  }
}

function logLikelihoodOf(
  evidence: Evidence,
  i: number,
  reading: Reading,
  month: number,
  state: number,
): number {
  if (evidence.type === "table") return reading.strengths[i]! * evidence.logLikelihood[month * 3 + state]!;
  const { counts, exposure, means, dispersion, powers } = evidence;
  const mean =
    exposure[month]! *
    reading.reporting[month]! *
    means[month * 3 + state]! *
    reading.multipliers[i]![state]!;
  return countLogLikelihood(counts[month]!, mean, dispersion, powers);
}

/** Evidence indices by scenario and group. */
export function groupEvidence(evidence: readonly Evidence[]): number[][] {
  const groups = new Map<string, number[]>();
  evidence.forEach(({ scenario, group }, i) => {
    const key = `${scenario} ${group}`;
    groups.set(key, [...(groups.get(key) ?? []), i]);
  });
  return [...groups.values()];
}

/** The elicited reading: no factor on means or tables. */
export function elicitedReading(evidence: readonly Evidence[], reporting: Float64Array): Reading {
  return { reporting, multipliers: evidence.map(() => [1, 1, 1] as const), strengths: evidence.map(() => 1) };
}

/** The whole table [month][scenario][state] of one reading. */
export function evidenceTable(
  evidence: readonly Evidence[],
  reading: Reading,
  months: number,
  scenarios: number,
): Float64Array {
  const groups = groupEvidence(evidence);
  const table = new Float64Array(months * scenarios * 3);
  for (let t = 0; t < months; t++) {
    monthLogLikelihood(
      evidence,
      groups,
      reading,
      t,
      table.subarray(t * scenarios * 3, (t + 1) * scenarios * 3),
    );
  }
  return table;
}
