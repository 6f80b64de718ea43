import { firstSeenOrder, type Article } from "../copies/article.ts";
import { disjointSets, type DisjointSets } from "../copies/disjoint-sets.ts";
import { findCopies } from "../copies/find-copies.ts";
import { sharedOrigins, sharedPages, type OriginLink } from "../copies/same-origin.ts";
import { corroboration, type Corroboration, type Relation } from "./corroboration.ts";
import { findStories } from "./find-stories.ts";
import type { NamedThing } from "./named-thing.ts";

/** Articles grouped by three relations, by their places in the list; groups have two members or more. */
export interface RelatedArticles {
  readonly copies: readonly (readonly number[])[];
  readonly origins: readonly (readonly number[])[];
  readonly stories: readonly (readonly number[])[];
  /** Why each pair was joined. */
  readonly relations: readonly Relation[];
  /** For each story, in the same order. */
  readonly corroborations: readonly Corroboration[];
}

/**
 * Keeps three relations apart: texts derived from one text, reports that go back to one origin, reports of one event.
 * Each contains the one before: a copy has the origin of its text, and one origin within a story is one story.
 * `known` names actors in all languages, for stories across languages.
 */
export function relateArticles(
  articles: readonly Article[],
  known: readonly NamedThing[] = [],
): RelatedArticles {
  const order = firstSeenOrder(articles);
  const copies = disjointSets(articles.length);
  const derived = findCopies(articles);
  for (const { from, to } of derived) copies.join(from, to);
  const pages = sharedPages(articles, order);
  const stories = disjointSets(articles.length);
  for (const { from, to } of [...derived, ...pages]) stories.join(from, to);
  const told = storiesOfFirst(articles, order, stories, known);
  const members = storyMembers(order, stories);
  const inStories = members.flatMap((story) => sharedOrigins(articles, story));
  const origins = disjointSets(articles.length);
  for (const { from, to } of [...derived, ...pages, ...inStories]) origins.join(from, to);
  const relations: Relation[] = [
    ...derived.map(({ from, to, contained }) =>
      related("copy", from, to, `contained ${contained.toFixed(2)}`),
    ),
    ...[...pages, ...inStories].map(originRelation),
    ...told,
  ];
  const relationsOf = Map.groupBy(relations, ({ from }) => stories.root(from));
  return {
    copies: copies.groups(),
    origins: origins.groups(),
    stories: members,
    relations,
    corroborations: members.map((story) =>
      corroboration(story, relationsOf.get(stories.root(story[0]!)) ?? []),
    ),
  };
}

const related = (relation: Relation["relation"], from: number, to: number, because: string): Relation => ({
  from,
  to,
  relation,
  because,
});

const originRelation = ({ from, to, because, by }: OriginLink): Relation =>
  related("origin", from, to, `${because} ${by}`);

/** Compares one text of each family of copies, the first seen, and joins the families that tell one event. */
function storiesOfFirst(
  articles: readonly Article[],
  order: readonly number[],
  stories: DisjointSets,
  known: readonly NamedThing[],
): Relation[] {
  const firsts = [...new Map(order.toReversed().map((i) => [stories.root(i), i])).values()].toReversed();
  const links = findStories(
    firsts.map((i) => articles[i]!),
    known,
  );
  return links.map(({ from, to, probability }) => {
    const [a, b] = [firsts[from]!, firsts[to]!];
    stories.join(a, b);
    return related("story", a, b, `probability ${probability.toFixed(2)}`);
  });
}

/** The members of each story in the order of first sight. */
function storyMembers(order: readonly number[], stories: DisjointSets): number[][] {
  return [...Map.groupBy(order, stories.root).values()].filter(({ length }) => length > 1);
}
