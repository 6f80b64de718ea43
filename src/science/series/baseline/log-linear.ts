/** A rate per unit of exposure that grows or falls by a constant share: ln rate = level + slope·(x − centre). */
export interface LogLinear {
  readonly level: number;
  readonly slope: number;
  readonly centre: number;
  /** Variance beyond the mean, in squares of the mean: variance = mean + dispersion·mean². */
  readonly dispersion: number;
  readonly levelVariance: number;
  readonly slopeVariance: number;
}

export interface Counted {
  readonly x: number;
  readonly count: number;
  readonly exposure: number;
  readonly weight: number;
}

const ROUNDS = 25;

/**
 * Poisson regression by scoring, with the dispersion of a negative binomial by moments and variances that hold
 * under it (the sandwich of White 1982). McCullagh & Nelder 1989, §2.5. Some count is above 0.
 */
export function fitLogLinear(rows: readonly Counted[], hasTrend: boolean): LogLinear {
  const sum = (of: (row: Counted) => number) => rows.reduce((total, row) => total + of(row), 0);
  const centre = sum(({ x, weight }) => x * weight) / sum(({ weight }) => weight);
  let level = Math.log(
    sum(({ count, weight }) => count * weight) / sum(({ exposure, weight }) => exposure * weight),
  );
  let slope = 0;
  let information = [1, 0, 1] as readonly [number, number, number];
  const meanOf = ({ x, exposure }: Counted) => exposure * Math.exp(level + slope * (x - centre));
  for (let round = 0; round < ROUNDS; round++) {
    const [score, scoreSlope] = [0, 1].map((power) =>
      sum((row) => row.weight * (row.count - meanOf(row)) * (row.x - centre) ** power),
    ) as [number, number];
    information = [0, 1, 2].map((power) =>
      sum((row) => row.weight * meanOf(row) * (row.x - centre) ** power),
    ) as [number, number, number];
    const [a, b, c] = information;
    const determinant = a * c - b * b;
    const [step, stepSlope] =
      hasTrend && determinant > 0
        ? [(c * score - b * scoreSlope) / determinant, (a * scoreSlope - b * score) / determinant]
        : [score / a, 0];
    level += step;
    slope += stepSlope;
    if (Math.abs(step) + Math.abs(stepSlope) < 1e-10) break;
  }
  const freedom = (hasTrend ? rows.length - 2 : rows.length - 1) / rows.length;
  const beyond = sum((row) => row.weight * ((row.count - meanOf(row)) ** 2 / freedom - meanOf(row)));
  const dispersion = Math.max(0, beyond / sum((row) => row.weight * meanOf(row) ** 2));
  const scatter = (power: number) =>
    sum((row) => (meanOf(row) + dispersion * meanOf(row) ** 2) * (row.x - centre) ** power);
  return {
    level,
    slope,
    centre,
    dispersion,
    levelVariance: scatter(0) / information[0] ** 2,
    slopeVariance: hasTrend ? scatter(2) / information[2] ** 2 : 0,
  };
}
