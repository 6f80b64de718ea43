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
export function distributeInLogs({ cliques, tables }: JunctionTree): void {
  for (const clique of cliques) if (clique.separator) absorbFromParent(tables, clique, clique.separator);
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
  const { offset, size, starts, rest } = separator;
  const block = clique.size / size;
  for (let s = 0; s < size; s++) {
    const from = clique.offset + s * block;
    const message = logSum(tables, from, from + block);
    tables[offset + s] = message;
    for (let r = 0; r < rest.length; r++) tables[starts[s]! + rest[r]!]! += message;
  }
}

function absorbFromParent(tables: Float64Array, clique: Clique, separator: Separator): void {
  const { offset, size, starts, rest } = separator;
  const block = clique.size / size;
  for (let s = 0; s < size; s++) {
    const after = logSumOver(tables, starts[s]!, rest);
    const before = tables[offset + s]!;
    const change = after === -Infinity || before === -Infinity ? -Infinity : after - before;
    tables[offset + s] = change === -Infinity ? -Infinity : after;
    const from = clique.offset + s * block;
    for (let at = from; at < from + block; at++) tables[at]! += change;
  }
}

function logSumOver(tables: Float64Array, start: number, rest: Int32Array): number {
  let top = -Infinity;
  for (let r = 0; r < rest.length; r++) top = Math.max(top, tables[start + rest[r]!]!);
  if (top === -Infinity) return top;
  let sum = 0;
  for (let r = 0; r < rest.length; r++) sum += Math.exp(tables[start + rest[r]!]! - top);
  return top + Math.log(sum);
}
