import type { Finding } from "../evidence.ts";
import type { JunctionTree } from "./junction-tree.ts";
import type { Clique, Separator } from "./layout.ts";
import type { Projection } from "./projection.ts";

/**
 * Answers whether findings can hold together at all: collects in ones and zeros, so that no rounding or underflow
 * can be mistaken for impossibility. Makes two byte arrays of the tree's size.
 */
export function supportOf(tree: JunctionTree): (findings: readonly Finding[]) => boolean {
  const { cliques, families, cpts, homes } = tree;
  const prior = new Uint8Array(tree.tables.length).fill(1);
  families.forEach(({ clique, ontoCpt }, v) => exclude(prior, clique, ontoCpt, cpts[v]!));
  const support = new Uint8Array(prior.length);
  const upwards = cliques.toReversed();
  return (findings) => {
    support.set(prior);
    for (const { variable, likelihood } of findings) {
      const { offset, end, stride } = homes[variable]!.place;
      for (let at = offset; at < end;) {
        for (let state = 0; state < likelihood.length; state++, at += stride) {
          if (likelihood[state] === 0) support.fill(0, at, at + stride);
        }
      }
    }
    return upwards.every((clique) => {
      if (clique.separator) return passSupport(support, clique, clique.separator);
      return support.subarray(clique.offset, clique.offset + clique.size).includes(1);
    });
  };
}

function passSupport(support: Uint8Array, clique: Clique, separator: Separator): boolean {
  const { offset, size, starts, rest } = separator;
  const block = clique.size / size;
  let some = false;
  for (let s = 0; s < size; s++) {
    const from = clique.offset + s * block;
    const isSupported = support.subarray(from, from + block).includes(1);
    support[offset + s] = isSupported ? 1 : 0;
    if (isSupported) some = true;
    else for (let r = 0; r < rest.length; r++) support[starts[s]! + rest[r]!] = 0;
  }
  return some;
}

/** Rules out the entries of a clique that fall on a zero of a conditional table. */
function exclude(
  support: Uint8Array,
  { offset }: Clique,
  { outer, inner }: Projection,
  cpt: Float64Array,
): void {
  let at = offset;
  for (let o = 0; o < outer.length; o++) {
    const base = outer[o]!;
    for (let i = 0; i < inner.length; i++, at++) if (cpt[base + inner[i]!] === 0) support[at] = 0;
  }
}
