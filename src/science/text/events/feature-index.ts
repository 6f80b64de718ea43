import { CROSSES, NAME_FAMILIES, STEM_FAMILIES, stemOf, type FeatureSink } from "./event-features.ts";
import { valueIn } from "./sorted-pairs.ts";
import type { StemPlace, Word } from "./word.ts";

/** Where the weights of each feature begin in one table, 0 where there are none, found without making its text. Stems and names are numbered, and their rows and pairs lie side by side: objects of their own would lie all over the memory, which takes longer to reach than to add up. */
export interface FeatureIndex {
  readonly width: number;
  /** Row after row of weights, after one of zeros. */
  readonly table: Float64Array;
  /** The text of each row's feature. */
  readonly texts: readonly string[];
  readonly stems: ReadonlyMap<string, StemPlace>;
  readonly noStem: StemPlace;
  /** Stem after stem, its row in each of STEM_FAMILIES, and the same with the stem's own weights, which count in every zone. */
  readonly stemRows: Int32Array;
  /** The two rows that such a sum was made of. */
  readonly parts: ReadonlyMap<number, readonly [number, number]>;
  /** Stem → where its pairs begin. */
  readonly pairsFrom: Int32Array;
  /** The stem that follows, and the row. */
  readonly pairs: Int32Array;
  readonly names: ReadonlyMap<string, number>;
  /** Name after name, its row in each of NAME_FAMILIES. */
  readonly nameRows: Int32Array;
  /** Row by `crossOf`. */
  readonly crosses: ReadonlyMap<number, number>;
}

const ZONED = STEM_FAMILIES.length;
const PER_STEM = 2 * ZONED;
const PER_NAME = NAME_FAMILIES.length;

const FAMILY: ReadonlyMap<string, number> = new Map(NAME_FAMILIES.map((name, at) => [name, at]));

/** Indexes the features of a model by their texts. */
export function indexFeatures(weights: ReadonlyMap<string, Float32Array>): FeatureIndex {
  const width = weights.values().next().value?.length ?? 0;
  const table = new Array<number>(width).fill(0);
  const found = sortFeatures([...weights.keys()], width);
  for (const row of weights.values()) table.push(...row);
  const stemRows = new Int32Array((found.stems.size + 1) * PER_STEM);
  for (const [stem, family, row] of found.ofStems) stemRows[stem * PER_STEM + family] = row;
  const parts = new Map<number, readonly [number, number]>();
  for (let stem = PER_STEM; stem < stemRows.length; stem += PER_STEM) {
    for (let family = 0; family < ZONED; family++) {
      const [own, inZone] = [stemRows[stem]!, stemRows[stem + family]!];
      stemRows[stem + ZONED + family] = sumOf(table, width, own, inZone, parts);
    }
  }
  const nameRows = new Int32Array((found.names.size + 1) * PER_NAME);
  for (const [name, family, row] of found.ofNames) nameRows[name * PER_NAME + family] = row;
  return {
    width,
    table: Float64Array.from(table),
    texts: ["", ...weights.keys()],
    ...placesOf(found.stems),
    stemRows,
    parts,
    ...sideBySide(found.ofPairs, found.stems.size),
    names: found.names,
    nameRows,
    crosses: new Map(found.ofCrosses.map(([cross, one, other, row]) => [crossOf(cross, one, other), row])),
  };
}

/** What the texts of features are about: numbers of stems, names and families, and the row. */
interface Sorted {
  readonly stems: Map<string, number>;
  readonly names: Map<string, number>;
  readonly ofStems: (readonly [stem: number, family: number, row: number])[];
  readonly ofPairs: (readonly [first: number, second: number, row: number])[];
  readonly ofNames: (readonly [name: number, family: number, row: number])[];
  readonly ofCrosses: (readonly [cross: number, one: number, other: number, row: number])[];
}

/** Parts each feature as it was put together: `2:first second`, `S:one F:other`, `family:name@zone`, `family:name`; a name alone has the family "". */
function sortFeatures(features: readonly string[], width: number): Sorted {
  const sorted: Sorted = {
    stems: new Map(),
    names: new Map(),
    ofStems: [],
    ofPairs: [],
    ofNames: [],
    ofCrosses: [],
  };
  const { stems, names } = sorted;
  for (const [at, feature] of features.entries()) {
    const row = (at + 1) * width;
    const areTwo = feature.includes(" ");
    const pair = areTwo ? /^2:(\S*) (.*)$/s.exec(feature) : null;
    const cross = areTwo ? CROSSES.findIndex((pattern) => pattern.test(feature)) : -1;
    const [, family = "", name = feature, zone = ""] = /^([^: ]+):([^ ]*?)(@[a-z-]+)?$/.exec(feature) ?? [];
    const ofStem = STEM_FAMILIES.indexOf(family as (typeof STEM_FAMILIES)[number]);
    const ofName = FAMILY.get(family + zone);
    if (pair) sorted.ofPairs.push([numberOf(stems, pair[1]!), numberOf(stems, pair[2]!), row]);
    else if (cross >= 0) {
      const [, one, other] = CROSSES[cross]!.exec(feature)!;
      sorted.ofCrosses.push([cross, numberOf(names, one!), numberOf(names, other!), row]);
    } else if (ofStem >= 0) sorted.ofStems.push([numberOf(stems, name), ofStem, row]);
    else if (ofName !== undefined) sorted.ofNames.push([numberOf(names, name), ofName, row]);
  }
  return sorted;
}

/** Counted from 1: 0 is what has no weights. */
function numberOf(numbers: Map<string, number>, text: string): number {
  const known = numbers.get(text) ?? numbers.size + 1;
  numbers.set(text, known);
  return known;
}

/** Where the sum of two rows begins, which is added to the table where both are there. */
function sumOf(
  table: number[],
  width: number,
  one: number,
  other: number,
  parts: Map<number, readonly [number, number]>,
): number {
  if (one === 0 || other === 0) return one + other;
  const sum = table.length;
  for (let at = 0; at < width; at++) table.push(table[one + at]! + table[other + at]!);
  parts.set(sum, [one, other]);
  return sum;
}

function placesOf(numbers: ReadonlyMap<string, number>): Pick<FeatureIndex, "stems" | "noStem"> {
  const of = numbers;
  return {
    stems: new Map([...numbers].map(([stem, number]) => [stem, { of, number }])),
    noStem: { of, number: 0 },
  };
}

function sideBySide(ofPairs: Sorted["ofPairs"], stems: number): Pick<FeatureIndex, "pairsFrom" | "pairs"> {
  const sorted = ofPairs.toSorted(([a, b], [c, d]) => a - c || b - d);
  const pairsFrom = new Int32Array(stems + 2);
  for (const [first] of sorted) pairsFrom[first + 1]! += 2;
  for (let stem = 0; stem <= stems; stem++) pairsFrom[stem + 1]! += pairsFrom[stem]!;
  return { pairsFrom, pairs: Int32Array.from(sorted.flatMap(([, second, row]) => [second, row])) };
}

/** A key for two names crossed, of which there are less than ten thousand. */
const crossOf = (cross: number, one: number, other: number): number =>
  (cross * 10_000 + one) * 10_000 + other;

/** A sink that notes the rows of the features it is told. */
export function rowSink(index: FeatureIndex, rows: number[]): FeatureSink<number, number> {
  const { stemRows, nameRows, pairs, pairsFrom, crosses, names } = index;
  const note = (row: number) => {
    if (row > 0) rows.push(row);
  };
  return {
    stem: (word) => stemNumber(index, word),
    word: (family, stem) => note(stemRows[stem * PER_STEM + family]!),
    zoned: (family, stem) => note(stemRows[stem * PER_STEM + ZONED + family]!),
    pair: (first, second) => note(valueIn(pairs, pairsFrom[first]!, pairsFrom[first + 1]!, second)),
    name: (text) => names.get(text) ?? 0,
    one: (family, name) => note(nameRows[name * PER_NAME + family]!),
    cross: (cross, one, other) => note(crosses.get(crossOf(cross, one, other)) ?? 0),
  };
}

function stemNumber({ stems, noStem }: FeatureIndex, word: Word): number {
  const { stem } = word;
  if (stem !== null && stem.of === noStem.of) return stem.number;
  word.stem = stems.get(stemOf(word.lower)) ?? noStem;
  return word.stem.number;
}
