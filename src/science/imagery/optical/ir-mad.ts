import { logGammaQ } from "#science/numbers/index.ts";
import {
  addTimes,
  choleskyOf,
  solveLower,
  solveUpper,
  symmetricEigen,
  type Matrix,
} from "../linear-algebra.ts";

/** How sure each sampled pixel is to be unchanged, by iteratively reweighted canonical differences. */
export interface InvariantWeights {
  /** Probability of no change by sampled pixel. */
  readonly weights: Float64Array;
  /** Canonical correlations of the last round, largest first. */
  readonly correlations: readonly number[];
  readonly rounds: number;
}

/**
 * The iteratively reweighted multivariate alteration detection of Nielsen 2007 (IEEE TIP 16:463) over sampled
 * pixels: values of each band by sample. The dates may differ in their number of bands, bands may be collinear.
 */
export function irMad(
  before: readonly Float64Array[],
  after: readonly Float64Array[],
  { rounds = 8 }: { readonly rounds?: number } = {},
): InvariantWeights {
  const n = before[0]!.length;
  const bands = [...before, ...after].map(standardised);
  const weights = new Float64Array(n).fill(1);
  const chi = new Float64Array(n);
  let correlations: readonly number[] = [];
  const survival = survivalOf(Math.min(before.length, after.length));
  let round = 0;
  for (; round < rounds; round++) {
    const pairs = canonicalPairs(bands, before.length, weights);
    sumOfSquares(bands, pairs, chi);
    for (let i = 0; i < n; i++) weights[i] = survival(chi[i]!);
    const found = pairs.map(({ correlation }) => correlation);
    const moved = Math.max(...found.map((rho, k) => Math.abs(rho - (correlations[k] ?? 2))));
    correlations = found;
    if (moved < 1e-3) break;
  }
  return { weights, correlations, rounds: Math.min(round + 1, rounds) };
}

interface CanonicalPair {
  /** Weights of all bands, those after with a minus sign; the difference has mean `mean`. */
  readonly coefficients: Float64Array;
  readonly mean: number;
  readonly correlation: number;
  readonly variance: number;
}

/** Keeps collinear bands solvable: noise of a thousandth of a band's spread. */
const RIDGE = 1e-6;

function canonicalPairs(
  bands: readonly Float64Array[],
  split: number,
  weights: Float64Array,
): CanonicalPair[] {
  const { means, covariance } = weightedMoments(bands, weights);
  const block = (rows: number, columns: number, from: number, to: number): Matrix =>
    Array.from({ length: rows }, (_, i) =>
      Float64Array.from({ length: columns }, (__, j) => {
        const ridge = from === to && i === j ? RIDGE : 0;
        return covariance[from + i]![to + j]! + ridge;
      }),
    );
  const [p, q] = [split, bands.length - split];
  const lowerX = choleskyOf(block(p, p, 0, 0));
  const lowerY = choleskyOf(block(q, q, split, split));
  const cross = block(p, q, 0, split);
  // K = Lx⁻¹ Sxy Ly⁻ᵀ has the canonical correlations as its singular values
  const halfway = cross.map((row) => solveLower(lowerY, row.slice()));
  const columns = Array.from({ length: q }, (_, j) =>
    solveLower(
      lowerX,
      Float64Array.from(halfway, (row) => row[j]!),
    ),
  );
  const gram = Array.from({ length: p }, (_, i) =>
    Float64Array.from({ length: p }, (__, k) => columns.reduce((sum, c) => sum + c[i]! * c[k]!, 0)),
  );
  const { values, vectors } = symmetricEigen(gram);
  return values.slice(0, Math.min(p, q)).map((value, m) => {
    const rho = Math.sqrt(Math.min(Math.max(value, 1e-12), 1));
    const u = vectors[m]!;
    const right = Float64Array.from(columns, (c) => c.reduce((sum, x, i) => sum + x * u[i]!, 0) / rho);
    const a = solveUpper(lowerX, u.slice());
    const b = solveUpper(lowerY, right);
    const coefficients = Float64Array.from([...a, ...b.map((x) => -x)]);
    const mean = coefficients.reduce((sum, c, k) => sum + c * means[k]!, 0);
    const variance = Math.max(2 * (1 - rho), 1e-9);
    return { coefficients, mean, correlation: rho, variance };
  });
}

function weightedMoments(
  bands: readonly Float64Array[],
  weights: Float64Array,
): { means: Float64Array; covariance: Float64Array[] } {
  const n = weights.length;
  let total = 0;
  for (let i = 0; i < n; i++) total += weights[i]!;
  const means = Float64Array.from(bands, (band) => {
    let sum = 0;
    for (let i = 0; i < n; i++) sum += weights[i]! * band[i]!;
    return sum / total;
  });
  const covariance = bands.map(() => new Float64Array(bands.length));
  for (let j = 0; j < bands.length; j++) {
    for (let k = 0; k <= j; k++) {
      const sum = weightedProduct(weights, bands[j]!, means[j]!, bands[k]!, means[k]!);
      covariance[j]![k] = covariance[k]![j] = sum / total;
    }
  }
  return { means, covariance };
}

function weightedProduct(
  weights: Float64Array,
  x: Float64Array,
  meanX: number,
  y: Float64Array,
  meanY: number,
): number {
  let sum = 0;
  for (let i = 0; i < weights.length; i++) sum += weights[i]! * (x[i]! - meanX) * (y[i]! - meanY);
  return sum;
}

function sumOfSquares(
  bands: readonly Float64Array[],
  pairs: readonly CanonicalPair[],
  chi: Float64Array,
): void {
  const difference = new Float64Array(chi.length);
  chi.fill(0);
  for (const { coefficients, mean, variance } of pairs) {
    difference.fill(-mean);
    for (const [k, band] of bands.entries()) addTimes(difference, coefficients[k]!, band);
    for (let i = 0; i < chi.length; i++) chi[i]! += difference[i]! ** 2 / variance;
  }
}

/** Chi-square survival from a table in steps of 0.05, as exact as a weight needs. */
function survivalOf(degrees: number): (chi: number) => number {
  const steps = 20 * (60 + 6 * degrees);
  const values = Float64Array.from({ length: steps + 1 }, (_, i) => Math.exp(logGammaQ(degrees / 2, i / 40)));
  return (chi) => values[Math.min(steps, Math.round(chi * 20))]!;
}

function standardised(band: Float64Array): Float64Array {
  let [mean, square] = [0, 0];
  for (const value of band) mean += value / band.length;
  for (const value of band) square += (value - mean) ** 2 / band.length;
  const scale = square > 0 ? 1 / Math.sqrt(square) : 0;
  return band.map((value) => (value - mean) * scale);
}
