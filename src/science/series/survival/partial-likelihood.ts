import type { Spell } from "./spells.ts";

/** A spell with its covariates, constant over the spell; several spells of one subject vary them over time. */
export interface CoxSpell extends Spell {
  readonly covariates: readonly number[];
  /** Spells of one stratum share a baseline hazard, and are at risk beside each other alone. */
  readonly stratum?: string;
}

export type Ties = "efron" | "breslow";

export interface LikelihoodAt {
  readonly logLik: number;
  readonly gradient: number[];
  readonly information: number[][];
}

/** Sums of the weights exp(β·x), of weighted covariates, and of their products (lower triangle). */
interface RiskSums {
  weight: number;
  readonly first: Float64Array;
  readonly second: Float64Array;
}

/** As a function of the coefficients. */
type Likelihood = (beta: readonly number[]) => LikelihoodAt;

/** The partial log-likelihood of Cox with its first two derivatives: the sum of those of the strata. */
export function partialLikelihood(spells: readonly CoxSpell[], ties: Ties): Likelihood {
  const strata = [...Map.groupBy(spells, ({ stratum }) => stratum).values()];
  const parts = strata.map((own) => ofStratum(own, ties));
  return (beta) => parts.map((part) => part(beta)).reduce(sumOf);
}

const sumOf = (a: LikelihoodAt, b: LikelihoodAt): LikelihoodAt => ({
  logLik: a.logLik + b.logLik,
  gradient: a.gradient.map((value, k) => value + b.gradient[k]!),
  information: a.information.map((row, i) => row.map((value, j) => value + b.information[i]![j]!)),
});

function ofStratum(spells: readonly CoxSpell[], ties: Ties): Likelihood {
  const byStop = spells.toSorted((a, b) => b.stop - a.stop);
  const byStart = spells.toSorted((a, b) => b.start - a.start);
  const width = spells[0]!.covariates.length;
  return (beta) => {
    const risk = emptySums(width);
    const dying = emptySums(width);
    const total = {
      logLik: 0,
      gradient: new Float64Array(width),
      information: new Float64Array(width * width),
    };
    let [left, most] = [0, 0];
    for (let n = 0; n < byStop.length;) {
      const time = byStop[n]!.stop;
      clear(dying);
      let events = 0;
      for (; n < byStop.length && byStop[n]!.stop === time; n++) {
        const spell = byStop[n]!;
        add(risk, spell.covariates, beta, 1);
        if (!spell.event) continue;
        events++;
        add(dying, spell.covariates, beta, 1);
        spell.covariates.forEach((x, k) => {
          total.gradient[k]! += x;
          total.logLik += x * beta[k]!;
        });
      }
      most = Math.max(most, risk.weight);
      for (; left < byStart.length && byStart[left]!.start >= time; left++) {
        add(risk, byStart[left]!.covariates, beta, -1);
      }
      if (risk.weight < LOST * most) {
        sumAnew(risk, byStop.slice(0, n), time, beta);
        most = risk.weight;
      }
      for (let d = 0; d < events; d++) subtract(total, risk, dying, ties === "efron" ? d / events : 0);
    }
    return {
      logLik: total.logLik,
      gradient: [...total.gradient],
      information: Array.from({ length: width }, (_, i) =>
        Array.from({ length: width }, (__, j) => total.information[Math.max(i, j) * width + Math.min(i, j)]!),
      ),
    };
  };
}

const emptySums = (width: number): RiskSums => ({
  weight: 0,
  first: new Float64Array(width),
  second: new Float64Array(width * width),
});

function clear(sums: RiskSums): void {
  sums.weight = 0;
  sums.first.fill(0);
  sums.second.fill(0);
}

/** What is left of sums after so much was taken away has lost too many digits. */
const LOST = 1e-3;

/** The sums over those at risk at a time, of all that stop then or later. */
function sumAnew(risk: RiskSums, spells: readonly CoxSpell[], time: number, beta: readonly number[]): void {
  clear(risk);
  for (const { start, covariates } of spells) if (start < time) add(risk, covariates, beta, 1);
}

function add(sums: RiskSums, x: readonly number[], beta: readonly number[], sign: 1 | -1): void {
  let score = 0;
  for (let k = 0; k < x.length; k++) score += x[k]! * beta[k]!;
  const weight = sign * Math.exp(score);
  sums.weight += weight;
  for (let i = 0; i < x.length; i++) {
    sums.first[i]! += weight * x[i]!;
    for (let j = 0; j <= i; j++) sums.second[i * x.length + j]! += weight * x[i]! * x[j]!;
  }
}

/** Takes away the term of one event, those at risk less the given share of those that have it at the same time. */
function subtract(
  total: { logLik: number; gradient: Float64Array; information: Float64Array },
  risk: RiskSums,
  dying: RiskSums,
  share: number,
): void {
  const width = risk.first.length;
  const weight = risk.weight - share * dying.weight;
  total.logLik -= Math.log(weight);
  const mean = risk.first.map((value, k) => (value - share * dying.first[k]!) / weight);
  for (let i = 0; i < width; i++) {
    total.gradient[i]! -= mean[i]!;
    for (let j = 0; j <= i; j++) {
      const at = i * width + j;
      const second = (risk.second[at]! - share * dying.second[at]!) / weight;
      total.information[at]! += second - mean[i]! * mean[j]!;
    }
  }
}
