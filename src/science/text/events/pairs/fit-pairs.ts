import { softmax } from "../linear-model.ts";
import { ROOTS } from "../../plover/plover.ts";
import { familyOf } from "./families.ts";
import { PAIR_CLASSES, type PairWeightsFile } from "./pair-weights.ts";

/** A pair of states, what is told of it, and its features as numbers: see `featureNumber`. */
export interface PairExample {
  readonly features: readonly number[];
  /** A place in PAIR_CLASSES. */
  readonly label: number;
}

export interface PairFit {
  readonly epochs: number;
  readonly rate: number;
  /** Pulls all weights to where they began, in examples' worth. */
  readonly ridge: number;
  /** Features seen less often are left out. */
  readonly leastCount: number;
  /** The weight with which a rule's root begins. */
  readonly trust: number;
  /** So great a part of an example's features is left out at each step: no weight may rely on another. */
  readonly dropout: number;
}

/** What was fitted: a row of weights for every feature that was seen often enough; row 0 is the bias. */
export interface FittedPairs {
  readonly rowOf: ReadonlyMap<number, number>;
  readonly weights: Float64Array;
}

const VALUES = 2 ** 20;

/** A feature as one number. */
export const featureNumber = (family: number, value: number): number => family * VALUES + value;

const WIDTH = PAIR_CLASSES.length;

/** Fits a multinomial logistic regression with a ridge by steps along single examples that grow smaller; the same examples and the same chance give the same weights. */
export function fitPairs(
  examples: readonly PairExample[],
  options: PairFit,
  random: () => number,
): FittedPairs {
  const rowOf = numberRows(examples, options.leastCount);
  const rows = examples.map(({ features, label }) => ({
    columns: Int32Array.from([0, ...features.flatMap((feature) => rowOf.get(feature) ?? [])]),
    label,
  }));
  const means = beginning(rowOf, options.trust);
  const weights = new Float64Array(means.length);
  const steps = options.epochs * rows.length;
  let scale = 1;
  for (let at = 0; at < steps; at++) {
    if (at % rows.length === 0) shuffle(rows, random);
    const { columns: all, label } = rows[at % rows.length]!;
    const columns = all.filter((column) => column === 0 || random() >= options.dropout);
    const rate = options.rate * (1 - at / steps);
    const error = probabilitiesOf(columns, weights, means, scale);
    error[label]! -= 1;
    scale *= 1 - (rate * options.ridge) / rows.length;
    for (const column of columns) {
      for (let one = 0; one < WIDTH; one++) weights[column * WIDTH + one]! -= (rate * error[one]!) / scale;
    }
  }
  for (let at = 0; at < weights.length; at++) weights[at] = weights[at]! * scale + means[at]!;
  return { rowOf, weights };
}

function numberRows(examples: readonly PairExample[], leastCount: number): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { features } of examples)
    for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  const kept = [...counts].filter(([, count]) => count >= leastCount);
  return new Map(kept.map(([feature], at) => [feature, at + 1]));
}

/** Where the ridge pulls: a rule's root is believed beforehand. */
function beginning(rowOf: ReadonlyMap<number, number>, trust: number): Float64Array {
  const means = new Float64Array((rowOf.size + 1) * WIDTH);
  for (let root = 0; root < ROOTS.length; root++) {
    const row = rowOf.get(featureNumber(familyOf("told"), root));
    if (row !== undefined) means[row * WIDTH + 1 + root] = trust;
  }
  return means;
}

function shuffle<T>(rows: T[], random: () => number): void {
  for (let at = rows.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [rows[at], rows[other]] = [rows[other]!, rows[at]!];
  }
}

function probabilitiesOf(
  columns: Int32Array,
  weights: Float64Array,
  means: Float64Array,
  scale: number,
): Float64Array {
  const scores = new Float64Array(WIDTH);
  for (const column of columns) {
    for (let one = 0; one < WIDTH; one++)
      scores[one]! += weights[column * WIDTH + one]! * scale + means[column * WIDTH + one]!;
  }
  return softmax(scores, 1);
}

/** Weights in hundredths, as a file keeps them. */
export function pairWeightsFile(
  { rowOf, weights }: FittedPairs,
  textOf: (family: number, value: number) => string,
  { temperature, bound }: Pick<PairWeightsFile, "temperature" | "bound">,
): PairWeightsFile {
  const kept: [text: string, pairs: number[]][] = [];
  for (const [feature, row] of rowOf) {
    const [family, value] = [Math.floor(feature / VALUES), feature % VALUES];
    const pairs = PAIR_CLASSES.flatMap((_, one) => {
      const hundredths = Math.round(weights[row * WIDTH + one]! * 100);
      return Math.abs(hundredths) < LEAST ? [] : [one, hundredths];
    });
    if (pairs.length > 0) kept.push([textOf(family, value), pairs]);
  }
  return {
    classes: PAIR_CLASSES,
    temperature,
    bound,
    bias: [...weights.subarray(0, WIDTH)].map((one) => Math.round(one * 100)),
    weights: Object.fromEntries(kept.toSorted(([a], [b]) => (a < b ? -1 : 1))),
  };
}

/** Hundredths of a weight below which it is left out. */
const LEAST = 2;
