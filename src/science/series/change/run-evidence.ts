import { logGamma } from "#science/numbers/index.ts";
import { noiseVariance } from "./noise-variance.ts";
import { RunningSums } from "./segmentation.ts";

/** ln of the probability of the values in [from, to) as one run, its parameters integrated out. */
export type RunEvidence = (from: number, to: number) => number;

/**
 * Runs of normal values with a level and a variance of their own, under the conjugate prior: levels about the mean of
 * the series and as far apart as its values are, the variance about that of the steps from one value to the next,
 * with the weight of two values. Murphy 2007, Conjugate Bayesian analysis of the Gaussian distribution, §3.
 */
export function normalRuns(values: Float64Array): RunEvidence {
  const n = values.length;
  const sums = new RunningSums(values);
  const scale = noiseVariance(values);
  const weight = Math.min(1, (n * scale) / sums.squaredError(0, n));
  const constants = Float64Array.from({ length: n + 1 }, (_, count) => {
    const shrunk = Math.log(weight / (weight + count)) / 2;
    return logGamma(1 + count / 2) + Math.log(scale) + shrunk - (count / 2) * Math.log(2 * Math.PI);
  });
  return (from, to) => {
    const count = to - from;
    const away = (weight * sums.sum(from, to) ** 2) / (count * (weight + count));
    return constants[count]! - (1 + count / 2) * Math.log(scale + (sums.squaredError(from, to) + away) / 2);
  };
}

/** Runs of Poisson counts with a rate of their own, exponential about the mean of the series unless one is given. */
export function countRuns(values: Float64Array, meanRate = mean(values)): RunEvidence {
  const [sums, factorials] = [new Float64Array(values.length + 1), new Float64Array(values.length + 1)];
  values.forEach((value, i) => {
    sums[i + 1] = sums[i]! + value;
    factorials[i + 1] = factorials[i]! + logGamma(value + 1);
  });
  const rate = 1 / meanRate;
  return (from, to) => {
    const shape = 1 + sums[to]! - sums[from]!;
    const spread = shape * Math.log(rate + to - from);
    return Math.log(rate) + logGamma(shape) - spread - (factorials[to]! - factorials[from]!);
  };
}

const mean = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length;
