import type { Observation } from "#model/observation.ts";

/** For each id that of the last known version, which supersedes it; its own where nothing does. */
export function standingIn(known: readonly Observation[]): (id: string) => string {
  const next = new Map(
    known.flatMap(({ id, links }) =>
      links.filter(({ relation }) => relation === "supersedes").map(({ to }) => [to, id] as const),
    ),
  );
  return (id) => {
    const seen = new Set<string>();
    let at = id;
    while (next.has(at) && !seen.has(at)) {
      seen.add(at);
      at = next.get(at)!;
    }
    return at;
  };
}
