import type { Actor } from "#model/actor.ts";
import type { Observation } from "#model/observation.ts";
import type { Source } from "#model/source.ts";
import {
  type Article,
  corroboration,
  type NamedThing,
  type RelatedArticles,
  relateArticles,
} from "#science/text/index.ts";
import { credibilityOf } from "../grading/credibility.ts";
import { evidenceOfStory } from "../grading/evidence-of-story.ts";
import { interestOf } from "../grading/interested-party.ts";

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
 * The reports of documents with what joins them: each that was told before is linked to the first that told it, as its
 * copy, from the same origin or as the same story, and its number says how many independent origins there were by
 * then. What came later never changes what came before.
 */
export function relateReports(told: readonly ReportedArticle[], actors: readonly Actor[]): Related[] {
  const related = relateArticles(
    told.map(({ article }) => article),
    actors.map(namesOf),
  );
  const storyOf = placesIn(related.stories);
  return told.flatMap(({ reports }, place) => {
    const story = storyOf.get(place);
    return reports.map((report) => {
      const joined =
        story === undefined
          ? ALONE
          : joinedTo(report, place, related.stories[story]!, { told, related, actors });
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

interface Told {
  readonly told: readonly ReportedArticle[];
  readonly related: RelatedArticles;
  readonly actors: readonly Actor[];
}

function joinedTo(
  report: Observation,
  place: number,
  story: readonly number[],
  { told, related, actors }: Told,
): Joined {
  // The story stands in the order of first sight.
  const before = story.slice(0, story.indexOf(place)).filter((other) => matching(told[other]!, report));
  const first = before[0];
  if (first === undefined) return ALONE;
  const isInterested = (article: number) => {
    const { source } = told[article]!;
    return source !== null && interestOf(source, report, actors) !== null;
  };
  const beside = { contradicting: 0, isFirstHand: false, consistency: "unrelated" } as const;
  const trees = corroboration([...before, place], related.relations);
  const { number } = credibilityOf(evidenceOfStory(trees, isInterested, beside));
  const relation = relationBetween(first, place, related);
  return { links: [{ relation, to: matching(told[first]!, report)!.id }], credibility: number };
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

function relationBetween(a: number, b: number, { copies, origins }: RelatedArticles) {
  const isIn = (groups: RelatedArticles["copies"]) =>
    groups.some((group) => group.includes(a) && group.includes(b));
  return isIn(copies) ? "same-copy" : isIn(origins) ? "same-origin" : "same-story";
}

function placesIn(groups: readonly (readonly number[])[]): ReadonlyMap<number, number> {
  return new Map(groups.flatMap((group, n) => group.map((place) => [place, n])));
}

function namesOf({ id, names, aliases }: Actor): NamedThing {
  const all = [names.en, names.ru, names.zh, ...aliases.en, ...aliases.ru, ...aliases.zh];
  return { id, names: all.filter((name) => name !== undefined && name !== "") as string[] };
}
