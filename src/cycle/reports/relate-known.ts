import { addDays } from "#model/day.ts";
import type { Observation } from "#model/observation.ts";
import type { RecordedDocument } from "#model/source-document.ts";
import { addObservations, documentsKnown, observationsKnown } from "#store/index.ts";
import type { World } from "../cycle.ts";
import { type Related, relateReports, type ReportedArticle } from "../observe/reports/relate-reports.ts";
import { REPORTS } from "../observe/reports/report-document.ts";
import { keyOf, originOf, textCapture } from "./text-of-document.ts";

/** Reports of one event are no farther apart. */
const APART_DAYS = 3;
const EVER = "9999-12-31";

/** Links the reports around the days on which documents became known: copies, shared origins, stories. */
export async function relateKnown(world: World, knownAt: readonly string[]): Promise<void> {
  if (knownAt.length === 0) return;
  const days = knownAt.map((time) => time.slice(0, 10)).sort();
  const [from, to] = [addDays(days[0]!, -APART_DAYS), addDays(days.at(-1)!, APART_DAYS)];
  const documents = (await documentsKnown(world.store, { known: EVER })).filter(
    (recorded) => recorded.knownAt.slice(0, 10) >= from && recorded.knownAt.slice(0, 10) <= to,
  );
  const reports = await reportsByKey(world);
  const reported = documents.filter(({ document }) => reports.has(keyOf(document.id)));
  const sources = new Map(world.watch.sources.map((source) => [source.id, source]));
  const told = reported.map(({ document, knownAt: at }): ReportedArticle => ({
    article: articleOf(document, at),
    reports: reports.get(keyOf(document.id))!,
    source: sources.get(document.source) ?? null,
  }));
  const related = Map.groupBy(
    relateReports(told, world.watch.actors),
    ({ report }) => report.id.split("/")[1]!,
  );
  for (const { document } of reported) {
    await keep(world, document, related.get(keyOf(document.id)) ?? []);
  }
}

async function reportsByKey({ store }: World): Promise<ReadonlyMap<string, readonly Observation[]>> {
  const known = await observationsKnown(store, { known: EVER }, { streams: [REPORTS] });
  return Map.groupBy(
    known.map(({ observation }) => observation),
    ({ id }) => id.split("/")[1]!,
  );
}

function articleOf(document: RecordedDocument["document"], knownAt: string): ReportedArticle["article"] {
  const { id, title, text, language, url, canonical, source } = document;
  return {
    ...{ id, title, text, publisher: source, url, canonical },
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
