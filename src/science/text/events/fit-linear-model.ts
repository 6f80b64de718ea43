import { indexFeatures } from "./feature-index.ts";
import { softmax, type LinearModel, type LinearModelFile } from "./linear-model.ts";

/** A labelled example. */
export interface EventExample {
  readonly features: readonly string[];
  readonly label: string;
  /** How much it counts; 1 for an ordinary one. */
  readonly weight: number;
}

export interface FitOptions {
  readonly epochs: number;
  readonly rate: number;
  /** Pulls weights towards zero. */
  readonly ridge: number;
  /** Features seen in fewer examples are left out. */
  readonly leastCount: number;
  /** Where the weight of a feature for a class begins, and what the ridge pulls it to. */
  readonly prior?: (feature: string, label: string) => number;
}

/** Fits a multinomial logistic regression by adaptive gradient steps in the order of the examples; the same examples give the same weights. */
export function fitLinearModel(
  examples: readonly EventExample[],
  classes: readonly string[],
  { epochs, rate, ridge, leastCount, prior = () => 0 }: FitOptions,
): LinearModel {
  const index = numberFeatures(examples, leastCount);
  const rows = examples.map(({ features, label, weight }) => ({
    columns: [...new Set(features)].flatMap((feature) => index.get(feature) ?? []),
    label: classes.indexOf(label),
    weight,
  }));
  const width = classes.length;
  const weights = new Float64Array((index.size + 1) * width);
  for (const [feature, at] of index) {
    classes.forEach((label, one) => (weights[at * width + one] = prior(feature, label)));
  }
  const means = weights.slice();
  const squares = new Float64Array(weights.length).fill(1e-6);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const row of rows) step(row, { weights, means, squares, width }, rate, ridge);
  }
  const table = new Map<string, Float32Array>();
  for (const [feature, at] of index)
    table.set(feature, Float32Array.from(weights.subarray(at * width, (at + 1) * width)));
  return {
    classes,
    weights: table,
    index: indexFeatures(table),
    bias: Float32Array.from(weights.subarray(0, width)),
    temperature: 1,
  };
}

/** Feature → its row; row 0 is the bias. */
function numberFeatures(examples: readonly EventExample[], leastCount: number): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { features } of examples) {
    for (const feature of new Set(features)) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  }
  const kept = [...counts].filter(([, count]) => count >= leastCount);
  return new Map(kept.map(([feature], at) => [feature, at + 1]));
}

interface Row {
  readonly columns: readonly number[];
  readonly label: number;
  readonly weight: number;
}

interface Fit {
  readonly weights: Float64Array;
  readonly means: Float64Array;
  readonly squares: Float64Array;
  readonly width: number;
}

function step(
  { columns, label, weight }: Row,
  { weights, means, squares, width }: Fit,
  rate: number,
  ridge: number,
): void {
  const scores = Float64Array.from(weights.subarray(0, width));
  for (const column of columns) {
    for (let one = 0; one < width; one++) scores[one]! += weights[column * width + one]!;
  }
  const p = softmax(scores, 1);
  p[label]! -= 1;
  for (const column of [0, ...columns]) {
    for (let one = 0; one < width; one++) {
      const at = column * width + one;
      const gradient = weight * p[one]! + (column === 0 ? 0 : ridge * (weights[at]! - means[at]!));
      squares[at]! += gradient * gradient;
      weights[at]! -= (rate * gradient) / Math.sqrt(squares[at]!);
    }
  }
}

/** A model as a file: weights in hundredths, those that round to nothing left out. */
export function linearModelFile(
  { classes, weights, bias }: LinearModel,
  temperature: LinearModelFile["temperature"],
): LinearModelFile {
  const kept: Record<string, number[]> = {};
  for (const [feature, row] of [...weights].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const pairs = [...row].flatMap((weight, one) => {
      const hundredths = Math.round(weight * 100);
      return Math.abs(hundredths) < 5 ? [] : [one, hundredths];
    });
    if (pairs.length > 0) kept[feature] = pairs;
  }
  return { classes, temperature, bias: [...bias].map((one) => Math.round(one * 1000) / 1000), weights: kept };
}
