import type { Structure } from "./structure.ts";

/** Everything that no longer works once those are lost, they themselves included. */
export function lostWith(structure: Structure, lost: Iterable<string>): ReadonlySet<string> {
  const down = new Set(lost);
  for (const { id, needs } of structure.values()) {
    const isStarved = needs.some(({ least, of }) => of.filter((needed) => !down.has(needed)).length < least);
    if (isStarved) down.add(id);
  }
  return down;
}
