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
  /** How many times as much is reported at the end of the span of reporting as at its start. */
  readonly growth: number;
  /** Per month, how far reporting had grown: 0 at the start of its span, 1 at the end. */
  readonly reportingSpan: Float64Array;
  /** Per evidence, factors on the expected means of the three states. */
  readonly multipliers: readonly (readonly [number, number, number])[];
  /** Per evidence, a power on tables. */
  readonly strengths: readonly number[];
  /** Per scenario, a power on what all its indicators say. */
  readonly powers: readonly number[];
  /** Per scenario, factors on the stories of its rule that the three states expect. */
  readonly rates: readonly (readonly [number, number, number])[];
}

/** Reporting in a month relative to the end of its span. */
export function reportingIn({ growth, reportingSpan }: Reading, month: number): number {
  return growth ** (reportingSpan[month]! - 1);
}

/** What one member of a group adds to its scenario in one month. */
export interface Voice {
  readonly member: number;
  readonly share: number;
}

/**
 * Who speaks in a month. Evidence in one group tends to move together, so a group speaks with the mean of its
 * observed members: doubling a member adds nothing.
 */
export function voicesIn(
  evidence: readonly Evidence[],
  groups: readonly (readonly number[])[],
  month: number,
): Voice[] {
  return groups.flatMap((members) => {
    const observed = members.filter((i) => evidence[i]!.exposure[month]! > 0);
    return observed.map((member) => ({ member, share: 1 / observed.length }));
  });
}

/** Log-likelihoods of one month, K × 3, written to `out`. */
export function monthLogLikelihood(
  evidence: readonly Evidence[],
  voices: readonly Voice[],
  reading: Reading,
  month: number,
  out: Float64Array,
): void {
  out.fill(0);
  const reporting = reportingIn(reading, month);
  for (const { member, share } of voices) {
    const spoken = evidence[member]!;
    for (let s = 0; s < 3; s++) {
      out[spoken.scenario * 3 + s]! += share * logLikelihoodOf(spoken, member, reading, reporting, month, s);
    }
  }
}

function logLikelihoodOf(
  evidence: Evidence,
  i: number,
  reading: Reading,
  reporting: number,
  month: number,
  state: number,
): number {
  const power = reading.powers[evidence.scenario]!;
  if (evidence.type === "table")
    return power * reading.strengths[i]! * evidence.logLikelihood[month * 3 + state]!;
  const { counts, exposure, means, dispersion, powers } = evidence;
  const mean = exposure[month]! * reporting * means[month * 3 + state]! * reading.multipliers[i]![state]!;
  return power * countLogLikelihood(counts[month]!, mean, dispersion, powers);
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

/** What each evidence would say on its own, [month][state]: the group's share is left to `tableOf`. */
export function spokenBy(evidence: readonly Evidence[], reading: Reading, months: number): Float64Array[] {
  const reporting = Float64Array.from({ length: months }, (_, t) => reportingIn(reading, t));
  return evidence.map((spoken, i) => {
    const said = new Float64Array(months * 3);
    for (let t = 0; t < months; t++) {
      if (!(spoken.exposure[t]! > 0)) continue;
      for (let s = 0; s < 3; s++) said[t * 3 + s] = logLikelihoodOf(spoken, i, reading, reporting[t]!, t, s);
    }
    return said;
  });
}

/** The table [month][scenario][state] that the chosen members of the evidence make together. */
export function tableOf(
  evidence: readonly Evidence[],
  spoken: readonly Float64Array[],
  chosen: readonly number[],
  months: number,
  scenarios: number,
): Float64Array {
  const table = new Float64Array(months * scenarios * 3);
  for (let k = 0; k < scenarios; k++) {
    const own = chosen.filter((i) => evidence[i]!.scenario === k);
    addTold(table, toldTogether(evidence, spoken, own, months), k, scenarios);
  }
  return table;
}

/** What the chosen members of one scenario's evidence say together: [month][state]. */
export function toldTogether(
  evidence: readonly Evidence[],
  spoken: readonly Float64Array[],
  chosen: readonly number[],
  months: number,
): Float64Array {
  const told = new Float64Array(months * 3);
  for (const group of groupEvidence(chosen.map((i) => evidence[i]!))) {
    const exposures = group.map((m) => evidence[chosen[m]!]!.exposure);
    const sayings = group.map((m) => spoken[chosen[m]!]!);
    for (let t = 0; t < months; t++) addGroup(exposures, sayings, t, told, t * 3);
  }
  return told;
}

/** Adds what is told of one scenario, [month][state], to a table [month][scenario][state]. */
export function addTold(table: Float64Array, told: Float64Array, scenario: number, scenarios: number): void {
  const width = scenarios * 3;
  for (let from = 0, to = scenario * 3; from < told.length; from += 3, to += width) {
    for (let s = 0; s < 3; s++) table[to + s]! += told[from + s]!;
  }
}

function addGroup(
  exposures: readonly Float64Array[],
  sayings: readonly Float64Array[],
  month: number,
  table: Float64Array,
  at: number,
): void {
  let observed = 0;
  for (const exposure of exposures) if (exposure[month]! > 0) observed++;
  if (observed === 0) return;
  const share = 1 / observed;
  for (let m = 0; m < sayings.length; m++) {
    if (exposures[m]![month]! === 0) continue;
    const said = sayings[m]!;
    for (let s = 0; s < 3; s++) table[at + s]! += share * said[month * 3 + s]!;
  }
}
