import type { Finding } from "../evidence.ts";
import type { JunctionTree } from "./junction-tree.ts";
import type { Clique, Place, Separator } from "./layout.ts";

/**
 * Below this a message may have lost entries to underflow, so the linear scale is left for the logarithmic one:
 * what is lost against a total above it is less than 1e-100 of it.
 */
const LEAST_TOTAL = 1e-200;

/** Writes potentials times findings into the cliques; returns the logarithm of what the findings were scaled by. */
export function enterFindings(tree: JunctionTree, findings: readonly Finding[]): number {
  tree.tables.set(tree.potentials);
  let logScale = 0;
  for (const { variable, likelihood, logScale: scale } of findings) {
    multiplyAlong(tree.tables, tree.homes[variable]!, likelihood);
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

/** Children to parents. Returns the logarithm of the total over all roots, or NaN where the linear scale fails. */
export function collect({ cliques, tables }: JunctionTree): number {
  let logTotal = 0;
  for (let c = cliques.length - 1; c >= 0; c--) {
    const clique = cliques[c]!;
    const { separator } = clique;
    const total = separator ? sumBlocks(tables, clique, separator) : sumOf(tables, clique);
    if (!(total >= LEAST_TOTAL)) return NaN;
    logTotal += Math.log(total);
    if (separator) absorbIntoParent(tables, separator, 1 / total);
  }
  return logTotal;
}

function sumOf(tables: Float64Array, { offset, size }: Clique): number {
  let sum = 0;
  for (let at = offset; at < offset + size; at++) sum += tables[at]!;
  return sum;
}

/** Sums every block of a clique into its separator entry; returns the sum of all. */
function sumBlocks(tables: Float64Array, { offset, size }: Clique, separator: Separator): number {
  const block = size / separator.size;
  let total = 0;
  let at = offset;
  for (let s = separator.offset; s < separator.offset + separator.size; s++) {
    let sum = 0;
    for (const stop = at + block; at < stop; at++) sum += tables[at]!;
    tables[s] = sum;
    total += sum;
  }
  return total;
}

function absorbIntoParent(
  tables: Float64Array,
  { offset, size, parent, fromParent }: Separator,
  scale: number,
): void {
  for (let s = offset; s < offset + size; s++) tables[s]! *= scale;
  const { outer, inner } = fromParent;
  let at = parent.offset;
  for (let o = 0; o < outer.length; o++) {
    const base = offset + outer[o]!;
    for (let i = 0; i < inner.length; i++) tables[at++]! *= tables[base + inner[i]!]!;
  }
}

/** Parents to children: the separators' new sums over their old ones (Jensen, Lauritzen & Olesen 1990), 0/0 = 0. */
export function distribute({ cliques, tables, scratch }: JunctionTree): void {
  for (let c = 0; c < cliques.length; c++) {
    const clique = cliques[c]!;
    if (clique.separator) absorbFromParent(tables, scratch, clique, clique.separator);
  }
}

function absorbFromParent(
  tables: Float64Array,
  sums: Float64Array,
  clique: Clique,
  separator: Separator,
): void {
  const { offset, size, parent } = separator;
  const { outer, inner } = separator.fromParent;
  for (let s = 0; s < size; s++) sums[s] = 0;
  let from = parent.offset;
  for (let o = 0; o < outer.length; o++) {
    const base = outer[o]!;
    for (let i = 0; i < inner.length; i++) sums[base + inner[i]!]! += tables[from++]!;
  }
  const block = clique.size / size;
  let at = clique.offset;
  for (let s = 0; s < size; s++) {
    const before = tables[offset + s]!;
    const sum = sums[s]!;
    const factor = before === 0 ? 0 : sum / before;
    tables[offset + s] = sum;
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
  const period = stride * count;
  let total = 0;
  for (let state = 0; state < count; state++) {
    let sum = 0;
    for (let start = offset + state * stride; start < end; start += period) {
      for (let at = start; at < start + stride; at++) sum += tables[at]!;
    }
    posteriors[first + state] = sum;
    total += sum;
  }
  for (let state = 0; state < count; state++) posteriors[first + state]! /= total;
}
