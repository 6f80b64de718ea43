import type { Finding } from "../evidence.ts";
import type { JunctionTree } from "./junction-tree.ts";
import type { Clique, Separator, Table } from "./layout.ts";
import { entryOf } from "./projection.ts";

/** `enterFindings` and `collect` on logarithms, for evidence so improbable that products underflow. */
export function collectInLogs(tree: JunctionTree, findings: readonly Finding[]): number {
  const { cliques, tables } = tree;
  let logTotal = enterLogs(tree, findings);
  for (const clique of cliques.toReversed()) {
    if (clique.separator) absorbIntoParent(tables, clique, clique.separator);
    else logTotal += logSum(tables, clique.offset, clique.offset + clique.size);
  }
  return logTotal;
}

/** `distribute` on logarithms; leaves every table on the linear scale again, as shares of its total. */
export function distributeInLogs({ cliques, tables, scratch }: JunctionTree): void {
  for (const clique of cliques)
    if (clique.separator) absorbFromParent(tables, scratch, clique, clique.separator);
  for (const clique of cliques) {
    toShares(tables, clique);
    if (clique.separator) toShares(tables, clique.separator);
  }
}

/** From logarithms to shares of the table's total. */
export function toShares(tables: Float64Array, { offset, size }: Table): void {
  const total = logSum(tables, offset, offset + size);
  for (let at = offset; at < offset + size; at++) tables[at] = Math.exp(tables[at]! - total);
}

/** Fills the cliques with the logarithms of conditional tables and findings; returns that of the findings' scale. */
export function enterLogs(tree: JunctionTree, findings: readonly Finding[]): number {
  const { tables, families, cpts, homes } = tree;
  tables.fill(0);
  families.forEach(({ clique, ontoCpt }, v) => {
    const logCpt = cpts[v]!.map(Math.log);
    for (let at = 0; at < clique.size; at++) tables[clique.offset + at]! += logCpt[entryOf(ontoCpt, at)]!;
  });
  let logTotal = 0;
  for (const { variable, likelihood, logScale } of findings) {
    const { offset, end, stride } = homes[variable]!.place;
    const logLikelihood = likelihood.map(Math.log);
    for (let at = offset; at < end; at++) {
      tables[at]! += logLikelihood[Math.floor((at - offset) / stride) % likelihood.length]!;
    }
    logTotal += logScale;
  }
  return logTotal;
}

function logSum(tables: Float64Array, from: number, to: number): number {
  let top = -Infinity;
  for (let at = from; at < to; at++) top = Math.max(top, tables[at]!);
  if (top === -Infinity) return top;
  let sum = 0;
  for (let at = from; at < to; at++) sum += Math.exp(tables[at]! - top);
  return top + Math.log(sum);
}

function absorbIntoParent(tables: Float64Array, clique: Clique, separator: Separator): void {
  const { offset, size, parent, fromParent } = separator;
  const block = clique.size / size;
  for (let s = 0; s < size; s++) {
    const from = clique.offset + s * block;
    tables[offset + s] = logSum(tables, from, from + block);
  }
  for (let at = 0; at < parent.size; at++)
    tables[parent.offset + at]! += tables[offset + entryOf(fromParent, at)]!;
}

function absorbFromParent(
  tables: Float64Array,
  sums: Float64Array,
  clique: Clique,
  separator: Separator,
): void {
  const { offset, size, parent, fromParent } = separator;
  const tops = new Float64Array(size).fill(-Infinity);
  for (let at = 0; at < parent.size; at++) {
    const entry = entryOf(fromParent, at);
    tops[entry] = Math.max(tops[entry]!, tables[parent.offset + at]!);
  }
  sums.fill(0, 0, size);
  for (let at = 0; at < parent.size; at++) {
    const entry = entryOf(fromParent, at);
    if (tops[entry] !== -Infinity) sums[entry]! += Math.exp(tables[parent.offset + at]! - tops[entry]!);
  }
  const block = clique.size / size;
  for (let s = 0; s < size; s++) {
    const after = tops[s]! + Math.log(sums[s]!);
    const before = tables[offset + s]!;
    const change = tops[s] === -Infinity || before === -Infinity ? -Infinity : after - before;
    tables[offset + s] = change === -Infinity ? -Infinity : after;
    const from = clique.offset + s * block;
    for (let at = from; at < from + block; at++) tables[at]! += change;
  }
}
