import { SeriesRefused } from "../series-error.ts";
import { invertSymmetric, solveSymmetric } from "../solve-symmetric.ts";

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
}

const FEWEST_EVENTS = 5;
const MOST_STEPS = 60;
/** A spread this small beside the mean is rounding. */
const ROUNDING = 1e-12;

/**
 * Discrete-time hazard with complementary log-log link, so that coefficients are those of a proportional-hazards
 * model in continuous time (Prentice & Gloeckler 1978). The penalty ridge/2 · Σ (coefficient · sd)² keeps separated
 * covariates finite; the intercept is not penalised. Fisher scoring. Refuses fewer than 5 events.
 */
export function fitCloglog(rows: readonly PersonPeriod[], ridge = 1): CloglogFit {
  const events = rows.filter(({ event }) => event).length;
  if (events < FEWEST_EVENTS || events === rows.length) {
    const problem = `${events} events in ${rows.length} periods at risk`;
    throw new SeriesRefused(
      "too-few",
      problem,
      `a hazard wants at least ${FEWEST_EVENTS} events, and periods without`,
    );
  }
  const { means, scales } = momentsOf(rows);
  const design = rows.map(({ covariates }) => [1, ...covariates.map((x, k) => (x - means[k]!) / scales[k]!)]);
  let beta = [Math.log(-Math.log1p(-events / rows.length)), ...means.map(() => 0)];
  let at = scoreAt(design, rows, beta, ridge);
  for (let step = 0; step < MOST_STEPS; step++) {
    const direction = solveSymmetric(at.information, at.gradient)!;
    let size = 1;
    let next = at;
    for (; size > 1e-9; size /= 2) {
      const trial = beta.map((value, k) => value + size * direction[k]!);
      next = scoreAt(design, rows, trial, ridge);
      if (next.penalised > at.penalised) {
        beta = trial;
        break;
      }
    }
    const gain = next.penalised - at.penalised;
    if (gain > 0) at = next;
    if (!(gain > 1e-12 * (1 + Math.abs(at.penalised)))) break;
  }
  return inUnits(beta, invertSymmetric(at.information)!, at.logLik, means, scales);
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

function momentsOf(rows: readonly PersonPeriod[]) {
  const columns = rows[0]!.covariates.map((_, k) => rows.map(({ covariates }) => covariates[k]!));
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value / values.length, 0);
  const means = columns.map(mean);
  const scales = columns.map((column, k) => {
    if (!column.every(Number.isFinite)) {
      throw new SeriesRefused(
        "not-finite",
        `covariate ${k + 1} holds something that is no number`,
        "leave such rows out",
      );
    }
    const scale = Math.sqrt(mean(column.map((value) => (value - means[k]!) ** 2)));
    if (!Number.isFinite(scale)) {
      throw new SeriesRefused(
        "bad-number",
        `covariate ${k + 1} holds numbers too far apart to be squared`,
        "expected a larger unit, or a slip mended",
      );
    }
    // A covariate that never varies but for rounding says nothing; its penalised coefficient is 0.
    return scale > ROUNDING * Math.abs(means[k]!) ? scale : 1;
  });
  return { means, scales };
}

function scoreAt(
  design: readonly number[][],
  rows: readonly PersonPeriod[],
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
    const residual = rows[n]!.event ? ratio : -rate;
    logLik += rows[n]!.event ? Math.log(-Math.expm1(-rate)) : -rate;
    for (let i = 0; i < width; i++) {
      gradient[i]! += residual * x[i]!;
      for (let j = 0; j <= i; j++) information[i]![j]! += rate * ratio * x[i]! * x[j]!;
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
  logLik: number,
  means: readonly number[],
  scales: readonly number[],
): CloglogFit {
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
    logLik,
  };
}
