import { weightsIn, type EventDomain } from "./event-domains.ts";
import type { FeatureSink } from "./event-features.ts";
import { indexFeatures, rowSink, type FeatureIndex } from "./feature-index.ts";

/** Weights of a multinomial model: class by class for every feature. */
export interface LinearModel {
  readonly classes: readonly string[];
  /** Feature → weights in the order of the classes. */
  readonly weights: ReadonlyMap<string, Float32Array>;
  /** The same rows found without making the text of a feature. */
  readonly index: FeatureIndex;
  readonly bias: Float32Array;
  /** Divides the scores, so that probabilities are as often right as they say. */
  readonly temperature: number;
}

/** The weights as they are kept in a file: feature → class number, hundredths of a weight, and so on. */
export interface LinearModelFile {
  readonly classes: readonly string[];
  readonly temperature: Readonly<Record<EventDomain, number>>;
  readonly bias: readonly number[];
  readonly weights: Readonly<Record<string, readonly number[]>>;
}

/** Reads a file of weights for one kind of sentences; RangeError where a weight names no class. */
export function readLinearModel(
  { classes, temperature, bias, weights }: LinearModelFile,
  domain: EventDomain,
): LinearModel {
  const table = new Map<string, Float32Array>();
  for (const [feature, pairs] of Object.entries(weights)) {
    const row = new Float32Array(classes.length);
    for (let at = 0; at < pairs.length; at += 2) {
      if (pairs[at]! >= classes.length) throw new RangeError(`feature "${feature}" names class ${pairs[at]}`);
      row[pairs[at]!] = pairs[at + 1]! / 100;
    }
    table.set(feature, row);
  }
  return modelIn(domain, {
    ...{ classes, weights: table, bias: Float32Array.from(bias) },
    temperature: temperature[domain],
  });
}

/** A model as it counts for one kind of sentences. */
export function modelIn(domain: EventDomain, model: Omit<LinearModel, "index">): LinearModel {
  const weights = weightsIn(domain, model.weights);
  return { ...model, weights, index: indexFeatures(weights) };
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

/** Tells a sink the features of one event. */
type Tell = (sink: FeatureSink<number, number>) => void;

/** The same for features that are told one by one, which makes no text of them. */
export const probabilitiesTold = (model: LinearModel, tell: Tell): Float64Array =>
  probabilitiesIn(model, rowsTold(model, tell));

function rowsTold({ index }: LinearModel, tell: Tell): number[] {
  const rows: number[] = [];
  tell(rowSink(index, rows));
  return rows;
}

function probabilitiesIn({ bias, index, temperature }: LinearModel, rows: readonly number[]): Float64Array {
  const scores = new Float64Array(bias);
  const { table, width } = index;
  for (const row of rows) for (let one = 0; one < width; one++) scores[one]! += table[row + one]!;
  return softmax(scores, temperature);
}

/** Probabilities, and what they rest on. */
export interface Explained {
  readonly p: Float64Array;
  /** The texts of the features that speak most for a class, strongest first. */
  readonly strongest: (label: string, count: number) => string[];
}

/** The same as `probabilitiesTold`, for one who asks why; the features are told once. */
export function explainedTold(model: LinearModel, tell: Tell): Explained {
  const rows = rowsTold(model, tell);
  return {
    p: probabilitiesIn(model, rows),
    strongest: (label, count) => strongestOf(model.index, rows, model.classes.indexOf(label), count),
  };
}

function strongestOf(
  { table, texts, width, parts }: FeatureIndex,
  rows: readonly number[],
  column: number,
  count: number,
): string[] {
  const best: { readonly row: number; readonly weight: number }[] = [];
  const consider = (row: number) => {
    const weight = table[row + column]!;
    if (weight <= (best.length < count ? 0 : best.at(-1)!.weight)) return;
    if (best.some((other) => other.row === row)) return;
    if (best.length === count) best.pop();
    best.push({ row, weight });
    best.sort((a, b) => b.weight - a.weight);
  };
  for (const row of rows) {
    const [own, inZone] = parts.get(row) ?? [row];
    consider(own);
    if (inZone !== undefined) consider(inZone);
  }
  return best.map(({ row }) => texts[row / width]!);
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
