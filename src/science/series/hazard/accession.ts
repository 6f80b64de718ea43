import { normalQuantile } from "#science/numbers/index.ts";
import { SeriesRefused } from "../series-error.ts";
import { fitCloglog, tally, type CloglogFit } from "./cloglog.ts";
import { rollingOrigin, type DatedPeriod, type OutOfSample } from "./rolling-origin.ts";
import { chanceWithin, shrunkHazard, weightOfConstant } from "./shrunk-hazard.ts";

/** One that may join frameworks; membership of one does not exclude another. */
export interface Candidate {
  readonly id: string;
  /** Its partners are the others of its group. */
  readonly group: string;
  /** The period in which it joined each framework, in their order; null where it has not. */
  readonly joined: readonly (number | null)[];
  readonly covariates: readonly number[];
}

export interface AccessionRecord {
  readonly candidates: readonly Candidate[];
  /** Per framework, the first period in which one could join: those that found it are no evidence of joining. */
  readonly opened: readonly number[];
  /** The last period that was watched to its end. */
  readonly last: number;
  readonly covariateNames: readonly string[];
}

export interface Coefficient {
  readonly name: string;
  readonly value: number;
  /** 90 %, by the curvature of the penalised likelihood. */
  readonly low: number;
  readonly high: number;
}

/** The chance that one of those outside joins within the horizon, as things stand. */
export interface NextMember {
  readonly id: string;
  readonly p: number;
  readonly low: number;
  readonly high: number;
}

export interface AccessionHazard {
  readonly joined: number;
  readonly atRisk: number;
  readonly events: number;
  /** Of what differed at all among those at risk. */
  readonly coefficients: readonly Coefficient[];
  /** How probable it is that nothing given tells the states apart. */
  readonly weightOfConstant: number;
  readonly outOfSample: OutOfSample | null;
  /** The same for everybody outside, at the constant hazard. */
  readonly constant: NextMember;
  /** Likeliest first. */
  readonly next: readonly NextMember[];
}

const OWN = ["partners joined", "in another framework"];
const MONTHS_AHEAD = 6;
const Z = normalQuantile(0.95);

/**
 * One hazard per framework, in months, of every candidate still outside: share of its group already in, membership of
 * another framework, and the covariates given, shrunk towards a constant hazard. Covariates of a month are those at
 * its begin.
 */
export function accessionHazard(
  record: AccessionRecord,
  framework: number,
  horizon: number,
): AccessionHazard {
  const rows = periodsAtRisk(record, framework);
  const outside = record.candidates.filter(({ joined }) => !isIn(joined[framework]!, record.last + 1));
  if (outside.length === 0) {
    throw new SeriesRefused("too-few", "everybody has joined", "a hazard wants somebody outside");
  }
  const tallies = [...tally(rows).values()];
  const shrunk = shrunkHazard(tallies, OWN.length);
  const fit = fitCloglog(tallies);
  const events = rows.filter(({ event }) => event).length;
  const share = sharesJoined(record, framework);
  const next = outside.map((one) => {
    const x = covariatesAt(record, framework, one, record.last + 1, share);
    const p = chanceWithin(shrunk, x, horizon);
    const [low, high] = intervalWithin(fit, [1, ...x], horizon);
    return { id: one.id, p, low: Math.min(low, p), high: Math.max(high, p) };
  });
  return {
    joined: record.candidates.length - outside.length,
    atRisk: outside.length,
    events,
    coefficients: [...OWN, ...record.covariateNames].flatMap((name, k) => {
      if (tallies.every(({ covariates }) => covariates[k] === tallies[0]!.covariates[k])) return [];
      const value = fit.coefficients[k]!;
      const reach = Z * Math.sqrt(fit.covariance[k + 1]![k + 1]!);
      return [{ name, value, low: value - reach, high: value + reach }];
    }),
    weightOfConstant: weightOfConstant(shrunk),
    outOfSample: rollingOrigin(rows, MONTHS_AHEAD, OWN.length),
    constant: constantHazard(events, rows.length, horizon),
    next: next.sort((a, b) => b.p - a.p || (a.id < b.id ? -1 : 1)),
  };
}

const isIn = (joined: number | null, period: number) => joined !== null && joined < period;

function periodsAtRisk(record: AccessionRecord, framework: number): DatedPeriod[] {
  const share = sharesJoined(record, framework);
  return record.candidates.flatMap((one) => {
    const joined = one.joined[framework] ?? null;
    const first = record.opened[framework]!;
    const last = Math.min(joined ?? record.last, record.last);
    return Array.from({ length: Math.max(0, last - first + 1) }, (_, n) => ({
      period: first + n,
      event: first + n === joined,
      covariates: covariatesAt(record, framework, one, first + n, share),
    }));
  });
}

type ShareJoined = (one: Candidate, period: number) => number;

/** The share of the others of a candidate's group that joined before a period; 0 for one alone. */
function sharesJoined({ candidates }: AccessionRecord, framework: number): ShareJoined {
  const groups = Map.groupBy(candidates, ({ group }) => group);
  return (one, period) => {
    const others = groups.get(one.group)!.filter((other) => other !== one);
    return others.length === 0
      ? 0
      : others.filter(({ joined }) => isIn(joined[framework]!, period)).length / others.length;
  };
}

function covariatesAt(
  record: AccessionRecord,
  framework: number,
  one: Candidate,
  period: number,
  share: ShareJoined,
): number[] {
  const isElsewhere = one.joined.some((joined, k) => k !== framework && isIn(joined, period));
  return [share(one, period), isElsewhere ? 1 : 0, ...one.covariates];
}

/** 1 − exp(−horizon · rate), with the rate's logarithm normal about its fit. */
function intervalWithin(
  { intercept, coefficients, covariance }: CloglogFit,
  x: readonly number[],
  horizon: number,
): readonly [low: number, high: number] {
  const score = [intercept, ...coefficients].reduce((sum, value, k) => sum + value * x[k]!, 0);
  const variance = x.reduce(
    (sum, a, i) => sum + x.reduce((inner, b, j) => inner + a * covariance[i]![j]! * b, 0),
    0,
  );
  const reach = Z * Math.sqrt(variance);
  const within = (log: number) => -Math.expm1(-horizon * Math.exp(log));
  return [within(score - reach), within(score + reach)];
}

function constantHazard(events: number, periods: number, horizon: number): NextMember {
  const rate = -Math.log1p(-events / periods);
  const reach = Math.exp(Z / Math.sqrt(events));
  const [p, low, high] = [rate, rate / reach, rate * reach].map((each) => -Math.expm1(-horizon * each));
  return { id: "anyone outside", p: p!, low: low!, high: high! };
}
