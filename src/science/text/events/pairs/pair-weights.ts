import type { EventLanguage } from "../event-language.ts";
import { stemOf } from "../event-features.ts";
import { ROOTS } from "../../plover/plover.ts";
import type { StemPlace, Word } from "../word.ts";
import { FAMILIES } from "./families.ts";
import { valueOf } from "./feature-text.ts";
import type { PairSink, StemNumber } from "./pair-view.ts";

/** What a pair of states may be: nothing told, or one of the roots. */
export const PAIR_CLASSES: readonly string[] = ["none", ...ROOTS];

/** The weights as they are kept in a file: feature → class number, hundredths of a weight, and so on. */
export interface PairWeightsFile {
  readonly classes: readonly string[];
  /** Divides the scores, so that probabilities are as often right as they say. */
  readonly temperature: number;
  /** From this probability on an event is told. */
  readonly bound: number;
  /** In hundredths. */
  readonly bias: readonly number[];
  readonly weights: Readonly<Record<string, readonly number[]>>;
}

/** The weights of pairs of states, ready for one language: where the row of each feature begins, found by numbers alone. */
export interface PairWeights {
  readonly temperature: number;
  readonly bound: number;
  /** In hundredths, as all weights. */
  readonly bias: Int32Array;
  /** Row after row of weights, after one of zeros; small numbers, so that more of them are at hand. */
  readonly table: Int16Array;
  /** Family by family, the row of each value. */
  readonly rows: readonly Int32Array[];
  readonly stemNumber: StemNumber;
  /** Where one pair after the other is added up: a place of its own for each would cost as much as the sum. */
  readonly scores: PairScores;
}

const WIDTH = PAIR_CLASSES.length;

/** Makes a file's weights ready for a language; what the language does not know any more is left out, RangeError where the classes are others. */
export function pairWeights(file: PairWeightsFile, language: EventLanguage): PairWeights {
  if (file.classes.join() !== PAIR_CLASSES.join()) throw new RangeError("weights of other classes");
  const stems = new Map<string, StemPlace>();
  const table = new Array<number>(WIDTH).fill(0);
  const rowOf = FAMILIES.map(() => new Map<number, number>());
  const families = new Map(FAMILIES.map(({ name }, at) => [name, at]));
  for (const [text, pairs] of Object.entries(file.weights)) {
    const [name = "", value = ""] = text.split("=", 2);
    const family = families.get(name);
    if (family === undefined) throw new RangeError(`no family of features "${name}"`);
    const number = valueOf(language, FAMILIES[family]!.kind, value, (stem) => numberIn(stems, stem));
    if (number < 0) continue;
    rowOf[family]!.set(number, table.length);
    table.push(...rowFrom(pairs));
  }
  const rows = rowOf.map(denseRows);
  const weights = Int16Array.from(table);
  return {
    temperature: file.temperature,
    bound: file.bound,
    bias: Int32Array.from(file.bias),
    table: weights,
    rows,
    stemNumber: stemNumberIn(stems),
    scores: pairScores(weights, rows),
  };
}

function rowFrom(pairs: readonly number[]): number[] {
  const row = new Array<number>(WIDTH).fill(0);
  for (let at = 0; at < pairs.length; at += 2) row[pairs[at]!] = pairs[at + 1]!;
  return row;
}

function denseRows(rowOf: ReadonlyMap<number, number>): Int32Array {
  const rows = new Int32Array(Math.max(0, ...rowOf.keys()) + 1);
  for (const [value, row] of rowOf) rows[value] = row;
  return rows;
}

/** Counted from 1: 0 is a stem without weights. */
function numberIn(stems: Map<string, StemPlace>, stem: string): number {
  const known = stems.get(stem);
  if (known) return known.number;
  stems.set(stem, { of: stems, number: stems.size + 1 });
  return stems.size;
}

/** Words keep the number of their stem beside them. */
function stemNumberIn(stems: ReadonlyMap<string, StemPlace>): StemNumber {
  const none: StemPlace = { of: stems, number: 0 };
  return (word: Word) => {
    const { pairStem } = word;
    if (pairStem !== null && pairStem.of === stems) return pairStem.number;
    word.pairStem = stems.get(stemOf(word.lower)) ?? none;
    return word.pairStem.number;
  };
}

/** Scores of PAIR_CLASSES that grow by what their sink is told. */
export interface PairScores {
  readonly sums: Int32Array;
  readonly sink: PairSink;
}

/** A sink that adds the weights of what it is told to its sums. */
export function pairScores(table: Int16Array, rows: readonly Int32Array[]): PairScores {
  const sums = new Int32Array(WIDTH);
  const add = (family: number, value: number) => {
    const row = rows[family]![value] ?? 0;
    if (row === 0) return;
    for (let one = 0; one < WIDTH; one++) sums[one] = (sums[one]! + table[row + one]!) | 0;
  };
  return { sums, sink: { add } };
}
