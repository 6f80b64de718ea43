import type { BeliefNetwork } from "../network.ts";

/** An undirected graph over variables 0 … size − 1: row v is a bit set of the neighbours of v. */
export interface MoralGraph {
  readonly size: number;
  readonly wordsPerRow: number;
  readonly rows: Int32Array;
  readonly stateCounts: readonly number[];
}

/** The members of each variable's family: its parents, then itself, as indices into `network.variables`. */
export function familiesOf(network: BeliefNetwork): readonly (readonly number[])[] {
  const indexOf = new Map(network.variables.map(({ name }, index) => [name, index]));
  return network.variables.map(({ parents }, index) => [
    ...parents.map((parent) => indexOf.get(parent)!),
    index,
  ]);
}

/** Joins every two members of a family. Lauritzen & Spiegelhalter 1988. */
export function moralGraph(network: BeliefNetwork, families: readonly (readonly number[])[]): MoralGraph {
  const size = network.variables.length;
  const wordsPerRow = (size + 31) >>> 5;
  const rows = new Int32Array(size * wordsPerRow);
  for (const family of families) {
    for (const a of family) {
      for (const b of family) if (a !== b) rows[a * wordsPerRow + (b >>> 5)]! |= 1 << (b & 31);
    }
  }
  return { size, wordsPerRow, rows, stateCounts: network.variables.map(({ states }) => states.length) };
}

/** How many bits of a 32-bit word are set. */
export function bitCount(word: number): number {
  let x = word - ((word >>> 1) & 0x55555555);
  x = (x & 0x33333333) + ((x >>> 2) & 0x33333333);
  return Math.imul((x + (x >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** The members of a bit set, ascending. */
export function membersOf(rows: Int32Array, from: number, words: number): number[] {
  const members: number[] = [];
  for (let w = 0; w < words; w++) {
    for (let word = rows[from + w]!; word !== 0; word &= word - 1) {
      members.push(w * 32 + 31 - Math.clz32(word & -word));
    }
  }
  return members;
}
