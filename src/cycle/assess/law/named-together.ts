import type { LegalThread, NamedTogether } from "#model/law.ts";
import type { Observation } from "#model/observation.ts";
import type { Blocs } from "./legal-votes.ts";

/**
 * Which two states one instrument names, most often first; who is only its target is left out. Being named together is
 * not acting together: two states may be named as those who opposed each other.
 */
export function namedTogether(
  threads: readonly LegalThread[],
  observations: readonly Observation[],
  blocs: Blocs,
): NamedTogether[] {
  const targets = new Map(observations.map(({ id, actors }) => [id, targetsIn(actors)]));
  const pairs = threads.flatMap(({ id, moves }) => {
    const named = moves.flatMap(({ observation, actors }) =>
      actors.filter((one) => blocs.has(one) && !targets.get(observation)?.has(one)),
    );
    return pairsOf([...new Set(named)].toSorted()).map((states) => ({ id, states }));
  });
  return [...Map.groupBy(pairs, ({ states }) => states.join(" ")).values()]
    .map((same) => ({ states: same[0]!.states, threads: same.map(({ id }) => id) }))
    .toSorted((a, b) => b.threads.length - a.threads.length || (a.states.join() < b.states.join() ? -1 : 1));
}

function targetsIn(actors: Observation["actors"]): ReadonlySet<string> {
  return new Set(actors.filter(({ role }) => role === "target").map(({ id }) => id));
}

function pairsOf(states: readonly string[]): [string, string][] {
  return states.flatMap((a, i) => states.slice(i + 1).map((b): [string, string] => [a, b]));
}
