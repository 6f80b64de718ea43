/** Weights of a multinomial model: class by class for every feature. */
export interface LinearModel {
  readonly classes: readonly string[];
  /** Feature → weights in the order of the classes. */
  readonly weights: ReadonlyMap<string, Float32Array>;
  readonly bias: Float32Array;
  /** Divides the scores, so that probabilities are as often right as they say. */
  readonly temperature: number;
}

/** The weights as they are kept in a file: feature → class number, hundredths of a weight, and so on. */
export interface LinearModelFile {
  readonly classes: readonly string[];
  readonly temperature: number;
  readonly bias: readonly number[];
  readonly weights: Readonly<Record<string, readonly number[]>>;
}

/** Reads a file of weights; RangeError where a weight names no class. */
export function readLinearModel({ classes, temperature, bias, weights }: LinearModelFile): LinearModel {
  const table = new Map<string, Float32Array>();
  for (const [feature, pairs] of Object.entries(weights)) {
    const row = new Float32Array(classes.length);
    for (let at = 0; at < pairs.length; at += 2) {
      if (pairs[at]! >= classes.length) throw new RangeError(`feature "${feature}" names class ${pairs[at]}`);
      row[pairs[at]!] = pairs[at + 1]! / 100;
    }
    table.set(feature, row);
  }
  return { classes, weights: table, bias: Float32Array.from(bias), temperature };
}

/** Probabilities of all classes for some features, in the order of the classes. */
export function probabilitiesOf(model: LinearModel, features: readonly string[]): Float64Array {
  const scores = Float64Array.from(model.bias);
  for (const feature of features) {
    const row = model.weights.get(feature);
    if (row) for (let one = 0; one < scores.length; one++) scores[one]! += row[one]!;
  }
  return softmax(scores, model.temperature);
}

/** The features that speak most for a class, strongest first. */
export function strongestFeatures(
  model: LinearModel,
  features: readonly string[],
  label: string,
  count: number,
): { feature: string; weight: number }[] {
  const column = model.classes.indexOf(label);
  return features
    .map((feature) => ({ feature, weight: model.weights.get(feature)?.[column] ?? 0 }))
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, count);
}

/** Probabilities from scores, in place. */
export function softmax(scores: Float64Array, temperature: number): Float64Array {
  let most = Number.NEGATIVE_INFINITY;
  for (const score of scores) most = Math.max(most, score);
  let sum = 0;
  for (let one = 0; one < scores.length; one++) {
    scores[one] = Math.exp((scores[one]! - most) / temperature);
    sum += scores[one]!;
  }
  for (let one = 0; one < scores.length; one++) scores[one]! /= sum;
  return scores;
}
