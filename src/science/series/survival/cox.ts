import { logGammaQ, normalCdf, normalQuantile } from "#science/numbers/index.ts";
import { checkCovariate } from "../check-values.ts";
import { SeriesRefused } from "../series-error.ts";
import { invertSymmetric, solveSymmetric } from "../solve-symmetric.ts";
import { partialLikelihood, type CoxSpell, type LikelihoodAt, type Ties } from "./partial-likelihood.ts";
import { checkSpells } from "./spells.ts";

export interface CoxFit {
  readonly coefficients: readonly {
    readonly value: number;
    readonly standardError: number;
    /** 95 % by Wald. */
    readonly low: number;
    readonly high: number;
    readonly p: number;
  }[];
  /** Of no covariates, and of the fit. */
  readonly logLik: readonly [number, number];
  readonly likelihoodRatio: { readonly chiSquare: number; readonly degrees: number; readonly p: number };
  readonly events: number;
  readonly spells: number;
}

const MOST_STEPS = 50;
/** In standard deviations of a covariate: a hazard ratio of e³⁰ is a coefficient on its way to infinity. */
const FARTHEST = 30;
/** In the same unit: a Newton step that is left when the likelihood has settled, where it rises for ever and ever less. */
const STILL_WALKING = 0.01;
/** Relative change of the log-likelihood; the rule of R's coxph, so that figures can be compared digit by digit. */
const SETTLED = 1e-9;

/**
 * Proportional hazards by partial likelihood. Cox 1972, ties by Efron 1977 or Breslow 1974, start–stop rows by the
 * counting process, strata with a baseline each. Refuses covariates that are constant or collinear, events beside which
 * nobody is at risk, and coefficients that run to infinity; covariates by their names, where given.
 */
export function cox(
  spells: readonly CoxSpell[],
  ties: Ties = "efron",
  names: readonly string[] = [],
): CoxFit {
  checkSpells(spells);
  refuseWithoutOrder(spells);
  const { centred, scales } = standardised(spells);
  const likelihood = partialLikelihood(centred, ties);
  let beta = scales.map(() => 0);
  let at = likelihood(beta);
  const nullLogLik = at.logLik;
  for (let step = 0; ; step++) {
    const direction = solveSymmetric(at.information, at.gradient) ?? refuseCollinear();
    if (step === MOST_STEPS || beta.some((value) => Math.abs(value) > FARTHEST)) refuseSeparated(beta, names);
    const next = climb(likelihood, beta, at.logLik, direction);
    if (next === null) break;
    const isSettled = Math.abs(1 - at.logLik / next.at.logLik) <= SETTLED;
    ({ beta, at } = next);
    if (isSettled) break;
  }
  const left = solveSymmetric(at.information, at.gradient) ?? refuseCollinear();
  if (left.some((step) => Math.abs(step) > STILL_WALKING)) refuseSeparated(left, names);
  const covariance = invertSymmetric(at.information) ?? refuseCollinear();
  const chiSquare = 2 * (at.logLik - nullLogLik);
  return {
    coefficients: beta.map((value, k) =>
      wald(value / scales[k]!, Math.sqrt(covariance[k]![k]!) / scales[k]!),
    ),
    logLik: [nullLogLik, at.logLik],
    likelihoodRatio: {
      chiSquare,
      degrees: beta.length,
      p: Math.exp(logGammaQ(beta.length / 2, Math.max(0, chiSquare) / 2)),
    },
    events: spells.filter(({ event }) => event).length,
    spells: spells.length,
  };
}

/** The first halving of the step that does not fall; null where none does. */
function climb(
  likelihood: (beta: readonly number[]) => LikelihoodAt,
  beta: readonly number[],
  logLik: number,
  direction: readonly number[],
) {
  for (let size = 1; size > 1e-9; size /= 2) {
    const trial = beta.map((value, k) => value + size * direction[k]!);
    const at = likelihood(trial);
    if (at.logLik >= logLik) return { beta: trial, at };
  }
  return null;
}

function wald(value: number, standardError: number) {
  const reach = normalQuantile(0.975) * standardError;
  const p = 2 * normalCdf(-Math.abs(value / standardError));
  return { value, standardError, low: value - reach, high: value + reach, p };
}

/** Centred and scaled, so that Newton's steps do not depend on the covariates' units. */
function standardised(spells: readonly CoxSpell[]): { centred: CoxSpell[]; scales: number[] } {
  const width = spells[0]!.covariates.length;
  if (width === 0) throw new RangeError("a Cox regression wants at least one covariate");
  const columns = Array.from({ length: width }, (_, k) => spells.map(({ covariates }) => covariates[k]!));
  const means = columns.map((column) => column.reduce((sum, value) => sum + value / column.length, 0));
  const scales = columns.map((column, k) => {
    checkCovariate(column, k + 1);
    const variance = column.reduce((sum, value) => sum + (value - means[k]!) ** 2 / column.length, 0);
    if (!(variance > 1e-24 * means[k]! ** 2)) {
      throw new SeriesRefused(
        "no-variance",
        `covariate ${k + 1} is ${columns[k]![0]} in every row`,
        "leave it out",
      );
    }
    return Math.sqrt(variance);
  });
  const centred = spells.map((spell) => ({
    ...spell,
    covariates: spell.covariates.map((value, k) => (value - means[k]!) / scales[k]!),
  }));
  return { centred, scales };
}

/**
 * A regression learns from who has an event while others have none. Where all at risk have it at once, ties have a
 * coefficient of 0 with an error that nothing stands behind.
 */
function refuseWithoutOrder(spells: readonly CoxSpell[]): void {
  const strata = [...Map.groupBy(spells, ({ stratum }) => stratum).values()];
  if (strata.some(hasSpared)) return;
  throw new SeriesRefused(
    "no-variance",
    "nobody is at risk beside those who have an event at the same time",
    "times to a finer unit, or spells that outlast an event, would be enough",
  );
}

/** Whether somebody at risk is spared when another has an event. */
function hasSpared(spells: readonly CoxSpell[]): boolean {
  const times = new Set(spells.filter(({ event }) => event).map(({ stop }) => stop));
  return [...times].some((time) =>
    spells.some(({ start, stop, event }) => start < time && (stop > time || (stop === time && !event))),
  );
}

function refuseCollinear(): never {
  throw new SeriesRefused(
    "no-variance",
    "the covariates are collinear among those at risk",
    "leave one of them out",
  );
}

/** Blames the covariate that has gone furthest, or has the longest way to go. */
function refuseSeparated(distances: readonly number[], names: readonly string[]): never {
  const lengths = distances.map(Math.abs);
  const k = lengths.indexOf(Math.max(...lengths));
  const name = names[k] ?? `covariate ${k + 1}`;
  const problem = `${name} separates events from the rest, so its coefficient is infinite`;
  throw new SeriesRefused(
    "no-variance",
    problem,
    "leave it out, or give at least one event on either side of it",
  );
}
