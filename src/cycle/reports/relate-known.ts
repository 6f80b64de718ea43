import { addDays, type Day } from "#model/day.ts";
import type { Observation } from "#model/observation.ts";
import type { Source } from "#model/source.ts";
import type { RecordedDocument } from "#model/source-document.ts";
import { addObservations, documentsKnown, observationsKnown, writing } from "#store/index.ts";
import type { World } from "../world.ts";
import { type Related, relateReports, type ReportedArticle } from "../observe/reports/relate-reports.ts";
import { REPORTS } from "../observe/reports/report-document.ts";
import { keyOf, originOf, textCapture } from "./text-of-document.ts";

/** Reports of one event are no farther apart. */
const APART_DAYS = 3;
/** A story may go on: what told it first is looked for so far back. */
const BACK_DAYS = 30;
const EVER = "9999-12-31";

/**
 * Links the reports of documents that became known at those times, and of those soon after, to what told the same
 * before: copies, shared origins, stories. Earlier reports are looked at and stay as they are.
 */
export async function relateKnown(world: World, knownAt: readonly string[]): Promise<void> {
  if (knownAt.length === 0) return;
  const days = knownAt.map((time) => time.slice(0, 10)).sort();
  const [first, last] = [days[0]!, addDays(days.at(-1)!, APART_DAYS)];
  const from = addDays(first, -BACK_DAYS);
  const documents = await documentsKnown(world.store, { known: EVER }, { from });
  const reports = await reportsByKey(world, from);
  const reported = documents.filter(
    (recorded) => recorded.knownAt.slice(0, 10) <= last && reports.has(keyOf(recorded.document.id)),
  );
  const sources = new Map(world.watch.sources.map((source) => [source.id, source]));
  const told = reported.map(({ document, knownAt: at }): ReportedArticle => {
    const source = sources.get(document.source) ?? null;
    return { article: articleOf(document, at, source), reports: reports.get(keyOf(document.id))!, source };
  });
  const related = Map.groupBy(
    relateReports(told, world.watch.actors),
    ({ report }) => report.id.split("/")[1]!,
  );
  await writing(world.store, async (store) => {
    for (const { document } of reported.filter((recorded) => recorded.knownAt >= first)) {
      await keep({ ...world, store }, document, related.get(keyOf(document.id)) ?? []);
    }
  });
}

async function reportsByKey(
  { store }: World,
  from: Day,
): Promise<ReadonlyMap<string, readonly Observation[]>> {
  const known = await observationsKnown(store, { known: EVER }, { streams: [REPORTS], from });
  return Map.groupBy(
    known.map(({ observation }) => observation),
    ({ id }) => id.split("/")[1]!,
  );
}

function articleOf(
  { id, title, text, language, url, canonical, source: owner }: RecordedDocument["document"],
  knownAt: string,
  source: Source | null,
): ReportedArticle["article"] {
  return {
    ...{ id, title, text, url, canonical, owner },
    // An agency's own text is the origin of those that credit it, whatever the catalogue calls it.
    ...(source !== null && { publisher: source.name, knownAs: source.knownAs ?? [] }),
    ...(language !== "" && { lang: language }),
    publishedMs: Date.parse(knownAt),
  };
}

async function keep(
  { store, now }: World,
  document: RecordedDocument["document"],
  related: readonly Related[],
) {
  const observations = related.flatMap(({ report, isChanged }) => (isChanged ? [report] : []));
  if (observations.length === 0) return;
  const batch = { origin: originOf(document.id), capture: textCapture(document), rejects: [] };
  await addObservations(store, { ...batch, observations, recordedAt: now() });
}
