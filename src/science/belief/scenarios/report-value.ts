import { logit } from "#science/numbers/index.ts";
import { stateIn } from "./joint-space.ts";

type StateRow = readonly [number, number, number];

/** Log-likelihoods of dormant, building and critical that a report adds, by scenario. */
export type ReportRows = readonly { readonly scenario: number; readonly logLikelihood: StateRow }[];

/** A report not yet in, which would find its sign present or absent. */
export interface OpenReport {
  readonly present: ReportRows;
  readonly absent: ReportRows;
}

/** What a report is expected to do to the probability of an event. */
export interface ReportValue {
  /** Chance that it finds the sign present. */
  readonly chancePresent: number;
  readonly ifPresent: number;
  readonly ifAbsent: number;
  /** Expected absolute shift of the event's log-odds. */
  readonly expectedShift: number;
  /** Expected fall of the event's entropy, in nats. */
  readonly entropyReduction: number;
}

/**
 * The value of a report from the likelihood ratios of its two findings: with all its scenarios critical against all
 * dormant they fix how often the sign shows in each state, as LR+ and LR− fix sensitivity and specificity. `event` is
 * its probability from each joint state. Where both ratios lie on one side of 1 silence cannot be the other finding,
 * and the report is taken to show its sign never or always.
 */
export function reportValue(alpha: Float64Array, event: Float64Array, report: OpenReport): ReportValue {
  const whenCritical = (rows: ReportRows) =>
    Math.exp(rows.reduce((sum, { logLikelihood: [dormant, , critical] }) => sum + critical - dormant, 0));
  const [present, absent] = [whenCritical(report.present), whenCritical(report.absent)];
  const whenDormant = present === absent ? 0 : clamped((1 - absent) / (present - absent));
  let [now, chance, both] = [0, 0, 0];
  for (let x = 0; x < alpha.length; x++) {
    const shows = clamped(whenDormant * Math.exp(said(report.present, x)));
    now += alpha[x]! * event[x]!;
    chance += alpha[x]! * shows;
    both += alpha[x]! * shows * event[x]!;
  }
  const ifPresent = chance > 0 ? both / chance : now;
  const ifAbsent = chance < 1 ? clamped((now - both) / (1 - chance)) : now;
  const expected = (f: (p: number) => number) => chance * f(ifPresent) + (1 - chance) * f(ifAbsent);
  return {
    chancePresent: chance,
    ifPresent,
    ifAbsent,
    expectedShift: expected((p) => (p === now ? 0 : Math.abs(logit(p) - logit(now)))),
    entropyReduction: Math.max(0, entropyOf(now) - expected(entropyOf)),
  };
}

const clamped = (p: number) => Math.min(1, Math.max(0, p));

/** What rows say of a joint state, over what they say of all dormant. */
const said = (rows: ReportRows, x: number) =>
  rows.reduce(
    (sum, { scenario, logLikelihood }) => sum + logLikelihood[stateIn(x, scenario)] - logLikelihood[0],
    0,
  );

const entropyOf = (p: number) => (p <= 0 || p >= 1 ? 0 : -p * Math.log(p) - (1 - p) * Math.log1p(-p));
