import type { Observation } from "#model/observation.ts";
import type { Predicate } from "#model/query.ts";

/** An observation never changes, so a predicate is asked once about each. */
export function rememberedFor(holds: Predicate): Predicate {
  const known = new WeakMap<Observation, boolean>();
  return (observation) => {
    const before = known.get(observation);
    if (before !== undefined) return before;
    const now = holds(observation);
    known.set(observation, now);
    return now;
  };
}
