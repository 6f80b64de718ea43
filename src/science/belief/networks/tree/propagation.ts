import type { Finding } from "../evidence.ts";
import type { JunctionTree } from "./junction-tree.ts";
import type { Clique, Place, Separator } from "./layout.ts";
import { multiplyProjected } from "./projection.ts";

/**
 * Below this a message may have lost entries to underflow, so the linear scale is left for the logarithmic one:
 * what is lost against a total above it is less than 1e-100 of it.
 */
const LEAST_TOTAL = 1e-200;
/** Messages above this are passed on unscaled: most are, and scaling costs as much as a small clique. */
const RESCALED_TOTAL = 1e-3;

/**
 * Starts from the tables collected without evidence and multiplies the findings into them; returns the logarithm
 * of what the findings were scaled by.
 */
export function enterFindings(tree: JunctionTree, findings: readonly Finding[]): number {
  tree.tables.set(tree.collected);
  let logScale = 0;
  for (const { variable, likelihood, logScale: scale } of findings) {
    const { clique, place } = tree.homes[variable]!;
    multiplyAlong(tree.tables, place, likelihood);
    tree.affected[clique.index] = 1;
    logScale += scale;
  }
  return logScale;
}

function multiplyAlong(tables: Float64Array, { offset, end, stride }: Place, likelihood: Float64Array): void {
  for (let at = offset; at < end;) {
    for (let state = 0; state < likelihood.length; state++) {
      const factor = likelihood[state]!;
      for (const stop = at + stride; at < stop; at++) tables[at]! *= factor;
    }
  }
}

/**
 * Children to parents, only from cliques that evidence has reached: the others' messages are in already. Returns
 * ln P(findings) but for their scale, or NaN where the linear scale fails.
 */
export function collect(tree: JunctionTree, tables: Float64Array): number {
  const { cliques, affected, scratch } = tree;
  let logTotal = 0;
  for (let c = cliques.length - 1; c >= 0; c--) {
    if (affected[c] === 0) continue;
    affected[c] = 0;
    const clique = cliques[c]!;
    const { separator } = clique;
    const total = separator ? sumBlocks(tables, clique, separator, scratch) : sumOf(tables, clique);
    if (!(total >= LEAST_TOTAL)) {
      affected.fill(0);
      return NaN;
    }
    if (!separator) logTotal += Math.log(total);
    else {
      if (total < RESCALED_TOTAL) logTotal += rescale(scratch, separator.size, total);
      absorbIntoParent(tables, separator, scratch);
      affected[separator.parent.index] = 1;
    }
  }
  return logTotal;
}

function sumOf(tables: Float64Array, { offset, size }: Clique): number {
  let sum = 0;
  for (let at = offset; at < offset + size; at++) sum += tables[at]!;
  return sum;
}

/** Sums every block of a clique; returns the sum of all. */
function sumBlocks(tables: Float64Array, clique: Clique, { size }: Separator, sums: Float64Array): number {
  const block = clique.size / size;
  let total = 0;
  let at = clique.offset;
  for (let s = 0; s < size; s++) {
    let sum = 0;
    for (const stop = at + block; at < stop; at++) sum += tables[at]!;
    sums[s] = sum;
    total += sum;
  }
  return total;
}

/** Divides a message by its total; returns the logarithm of that. */
function rescale(sums: Float64Array, size: number, total: number): number {
  for (let s = 0; s < size; s++) sums[s]! /= total;
  return Math.log(total);
}

/** Replaces the separator's message by the new sums and multiplies the parent by their ratio. */
function absorbIntoParent(tables: Float64Array, separator: Separator, sums: Float64Array): void {
  const { offset, size, parent, fromParent } = separator;
  toRatios(tables, offset, size, sums);
  multiplyProjected(tables, parent.offset, fromParent, sums);
}

/** Puts new sums into a separator, and leaves new over old in their place (Jensen et al. 1990), 0/0 = 0. */
function toRatios(tables: Float64Array, offset: number, size: number, sums: Float64Array): void {
  for (let s = 0; s < size; s++) {
    const before = tables[offset + s]!;
    const sum = sums[s]!;
    tables[offset + s] = sum;
    sums[s] = before === 0 ? 0 : sum / before;
  }
}

/** Parents to children, all of them: what one clique learns may concern every other. */
export function distribute({ cliques, tables, scratch }: JunctionTree): void {
  for (let c = 0; c < cliques.length; c++) {
    const clique = cliques[c]!;
    if (clique.separator) absorbFromParent(tables, clique, clique.separator, scratch);
  }
}

function absorbFromParent(
  tables: Float64Array,
  clique: Clique,
  separator: Separator,
  sums: Float64Array,
): void {
  const { offset, size, parent, fromParent } = separator;
  const { outer, inner } = fromParent;
  for (let s = 0; s < size; s++) sums[s] = 0;
  let from = parent.offset;
  for (let o = 0; o < outer.length; o++) {
    const base = outer[o]!;
    for (let i = 0; i < inner.length; i++) sums[base + inner[i]!]! += tables[from++]!;
  }
  toRatios(tables, offset, size, sums);
  const block = clique.size / size;
  let at = clique.offset;
  for (let s = 0; s < size; s++) {
    const factor = sums[s]!;
    for (const stop = at + block; at < stop; at++) tables[at]! *= factor;
  }
}

/** Reads every posterior off the calibrated tables. */
export function readPosteriors(tree: JunctionTree): void {
  for (let v = 0; v < tree.sources.length; v++) readPosterior(tree, v, tree.sources[v]!);
}

/** Sums a table onto one variable and writes the shares into `posteriors`. */
export function readPosterior(tree: JunctionTree, v: number, { offset, end, stride }: Place): void {
  const { tables, posteriors } = tree;
  const first = tree.posteriorOffsets[v]!;
  const count = tree.stateCounts[v]!;
  let total = 0;
  for (let state = 0; state < count; state++) {
    const sum = sumEvery(tables, offset + state * stride, end, stride, stride * count);
    posteriors[first + state] = sum;
    total += sum;
  }
  for (let state = 0; state < count; state++) posteriors[first + state]! /= total;
}

/** Sums runs of `length` entries that start `period` apart. */
function sumEvery(tables: Float64Array, from: number, end: number, length: number, period: number): number {
  let sum = 0;
  if (length === 1) for (let at = from; at < end; at += period) sum += tables[at]!;
  else {
    for (let start = from; start < end; start += period) {
      for (let at = start; at < start + length; at++) sum += tables[at]!;
    }
  }
  return sum;
}
