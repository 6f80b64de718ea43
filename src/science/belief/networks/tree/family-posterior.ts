import type { JunctionTree } from "./junction-tree.ts";

/** P(parents, own state | evidence) of variable v after a propagation, laid out as its conditional table. */
export function familyPosterior({ tables, families, cpts }: JunctionTree, v: number): Float64Array {
  const { clique, ontoCpt } = families[v]!;
  const { outer, inner } = ontoCpt;
  const family = new Float64Array(cpts[v]!.length);
  let at = clique.offset;
  let total = 0;
  for (let o = 0; o < outer.length; o++) {
    const base = outer[o]!;
    for (let i = 0; i < inner.length; i++, at++) {
      family[base + inner[i]!]! += tables[at]!;
      total += tables[at]!;
    }
  }
  return family.map((mass) => mass / total);
}
