import type { Actor } from "#model/actor.ts";
import type { Observation } from "#model/observation.ts";
import type { Source } from "#model/source.ts";
import {
  type Article,
  corroboration,
  type NamedThing,
  relateArticles,
  type Relation,
} from "#science/text/index.ts";
import { credibilityOf } from "../grading/credibility.ts";
import { evidenceOfStory } from "../grading/evidence-of-story.ts";
import { interestOf } from "../grading/interested-party.ts";
import { articlesIn, joinedByThen, joinsWithin } from "./joins.ts";

/** A document and the reports that were read in it. */
export interface ReportedArticle {
  readonly article: Article;
  readonly reports: readonly Observation[];
  /** Null for a source that no catalogue holds. */
  readonly source: Source | null;
}

/** A report with what joins it to others, and whether that is news. */
export interface Related {
  readonly report: Observation;
  readonly isChanged: boolean;
}

/**
 * The reports of documents with what joins them: each that was told before is linked to what it is a copy of or has its
 * origin in common with, and to the first that told the story where that is another; its number says how many
 * independent origins there were by then. What came later never changes what came before.
 */
export function relateReports(told: readonly ReportedArticle[], actors: readonly Actor[]): Related[] {
  const related = relateArticles(
    told.map(({ article }) => article),
    actors.map(namesOf),
  );
  const storyOf = placesIn(related.stories);
  const relationsOf = Map.groupBy(related.relations, ({ from }) => storyOf.get(from));
  return told.flatMap(({ reports }, place) => {
    const story = storyOf.get(place);
    return reports.map((report) => {
      if (story === undefined)
        return { report: withJoined(report, ALONE), isChanged: differs(report, ALONE) };
      const within = { story: related.stories[story]!, relations: relationsOf.get(story) ?? [] };
      const joined = joinedTo(report, place, within, { told, actors });
      return { report: withJoined(report, joined), isChanged: differs(report, joined) };
    });
  });
}

interface Joined {
  readonly links: Observation["links"];
  readonly credibility: number;
}

/** One document by itself says nothing of how well its claim is confirmed. */
const ALONE: Joined = { links: [], credibility: 6 };

function withJoined(report: Observation, { links, credibility }: Joined): Observation {
  return { ...report, links, grade: { ...report.grade, credibility } };
}

function differs({ links, grade }: Observation, joined: Joined): boolean {
  return grade.credibility !== joined.credibility || JSON.stringify(links) !== JSON.stringify(joined.links);
}

interface Within {
  /** In the order of first sight. */
  readonly story: readonly number[];
  readonly relations: readonly Relation[];
}

interface Told {
  readonly told: readonly ReportedArticle[];
  readonly actors: readonly Actor[];
}

function joinedTo(
  report: Observation,
  place: number,
  { story, relations }: Within,
  { told, actors }: Told,
): Joined {
  const known = joinedByThen(place, story, relations);
  const isMatching = (other: number) => other !== place && matching(told[other]!, report) !== undefined;
  const first = known.find(isMatching);
  if (first === undefined) return ALONE;
  const trees = corroboration(known, relations).trees.filter((tree) =>
    articlesIn(tree).some((article) => article === place || isMatching(article)),
  );
  const isInterested = (article: number) => {
    const { source } = told[article]!;
    return source !== null && interestOf(source, report, actors) !== null;
  };
  const beside = { contradicting: 0, isFirstHand: false, consistency: "unrelated" } as const;
  const { number } = credibilityOf(
    evidenceOfStory({ trees, independent: trees.length }, isInterested, beside),
  );
  const own = trees.find((tree) => articlesIn(tree).includes(place))!;
  const joins = joinsWithin(own, place, isMatching);
  const links = joins.map(({ article, relation, because }) => ({
    ...{ relation, to: matching(told[article]!, report)!.id, because: because.join(", ") },
  }));
  const isElsewhere = !articlesIn(own).includes(first);
  const toStory = { relation: "same-story" as const, to: matching(told[first]!, report)!.id };
  return { links: isElsewhere ? [...links, toStory] : links, credibility: number };
}

/** The report of another document that tells the same between the same. */
function matching(
  { reports }: ReportedArticle,
  { actors, attributes }: Observation,
): Observation | undefined {
  const parties = (of: Observation["actors"]) =>
    of
      .map(({ id }) => id)
      .sort()
      .join(" ");
  return reports.find(
    (other) => other.attributes["quad"] === attributes["quad"] && parties(other.actors) === parties(actors),
  );
}

function placesIn(groups: readonly (readonly number[])[]): ReadonlyMap<number, number> {
  return new Map(groups.flatMap((group, n) => group.map((place) => [place, n])));
}

function namesOf({ id, names, aliases }: Actor): NamedThing {
  const all = [names.en, names.ru, names.zh, ...aliases.en, ...aliases.ru, ...aliases.zh];
  return { id, names: all.filter((name) => name !== undefined && name !== "") as string[] };
}
