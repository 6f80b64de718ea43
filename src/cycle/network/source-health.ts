import { later } from "#model/moment.ts";
import type { Source } from "#model/source.ts";
import { documentCounts, requestsOf } from "#store/index.ts";
import { gradeOf, type SourceGrade } from "../collect/grade-of-source.ts";
import { type Gap, gapsOf, type NetworkSource } from "../collect/network-source.ts";
import { catalogueSource } from "../collect/sources/catalogue-source.ts";
import { NETWORK_SOURCES } from "../collect/sources/network-sources.ts";
import type { World } from "../world.ts";
import type { SourceRecord } from "../answers/source-ledger-on-day.ts";
import { isAnswer } from "./failure.ts";

/** What a source is, and how it fares on the network. */
export interface SourceHealth extends AboutSource, Exchanges {
  readonly isOn: boolean;
  readonly documents: number;
  /** When the latest of them became public. */
  readonly latestDocument: string | null;
}

interface AboutSource {
  readonly source: string;
  readonly summary: string;
  readonly url: string;
  /** `press`, `agency`, …: as the catalogue has it. */
  readonly kind: string;
  readonly language: string;
  readonly country: string;
  readonly licence: string;
  readonly stateControlled: boolean;
  /** Null for data whose makers the watch does not grade. */
  readonly grade: SourceGrade | null;
  /** Why it cannot be asked at all; null when it can. */
  readonly whyNot: string | null;
}

/** What came of asking; null where that has not happened yet. */
interface Exchanges {
  readonly firstTry: string | null;
  readonly lastTry: string | null;
  readonly lastSuccess: string | null;
  /** What the last try failed of; null when it did not fail. */
  readonly lastError: string | null;
  readonly nextAllowed: string | null;
  /** Spans in which it was asked and gave nothing: unknown, not quiet. */
  readonly gaps: readonly Gap[];
}

/**
 * The health of every source there is, its letter as these records of its claims bear it out; whether it is switched on,
 * or can be, or not.
 */
export async function sourcesHealth(world: World, records: readonly SourceRecord[]): Promise<SourceHealth[]> {
  const counts = await documentCounts(world.store);
  const ledger = new Map(records.map((record) => [record.source, record]));
  const on = new Set(world.network?.sources);
  const healthOf = async (source: NetworkSource | null, about: AboutSource): Promise<SourceHealth> => ({
    ...about,
    isOn: source !== null && on.has(source.id),
    ...(source === null ? NEVER_ASKED : await exchangesOf(world, source)),
    documents: counts.get(about.source)?.documents ?? 0,
    latestDocument: counts.get(about.source)?.latest ?? null,
  });
  const everyWatchs = NETWORK_SOURCES.map((source) => healthOf(source, dataSource(source)));
  const listed = world.watch.sources.map((row) => {
    const source = catalogueSource(row);
    const whyNot = "why" in source ? source.why : null;
    return healthOf("why" in source ? null : source, { ...listedSource(row, ledger.get(row.name)), whyNot });
  });
  return Promise.all([...everyWatchs, ...listed]);
}

const NEVER_ASKED: Exchanges = {
  ...{ firstTry: null, lastTry: null, lastSuccess: null, lastError: null, nextAllowed: null, gaps: [] },
};

function dataSource({ id, summary, base }: NetworkSource): AboutSource {
  return {
    ...{ source: id, summary, url: base, kind: "data", language: "", country: "", licence: "" },
    ...{ stateControlled: false, grade: null, whyNot: null },
  };
}

function listedSource(row: Source, graded?: SourceGrade): Omit<AboutSource, "whyNot"> {
  const { id, name, url, kind, language, country, licence, stateControlled } = row;
  const about = { source: id, summary: name, url, kind, language, country, licence, stateControlled };
  return { ...about, grade: graded ? { letter: graded.letter, reason: graded.reason } : gradeOf(row) };
}

async function exchangesOf({ store, now }: World, source: NetworkSource): Promise<Exchanges> {
  const asked = await requestsOf(store, source.id);
  const answered = asked.flatMap(({ reply }) => (isAnswer(reply) ? [reply.at] : []));
  const last = asked.at(-1);
  const first = asked[0];
  return {
    firstTry: first?.at ?? null,
    lastTry: last?.at ?? null,
    lastSuccess: answered.at(-1) ?? null,
    lastError: last ? (last.reply ? (last.reply.fault ?? null) : "ended before a reply came") : null,
    nextAllowed: last ? nextAllowed(source, last.at, last.reply?.notBefore) : null,
    gaps: first ? gapsOf(source, first.at, answered, now()) : [],
  };
}

function nextAllowed({ everyMinutes }: NetworkSource, askedAt: string, notBefore = ""): string {
  const rested = later(askedAt, everyMinutes * 60_000);
  return notBefore > rested ? notBefore : rested;
}
