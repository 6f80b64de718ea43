import type { Observation } from "./observation.ts";
import type { Predicate } from "./query.ts";

const SAME = new Set(["same-copy", "same-origin", "same-story"]);

/** The story of an observation by its id; one that nothing ties to another is a story of its own. */
export type StoryOf = (id: string) => string;

/**
 * The story each observation belongs to: copies, reports with one origin and reports of one event are one story.
 * Only links between observations that are known count, so a link learned later changes nothing before.
 */
export function storiesOf(observations: readonly Observation[]): StoryOf {
  const ties = observations.flatMap(({ id, links }) =>
    links.flatMap(({ relation, to }) => (SAME.has(relation) ? [{ id, to }] : [])),
  );
  const named = new Set(ties.map(({ to }) => to));
  const known = new Set(observations.flatMap(({ id }) => (named.has(id) ? [id] : [])));
  const parent = new Map<string, string>();
  const root = (id: string): string => {
    let at = id;
    for (let above = parent.get(at); above !== undefined; above = parent.get(at)) at = above;
    if (at !== id) parent.set(id, at);
    return at;
  };
  for (const { id, to } of ties) if (known.has(to)) join(parent, root(id), root(to));
  return root;
}

/** The smaller id becomes the root, whatever the order of arrival. */
function join(parent: Map<string, string>, a: string, b: string): void {
  if (a < b) parent.set(b, a);
  else if (b < a) parent.set(a, b);
}

/** Drops what a later observation supersedes. */
export function withoutSuperseded(observations: readonly Observation[]): Observation[] {
  const superseded = new Set(
    observations.flatMap(({ links }) =>
      links.filter(({ relation }) => relation === "supersedes").map(({ to }) => to),
    ),
  );
  return observations.filter(({ id }) => !superseded.has(id));
}

/**
 * Those observations that a reader reads, and all that links of any kind tie to one, however far: no other can change a
 * story that is read.
 */
export function readOrTied(isRead: Predicate, observations: readonly Observation[]): Observation[] {
  const neighbours = linkedWith(observations);
  const reached = new Set(observations.filter(isRead).map(({ id }) => id));
  // A set that grows while it is walked is walked to its new end.
  for (const id of reached) for (const next of neighbours.get(id) ?? []) reached.add(next);
  return observations.filter(({ id }) => reached.has(id));
}

function linkedWith(observations: readonly Observation[]): ReadonlyMap<string, readonly string[]> {
  const neighbours = new Map<string, string[]>();
  const note = (id: string, other: string) => {
    const known = neighbours.get(id);
    if (known) known.push(other);
    else neighbours.set(id, [other]);
  };
  for (const { id, links } of observations) {
    for (const { to } of links) {
      note(id, to);
      note(to, id);
    }
  }
  return neighbours;
}
