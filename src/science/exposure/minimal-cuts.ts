import type { Need, Structure } from "./structure.ts";

/** Parts whose loss together stops something, none of them to spare; ids in alphabetical order. */
export type Cut = readonly string[];

/**
 * The minimal cut sets of everything in the structure, up to an order (parts to a cut): bottom-up substitution with
 * absorption after Fussell and Vesely 1972. Larger cuts are left out, never shortened. Where `fails` says that a thing
 * cannot be lost by itself (a service, say), only through what it needs, it stands in no cut.
 */
export function minimalCuts(
  structure: Structure,
  order: number,
  fails: (id: string) => boolean = () => true,
): ReadonlyMap<string, readonly Cut[]> {
  const cuts = new Map<string, readonly Cut[]>();
  for (const { id, needs } of structure.values()) {
    const own: Cut[] = fails(id) ? [[id]] : [];
    cuts.set(id, minimal([...own, ...needs.flatMap((need) => cutsOfNeed(need, cuts, order))]));
  }
  return cuts;
}

/** A need of `least` out of n is denied by any n − least + 1 of them. */
function cutsOfNeed({ least, of }: Need, cuts: ReadonlyMap<string, readonly Cut[]>, order: number): Cut[] {
  const most = of.length - least + 1;
  let losing: Cut[][] = [[[]], ...Array.from({ length: most }, () => [])];
  for (const needed of of) {
    const own = cuts.get(needed)!;
    losing = losing.map((family, lost) =>
      lost === 0 ? family : minimal([...family, ...joined(losing[lost - 1]!, own, order)]),
    );
  }
  return losing[most]!;
}

function joined(some: readonly Cut[], others: readonly Cut[], order: number): Cut[] {
  return some
    .flatMap((one) => others.map((other) => [...new Set([...one, ...other])].sort()))
    .filter(({ length }) => length <= order);
}

/** Without the cuts that hold another; the shortest first, then by the alphabet. */
function minimal(family: readonly Cut[]): Cut[] {
  const ascending = family.toSorted((a, b) => a.length - b.length || (String(a) < String(b) ? -1 : 1));
  const kept = new Set<string>();
  return ascending.filter((cut) => {
    const isMinimal = !partsOf(cut).some((part) => kept.has(String(part)));
    if (isMinimal) kept.add(String(cut));
    return isMinimal;
  });
}

/** Every part of a cut, itself and the empty one included. */
function partsOf(cut: Cut): Cut[] {
  return cut.reduce<Cut[]>((parts, id) => [...parts, ...parts.map((part) => [...part, id])], [[]]);
}
