import type { Finding } from "../evidence.ts";
import type { JunctionTree } from "./junction-tree.ts";
import type { Clique, Separator } from "./layout.ts";
import { multiplyProjected } from "./projection.ts";

/**
 * Whether the findings can hold together at all: collects in ones and zeros, so that no rounding or underflow can
 * be mistaken for impossibility. Overwrites `tables`.
 */
export function isPossible(tree: JunctionTree, findings: readonly Finding[]): boolean {
  const { cliques, tables, families, cpts, homes } = tree;
  tables.fill(1);
  families.forEach(({ clique, ontoCpt }, v) => {
    multiplyProjected(tables, clique.offset, ontoCpt, cpts[v]!.map(Math.sign));
  });
  for (const { variable, likelihood } of findings) {
    const { offset, end, stride } = homes[variable]!.place;
    for (let at = offset; at < end;) {
      for (let state = 0; state < likelihood.length; state++, at += stride) {
        if (likelihood[state] === 0) tables.fill(0, at, at + stride);
      }
    }
  }
  return cliques.toReversed().every((clique) => {
    if (!clique.separator) return tables.subarray(clique.offset, clique.offset + clique.size).includes(1);
    return passSupport(tables, clique, clique.separator);
  });
}

function passSupport(
  tables: Float64Array,
  clique: Clique,
  { offset, size, parent, fromParent }: Separator,
): boolean {
  const block = clique.size / size;
  let some = false;
  for (let s = 0; s < size; s++) {
    const from = clique.offset + s * block;
    let supported = 0;
    for (let at = from; at < from + block; at++) if (tables[at] === 1) supported = 1;
    tables[offset + s] = supported;
    if (supported === 1) some = true;
  }
  multiplyProjected(tables, parent.offset, fromParent, tables, offset);
  return some;
}
