import { disjointSets } from "../copies/disjoint-sets.ts";

/** Why one article stands below another: its text was derived, its origin is the same, or it tells the same event. */
export interface Relation {
  readonly from: number;
  readonly to: number;
  readonly relation: "copy" | "origin" | "story";
  /** The measure or the cue in words: `contained 0.93`, `credit TASS`. */
  readonly because: string;
}

/** An article and those that go back to it, or that an origin joins to it, first seen first. */
export interface OriginTree {
  readonly article: number;
  readonly relation?: "copy" | "origin";
  readonly because?: string;
  readonly below: readonly OriginTree[];
}

/** One story: who told it first, and how many told it of themselves. */
export interface Corroboration {
  /** One tree for each independent component, the first seen on top, and first. */
  readonly trees: readonly OriginTree[];
  readonly independent: number;
}

/**
 * Independent confirmation within one story: the connected components over copies, shared origins and owners. The
 * relation "story" joins nothing here: telling the same event independently is what is counted. `story` is in the
 * order of first sight.
 */
export function corroboration(story: readonly number[], relations: readonly Relation[]): Corroboration {
  const rank = new Map(story.map((article, n) => [article, n]));
  const joins = relations.filter(
    ({ from, to, relation }) => relation !== "story" && rank.has(from) && rank.has(to),
  );
  const components = disjointSets(story.length);
  for (const { from, to } of joins) components.join(rank.get(from)!, rank.get(to)!);
  const neighbours = neighboursBy(joins);
  const byRank = (a: number, b: number) => rank.get(a)! - rank.get(b)!;
  const tops = story.filter((_, n) => components.root(n) === n);
  const trees = tops.map((top) => treeFrom(top, neighbours, byRank));
  return { trees, independent: trees.length };
}

type Neighbours = ReadonlyMap<number, readonly { readonly article: number; readonly by: Relation }[]>;

function neighboursBy(relations: readonly Relation[]): Neighbours {
  const both = relations.flatMap((by) => [
    { at: by.from, article: by.to, by },
    { at: by.to, article: by.from, by },
  ]);
  return Map.groupBy(both, ({ at }) => at);
}

/** Breadth first, so that each article stands as near to the first seen as its relations allow. */
function treeFrom(top: number, neighbours: Neighbours, byRank: (a: number, b: number) => number): OriginTree {
  const children = new Map<number, { article: number; by: Relation }[]>();
  const seen = new Set([top]);
  const queue = [top];
  for (const at of queue) {
    const next = [...(neighbours.get(at) ?? [])].sort(
      (a, b) => ORDER[a.by.relation] - ORDER[b.by.relation] || byRank(a.article, b.article),
    );
    for (const { article, by } of next) {
      if (seen.has(article)) continue;
      seen.add(article);
      queue.push(article);
      children.set(at, [...(children.get(at) ?? []), { article, by }]);
    }
  }
  const grow = (article: number, by?: Relation): OriginTree => ({
    article,
    ...(by === undefined || by.relation === "story" ? {} : { relation: by.relation, because: by.because }),
    below: (children.get(article) ?? []).map((child) => grow(child.article, child.by)),
  });
  return grow(top);
}

const ORDER = { copy: 0, origin: 1, story: 2 };
