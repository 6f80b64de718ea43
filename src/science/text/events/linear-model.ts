import { featureText, STEM_FAMILIES, stemOf, type FeatureSink } from "./event-features.ts";

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

/** Where each row of weights begins in one table, 0 where there is none, by family and name; those of stems stand together, so that a word is looked up once. Rows of their own would lie all over the memory, which takes longer to reach than to add up. */
export interface FeatureIndex {
  /** Row after row, after one of zeros. */
  readonly table: Float64Array;
  readonly families: ReadonlyMap<string, ReadonlyMap<string, number>>;
  readonly stems: ReadonlyMap<string, StemRows>;
  /** Words seen before. */
  readonly remembered: Map<string, StemRows>;
}

interface StemRows {
  readonly stem: string;
  /** In the order of STEM_FAMILIES. */
  readonly families: number[];
  /** The same with the stem's own weights, which count in every zone. */
  readonly zoned: number[];
  /** By the stem that follows. */
  readonly pairs: Map<StemRows, number>;
}

const MEMORY = 50_000;

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
  return { classes, weights: table, index: indexFeatures(table), bias: Float32Array.from(bias), temperature };
}

/** Parts each feature as it was put together: `2:first second`, `family:name@zone`, `family:name`; a name alone has the family "". */
export function indexFeatures(weights: ReadonlyMap<string, Float32Array>): FeatureIndex {
  const families = new Map<string, Map<string, number>>();
  const stems = new Map<string, StemRows>();
  const width = weights.values().next().value?.length ?? 0;
  const table = new Array<number>(width).fill(0);
  const rowsOf = (stem: string): StemRows => {
    const rows = stems.get(stem) ?? noRows(stem);
    stems.set(stem, rows);
    return rows;
  };
  for (const [feature, row] of weights) {
    const begin = table.push(...row) - width;
    const [, first, second] = /^2:(\S*) (.*)$/s.exec(feature) ?? [];
    const [, family = "", name = feature, zone = ""] = /^([^: ]+):([^ ]*?)(@[a-z-]+)?$/.exec(feature) ?? [];
    const ofStem = STEM_FAMILIES.indexOf(family as (typeof STEM_FAMILIES)[number]);
    if (first !== undefined) rowsOf(first).pairs.set(rowsOf(second!), begin);
    else if (ofStem >= 0) rowsOf(name).families[ofStem] = begin;
    else familyIn(families, family + zone).set(name, begin);
  }
  for (const { families: own, zoned } of stems.values()) {
    own.forEach((row, family) => (zoned[family] = sumOf(table, width, own[0]!, row)));
  }
  return { table: Float64Array.from(table), families, stems, remembered: new Map() };
}

const noRows = (stem: string): StemRows => ({
  stem,
  families: STEM_FAMILIES.map(() => 0),
  zoned: STEM_FAMILIES.map(() => 0),
  pairs: new Map(),
});

/** Where the sum of two rows begins, which is added to the table where both are there. */
function sumOf(table: number[], width: number, one: number, other: number): number {
  if (one === 0 || other === 0) return one + other;
  for (let at = 0; at < width; at++) table.push(table[one + at]! + table[other + at]!);
  return table.length - width;
}

function familyIn(families: Map<string, Map<string, number>>, name: string): Map<string, number> {
  const family = families.get(name) ?? new Map<string, number>();
  families.set(name, family);
  return family;
}

/** What stems without weights have. */
const NO_ROWS: StemRows = noRows("");

function stemRows({ stems, remembered }: FeatureIndex, word: string): StemRows {
  const known = remembered.get(word);
  if (known !== undefined) return known;
  if (remembered.size >= MEMORY) remembered.clear();
  const rows = stems.get(stemOf(word)) ?? NO_ROWS;
  remembered.set(word, rows);
  return rows;
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

/** The same for features that are told one by one, which makes no text of them. */
export function probabilitiesTold(
  { bias, index, temperature }: LinearModel,
  tell: (sink: FeatureSink<StemRows>) => void,
): Float64Array {
  const scores = new Float64Array(bias);
  const { table, families } = index;
  tell({
    stem: (word) => stemRows(index, word),
    word: (family, stem) => add(scores, table, stem.families[family]!),
    zoned: (family, stem) => add(scores, table, stem.zoned[family]!),
    pair: (first, second) => add(scores, table, first.pairs.get(second) ?? 0),
    one: (family, name) => add(scores, table, families.get(family)?.get(name) ?? 0),
  });
  return softmax(scores, temperature);
}

function add(scores: Float64Array, table: Float64Array, row: number): void {
  if (row > 0) for (let one = 0; one < scores.length; one++) scores[one]! += table[row + one]!;
}

/** Probabilities, and what they rest on. */
export interface Explained {
  readonly p: Float64Array;
  /** The texts of the features that speak most for a class, strongest first; only theirs are made. */
  readonly strongest: (label: string, count: number) => string[];
}

/** The same as `probabilitiesTold`, for one who asks why; the features are told once. */
export function explainedTold(
  { classes, bias, index, temperature }: LinearModel,
  tell: (sink: FeatureSink<StemRows>) => void,
): Explained {
  const scores = new Float64Array(bias);
  const { table } = index;
  const heard: Heard = { rows: [], families: [], names: [], seconds: [] };
  const hearWord = (family: number, { families, stem }: StemRows) =>
    hear(heard, families[family]!, STEM_FAMILIES[family]!, stem);
  tell({
    stem: (word) => stemRows(index, word),
    word(family, stem) {
      add(scores, table, stem.families[family]!);
      hearWord(family, stem);
    },
    zoned(family, stem) {
      add(scores, table, stem.zoned[family]!);
      hearWord(0, stem);
      hearWord(family, stem);
    },
    pair(first, second) {
      const row = first.pairs.get(second) ?? 0;
      add(scores, table, row);
      hear(heard, row, "2", first.stem, second.stem);
    },
    one(family, name) {
      const row = index.families.get(family)?.get(name) ?? 0;
      add(scores, table, row);
      hear(heard, row, family, name);
    },
  });
  return {
    p: softmax(scores, temperature),
    strongest: (label, count) => strongestOf(heard, table, classes.indexOf(label), count),
  };
}

/** Features that have weights, in the order they were told, side by side. */
interface Heard {
  readonly rows: number[];
  readonly families: string[];
  readonly names: string[];
  /** The second stem of a pair. */
  readonly seconds: (string | undefined)[];
}

function hear(heard: Heard, row: number, family: string, name: string, second?: string): void {
  if (row === 0) return;
  heard.rows.push(row);
  heard.families.push(family);
  heard.names.push(name);
  heard.seconds.push(second);
}

function strongestOf(
  { rows, families, names, seconds }: Heard,
  table: Float64Array,
  column: number,
  count: number,
): string[] {
  const best: { readonly feature: string; readonly weight: number }[] = [];
  for (let at = 0; at < rows.length; at++) {
    const weight = table[rows[at]! + column]!;
    if (weight <= (best.length < count ? 0 : best.at(-1)!.weight)) continue;
    const name = seconds[at] === undefined ? names[at]! : `${names[at]} ${seconds[at]}`;
    const feature = featureText(families[at]!, name);
    if (best.some((other) => other.feature === feature)) continue;
    if (best.length === count) best.pop();
    best.push({ feature, weight });
    best.sort((a, b) => b.weight - a.weight);
  }
  return best.map(({ feature }) => feature);
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
