import { counted } from "#science/numbers/index.ts";
import { checkCovariate } from "../check-values.ts";
import { SeriesRefused } from "../series-error.ts";
import { invertSymmetric, logDeterminant, solveSymmetric } from "../solve-symmetric.ts";

/** One unit in one period in which it could have had the event. */
export interface PersonPeriod {
  readonly event: boolean;
  readonly covariates: readonly number[];
}

/** ln(−ln(1 − h)) = intercept + Σ coefficient · covariate, and how sure it is. */
export interface CloglogFit {
  readonly intercept: number;
  readonly coefficients: readonly number[];
  /** Of the intercept and the coefficients. */
  readonly covariance: readonly (readonly number[])[];
  readonly logLik: number;
  /** Laplace's approximation to ln ∫ likelihood · prior, up to a constant of the rows: for comparing priors. */
  readonly logEvidence: number;
}

/** All periods with the same covariates, as one. */
export interface Tally {
  readonly periods: number;
  readonly events: number;
  readonly covariates: readonly number[];
}

const FEWEST_EVENTS = 5;
const MOST_STEPS = 60;
/** A spread this small beside the mean is rounding. */
const ROUNDING = 1e-12;

/**
 * Discrete-time hazard with complementary log-log link, so that coefficients are those of a proportional-hazards
 * model in continuous time (Prentice & Gloeckler 1978). The penalty ridge/2 · Σ (coefficient · unit)² keeps separated
 * covariates finite; the intercept is not penalised. A unit is a standard deviation unless `units` says otherwise.
 * Fisher scoring. Refuses fewer than 5 events.
 */
export function fitCloglog(
  tallies: readonly Tally[],
  ridge = 1,
  units: (spread: Spread) => readonly number[] = ({ deviations }) => deviations,
): CloglogFit {
  const events = tallies.reduce((sum, one) => sum + one.events, 0);
  const count = tallies.reduce((sum, { periods }) => sum + periods, 0);
  if (events < FEWEST_EVENTS || events === count) {
    const problem = `${counted(events, "event")} in ${counted(count, "period")} at risk`;
    throw new SeriesRefused(
      "too-few",
      problem,
      `a hazard wants at least ${FEWEST_EVENTS} events, and periods without`,
    );
  }
  const spread = spreadOf(tallies, count);
  const { means } = spread;
  const scales = units(spread);
  const design = tallies.map(({ covariates }) => [
    1,
    ...covariates.map((x, k) => (x - means[k]!) / scales[k]!),
  ]);
  let beta = [Math.log(-Math.log1p(-events / count)), ...means.map(() => 0)];
  let at = scoreAt(design, tallies, beta, ridge);
  for (let step = 0; step < MOST_STEPS; step++) {
    const direction = solveSymmetric(at.information, at.gradient)!;
    let size = 1;
    let next = at;
    for (; size > 1e-9; size /= 2) {
      const trial = beta.map((value, k) => value + size * direction[k]!);
      next = scoreAt(design, tallies, trial, ridge);
      if (next.penalised > at.penalised) {
        beta = trial;
        break;
      }
    }
    const gain = next.penalised - at.penalised;
    if (gain > 0) at = next;
    if (!(gain > 1e-12 * (1 + Math.abs(at.penalised)))) break;
  }
  const { penalised, information } = at;
  const logEvidence = penalised + (means.length * Math.log(ridge) - logDeterminant(information)!) / 2;
  return {
    ...inUnits(beta, invertSymmetric(information)!, means, scales),
    logLik: at.logLik,
    logEvidence,
  };
}

/** The chance of the event in one period. */
export function hazardOf({ intercept, coefficients }: CloglogFit, covariates: readonly number[]): number {
  return -Math.expm1(
    -Math.exp(coefficients.reduce((sum, value, k) => sum + value * covariates[k]!, intercept)),
  );
}

/** ln h where the event came and ln(1 − h) where not, summed. */
export function logScore(
  rows: readonly PersonPeriod[],
  hazard: (covariates: readonly number[]) => number,
): number {
  return rows.reduce((sum, { event, covariates }) => {
    const h = hazard(covariates);
    return sum + (event ? Math.log(h) : Math.log1p(-h));
  }, 0);
}

/** Tallies of rows by their covariates, added to those of earlier rows where `to` has any. */
export function tally(rows: readonly PersonPeriod[], to = new Map<string, Tally>()): Map<string, Tally> {
  for (const { event, covariates } of rows) {
    const key = covariates.join();
    const { periods, events } = to.get(key) ?? NONE;
    to.set(key, { periods: periods + 1, events: events + Number(event), covariates });
  }
  return to;
}

const NONE = { periods: 0, events: 0 };

/** Per covariate, over all periods; the deviation of one that never varies but for rounding is 1. */
export interface Spread {
  readonly means: readonly number[];
  readonly deviations: readonly number[];
  /** Whether the covariate is 0 or 1 throughout. */
  readonly isMark: readonly boolean[];
}

function spreadOf(tallies: readonly Tally[], count: number): Spread {
  const columns = tallies[0]!.covariates.map((_, k) => tallies.map(({ covariates }) => covariates[k]!));
  const mean = (values: readonly number[]) =>
    values.reduce((sum, value, n) => sum + (value * tallies[n]!.periods) / count, 0);
  const means = columns.map(mean);
  const deviations = columns.map((column, k) => {
    checkCovariate(column, k + 1);
    const deviation = Math.sqrt(mean(column.map((value) => (value - means[k]!) ** 2)));
    // A covariate that never varies but for rounding says nothing; its penalised coefficient is 0.
    return deviation > ROUNDING * Math.abs(means[k]!) ? deviation : 1;
  });
  return { means, deviations, isMark: columns.map((column) => column.every((x) => x === 0 || x === 1)) };
}

function scoreAt(
  design: readonly number[][],
  tallies: readonly Tally[],
  beta: readonly number[],
  ridge: number,
) {
  const width = beta.length;
  const gradient = beta.map((value, k) => (k === 0 ? 0 : -ridge * value));
  const information = beta.map((_, i) => beta.map((__, j) => (i === j && i > 0 ? ridge : 0)));
  let logLik = 0;
  design.forEach((x, n) => {
    let score = 0;
    for (let k = 0; k < width; k++) score += x[k]! * beta[k]!;
    const rate = Math.exp(score);
    const ratio = rate < 1e-8 ? 1 : rate / Math.expm1(rate);
    const { periods, events } = tallies[n]!;
    const weight = periods * rate * ratio;
    const residual = events * ratio - (periods - events) * rate;
    logLik += (events && events * Math.log(-Math.expm1(-rate))) - (periods - events) * rate;
    for (let i = 0; i < width; i++) {
      gradient[i]! += residual * x[i]!;
      for (let j = 0; j <= i; j++) information[i]![j]! += weight * x[i]! * x[j]!;
    }
  });
  for (let i = 0; i < width; i++)
    for (let j = i + 1; j < width; j++) information[i]![j] = information[j]![i]!;
  const penalty = beta.reduce((sum, value, k) => (k === 0 ? sum : sum + (ridge / 2) * value * value), 0);
  return { logLik, penalised: logLik - penalty, gradient, information };
}

/** Back from standardised covariates: a linear map of the coefficients and of their covariance. */
function inUnits(
  beta: readonly number[],
  covariance: readonly (readonly number[])[],
  means: readonly number[],
  scales: readonly number[],
): Pick<CloglogFit, "intercept" | "coefficients" | "covariance"> {
  const map = beta.map((_, i) =>
    beta.map((__, j) =>
      i === 0 ? (j === 0 ? 1 : -means[j - 1]! / scales[j - 1]!) : i === j ? 1 / scales[i - 1]! : 0,
    ),
  );
  const product = (a: readonly (readonly number[])[], b: readonly (readonly number[])[]) =>
    a.map((row) => b[0]!.map((_, j) => row.reduce((sum, value, k) => sum + value * b[k]![j]!, 0)));
  const transposed = map.map((_, i) => map.map((row) => row[i]!));
  const [intercept, ...coefficients] = map.map((row) =>
    row.reduce((sum, value, k) => sum + value * beta[k]!, 0),
  );
  return {
    intercept: intercept!,
    coefficients,
    covariance: product(product(map, covariance), transposed),
  };
}
