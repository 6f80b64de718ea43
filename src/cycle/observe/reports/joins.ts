import type { Observation } from "#model/observation.ts";
import type { OriginTree, Relation } from "#science/text/index.ts";

/** Another article of the same origin, and what joins the two. */
export interface Join {
  readonly article: number;
  readonly relation: Extract<Observation["links"][number]["relation"], "same-copy" | "same-origin">;
  /** The ground of each step between them. */
  readonly because: readonly string[];
}

/**
 * An article and those of its story that were joined to it without the help of any that came later. `story` is in the
 * order of first sight, and so is the answer.
 */
export function joinedByThen(
  place: number,
  story: readonly number[],
  relations: readonly Relation[],
): readonly number[] {
  const seen = new Set(story.slice(0, story.indexOf(place) + 1));
  const joined = new Set([place]);
  for (const at of joined) {
    for (const { from, to } of relations) {
      if (from === at && seen.has(to)) joined.add(to);
      if (to === at && seen.has(from)) joined.add(from);
    }
  }
  return story.filter((article) => joined.has(article));
}

export function articlesIn({ article, below }: OriginTree): number[] {
  return [article, ...below.flatMap(articlesIn)];
}

/** The nearest articles of a tree that are wanted, in every direction from one of them. */
export function joinsWithin(tree: OriginTree, place: number, isWanted: (article: number) => boolean): Join[] {
  const edges = edgesIn(tree);
  const seen = new Set([place]);
  const found: Join[] = [];
  const steps: Join[] = [{ article: place, relation: "same-copy", because: [] }];
  for (const step of steps) {
    for (const { ends, relation, because } of edges) {
      const article = ends.find((end) => end !== step.article);
      if (!ends.includes(step.article) || article === undefined || seen.has(article)) continue;
      seen.add(article);
      const join: Join = {
        article,
        relation: relation === "copy" ? step.relation : "same-origin",
        because: [...step.because, because],
      };
      (isWanted(article) ? found : steps).push(join);
    }
  }
  return found;
}

interface Edge {
  readonly ends: readonly [number, number];
  readonly relation: OriginTree["relation"];
  readonly because: string;
}

function edgesIn({ article, below }: OriginTree): Edge[] {
  return below.flatMap((child) => [
    { ends: [article, child.article], relation: child.relation, because: child.because ?? "" },
    ...edgesIn(child),
  ]);
}
