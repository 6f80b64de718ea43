import type { Observation } from "#model/observation.ts";
import { withoutSuperseded } from "#model/story.ts";
import { type Corroboration, corroboration, type OriginTree, type Relation } from "#science/text/index.ts";
import { standingIn } from "./standing-version.ts";

/** One who tells a story, with what joins it to who stands above it. */
export interface Teller {
  readonly observation: Observation;
  /** The id of the teller above; null for the first seen of its component. */
  readonly under: string | null;
  readonly relation: "copy" | "origin" | null;
  /** What shows the join: `contained 0.93`, `credit TASS`, `source Wikipedia`; empty where a person entered it. */
  readonly because: string;
  /** Why its source has a stake in what it tells. */
  readonly interest: string | null;
}

/** Who tells one story, who says otherwise, and how many of each are independent. */
export interface StoryTree {
  /** The teller that stands for the observation: itself, or what superseded it. */
  readonly here: string;
  /** Independent of each other, the first seen first; in each the tellers from the top down. */
  readonly components: readonly (readonly Teller[])[];
  /** Components whose first teller has no part in the matter. */
  readonly confirming: number;
  readonly against: readonly { readonly observation: Observation; readonly contradicts: string }[];
  /** How many of those are independent of each other. */
  readonly contradicting: number;
  /** Earlier and later versions of the observation. */
  readonly versions: readonly Observation[];
}

/** What a story is judged by beside its links. */
export interface Judging {
  /** Why the source of an observation has a stake in it, or null. */
  readonly interestOf: (observation: Observation) => string | null;
  /** Who speaks under a source's name: the same for every name of one source. */
  readonly speakerOf: (name: string) => string;
}

/**
 * The story that an observation belongs to, from what was known by a day: copies and shared origins fold into
 * components, which alone count. Two of one source are one component, whoever entered them.
 */
export function storyTree(
  known: readonly Observation[],
  id: string,
  { interestOf, speakerOf }: Judging,
): StoryTree {
  const standing = standingIn(known);
  const here = standing(id);
  const byId = new Map(withoutSuperseded(known).map((one) => [one.id, one]));
  const joins = joinsOf(known, standing, byId);
  const members = membersFrom(here, joins, byId);
  const { trees } = corroborationOf(members, joins, speakerOf);
  const components = trees.map((tree) => tellersIn(tree, members, interestOf));
  const against = contradictions(known, standing, byId, new Set(members.map((one) => one.id)));
  const others = inOrder([...new Set(against.map(({ observation }) => observation))], joins);
  return {
    here,
    components,
    confirming: components.filter(([first]) => first!.interest === null).length,
    against,
    contradicting: corroborationOf(others, joins, speakerOf).independent,
    versions: known.filter((one) => one.id !== id && standing(one.id) === here),
  };
}

interface Join {
  readonly from: string;
  readonly to: string;
  readonly relation: Relation["relation"];
  readonly because: string;
}

type ById = ReadonlyMap<string, Observation>;

const JOINS: Readonly<Record<string, Relation["relation"]>> = {
  "same-copy": "copy",
  "same-origin": "origin",
  "same-story": "story",
};

/** Links as they stand between the versions that stand; a version's own links are those of what superseded it too. */
function joinsOf(known: readonly Observation[], standing: (id: string) => string, byId: ById): Join[] {
  return known.flatMap(({ id, links }) =>
    links.flatMap(({ relation, to, because = "" }) => {
      const [join, ends] = [JOINS[relation], { from: standing(id), to: standing(to) }];
      const isKnown = byId.has(ends.from) && byId.has(ends.to) && ends.from !== ends.to;
      return join === undefined || !isKnown ? [] : [{ ...ends, relation: join, because }];
    }),
  );
}

function membersFrom(here: string, joins: readonly Join[], byId: ById): Observation[] {
  const beside = Map.groupBy(
    joins.flatMap(({ from, to }) => [
      { at: from, next: to },
      { at: to, next: from },
    ]),
    ({ at }) => at,
  );
  const found = new Set([here]);
  for (const at of found) for (const { next } of beside.get(at) ?? []) found.add(next);
  return inOrder(
    [...found].flatMap((one) => byId.get(one) ?? []),
    joins,
  );
}

/** First seen first; on one day, what another is linked to before what links to it. */
function inOrder(observations: readonly Observation[], joins: readonly Join[]): Observation[] {
  const dayOf = new Map(observations.map(({ id, knownAt }) => [id, knownAt]));
  const sameDay = joins.filter(({ from, to }) => dayOf.has(from) && dayOf.get(from) === dayOf.get(to));
  const earlier = Map.groupBy(sameDay, ({ from }) => from);
  const depths = new Map<string, number>();
  const depth = (id: string): number => {
    if (!depths.has(id)) {
      // Links may lead in a circle.
      depths.set(id, 0);
      depths.set(id, Math.max(0, ...(earlier.get(id) ?? []).map(({ to }) => 1 + depth(to))));
    }
    return depths.get(id)!;
  };
  const sight = new Map(
    observations.map(({ id, knownAt }) => [id, `${knownAt} ${String(depth(id)).padStart(4, "0")} ${id}`]),
  );
  return observations.toSorted((a, b) => (sight.get(a.id)! < sight.get(b.id)! ? -1 : 1));
}

function corroborationOf(
  members: readonly Observation[],
  joins: readonly Join[],
  speakerOf: Judging["speakerOf"],
): Corroboration {
  const place = new Map(members.map(({ id }, i) => [id, i]));
  const linked = joins.flatMap(({ from, to, relation, because }): Relation[] => {
    const ends = [place.get(from), place.get(to)];
    return ends.includes(undefined) ? [] : [{ from: ends[0]!, to: ends[1]!, relation, because }];
  });
  return corroboration([...members.keys()], [...linked, ...ofOneSource(members, speakerOf)]);
}

function ofOneSource(members: readonly Observation[], speakerOf: Judging["speakerOf"]): Relation[] {
  const first = new Map<string, number>();
  return members.flatMap(({ source }, to): Relation[] => {
    const speaker = speakerOf(source.name);
    const from = first.get(speaker) ?? to;
    first.set(speaker, from);
    return from === to ? [] : [{ from, to, relation: "origin", because: `source ${speaker}` }];
  });
}

function tellersIn(
  { article, relation, because = "", below }: OriginTree,
  members: readonly Observation[],
  interestOf: (observation: Observation) => string | null,
  under: string | null = null,
): Teller[] {
  const observation = members[article]!;
  const interest = interestOf(observation);
  const own = { observation, under, relation: relation ?? null, because, interest };
  return [own, ...below.flatMap((child) => tellersIn(child, members, interestOf, observation.id))];
}

function contradictions(
  known: readonly Observation[],
  standing: (id: string) => string,
  byId: ById,
  members: ReadonlySet<string>,
): StoryTree["against"] {
  const pairs = known.flatMap(({ id, links }) =>
    links
      .filter(({ relation }) => relation === "contradicts")
      .flatMap(({ to }) => [[standing(id), standing(to)] as const, [standing(to), standing(id)] as const]),
  );
  const against = pairs.filter(([id, of]) => members.has(of) && !members.has(id));
  return [...new Map(against)].flatMap(([id, contradicts]) => {
    const observation = byId.get(id);
    return observation === undefined ? [] : [{ observation, contradicts }];
  });
}
