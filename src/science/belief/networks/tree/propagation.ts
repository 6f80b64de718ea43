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

/** Fills the cliques with the products of the conditional tables that are loaded, the separators with ones. */
export function multiplyTables({ families, cpts }: JunctionTree, tables: Float64Array): void {
  tables.fill(1);
  families.forEach(({ clique, ontoCpt }, v) => {
    multiplyProjected(tables, clique.offset, ontoCpt, cpts[v]!);
  });
}

/**
 * Starts from the tables calibrated without evidence and multiplies the findings into them; returns the logarithm
 * of what the findings were scaled by.
 */
export function enterFindings(tree: JunctionTree, findings: readonly Finding[]): number {
  tree.tables.set(tree.prior);
  return multiplyFindings(tree, findings);
}

/** Multiplies findings into the tables as they are; returns the logarithm of what they were scaled by. */
export function multiplyFindings(tree: JunctionTree, findings: readonly Finding[]): number {
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
 * Children to parents, only from cliques that evidence has reached: the others' messages are in already. The roots it
 * arrives at stay marked. Returns ln P(findings) but for their scale, or NaN where the linear scale fails.
 */
export function collect(tree: JunctionTree, tables: Float64Array): number {
  const { cliques, affected, scratch } = tree;
  let logTotal = 0;
  for (let c = cliques.length - 1; c >= 0; c--) {
    if (affected[c] === 0) continue;
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
      affected[c] = 0;
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

/** Replaces the separator's message by the new sums and multiplies the parent by their ratio (Jensen et al. 1990). */
function absorbIntoParent(
  tables: Float64Array,
  { offset, starts, rest }: Separator,
  sums: Float64Array,
): void {
  for (let s = 0; s < starts.length; s++) {
    const ratio = replaced(tables, offset + s, sums[s]!);
    const start = starts[s]!;
    for (let r = 0; r < rest.length; r++) tables[start + rest[r]!]! *= ratio;
  }
}

/** Puts a new sum into a separator; returns new over old, 0/0 = 0. */
function replaced(tables: Float64Array, at: number, sum: number): number {
  const before = tables[at]!;
  tables[at] = sum;
  return before === 0 ? 0 : sum / before;
}

/** Parents to children, from the roots that evidence has reached, and below them everywhere. Clears the marks. */
export function distribute({ cliques, affected }: JunctionTree, tables: Float64Array): void {
  for (let c = 0; c < cliques.length; c++) {
    const clique = cliques[c]!;
    const { separator } = clique;
    if (!separator || affected[separator.parent.index] === 0) continue;
    absorbFromParent(tables, clique, separator);
    affected[c] = 1;
  }
  affected.fill(0);
}

function absorbFromParent(tables: Float64Array, clique: Clique, separator: Separator): void {
  const { offset, size, starts, rest } = separator;
  const block = clique.size / size;
  let at = clique.offset;
  for (let s = 0; s < size; s++) {
    const start = starts[s]!;
    let sum = 0;
    for (let r = 0; r < rest.length; r++) sum += tables[start + rest[r]!]!;
    const ratio = replaced(tables, offset + s, sum);
    for (const stop = at + block; at < stop; at++) tables[at]! *= ratio;
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
