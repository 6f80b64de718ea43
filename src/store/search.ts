import { sql } from "kysely";
import type { AsOf, RecordedObservation } from "#model/observation.ts";
import type { Day } from "#model/day.ts";
import { listOf, reading, type Store } from "./store.ts";
import { RECORDED, recordedOf, versionsKnown } from "./versions.ts";
import { versionsWithWords } from "./words.ts";

/** Conditions of a search, all of them; `from` and `to` bound the days on which it happened. */
export interface Selection {
  readonly stream?: string | undefined;
  readonly kind?: string | undefined;
  readonly actor?: string | undefined;
  readonly verified?: string | undefined;
  /** Full text over claim, place and actors. */
  readonly q?: string | undefined;
  readonly from?: Day | undefined;
  readonly to?: Day | undefined;
  readonly ids?: readonly string[] | undefined;
}

export interface Page {
  readonly limit: number;
  readonly offset: number;
}

type Facets = Readonly<
  Record<"stream" | "kind" | "actor" | "verified" | "year", Readonly<Record<string, number>>>
>;

export interface Found {
  readonly total: number;
  /** Latest first by the day it began, then by id. */
  readonly items: readonly RecordedObservation[];
  /** Counts per value within the selection, most frequent first; `year` is that of `validFrom`. */
  readonly facets: Facets;
}

/** One page of the observations known by then that meet the selection, and what the whole selection holds. */
export async function searchObservations(
  store: Store,
  asOf: AsOf,
  { limit, offset, ...selection }: Selection & Page,
): Promise<Found> {
  return reading(store, async (inner) => {
    const matching = versionsMatching(inner, asOf, selection);
    const rows = await matching
      .select(RECORDED)
      .orderBy("v.valid_from", "desc")
      .orderBy("v.id")
      .limit(limit)
      .offset(offset)
      .execute();
    const counts = await countFacets(inner, matching);
    const total = counts.find(({ facet }) => facet === "total")?.n ?? 0;
    return { total, items: rows.map(recordedOf), facets: facetsOf(counts) };
  });
}

function versionsMatching(store: Store, asOf: AsOf, selection: Selection) {
  const { stream, kind, actor, verified, q = "", from, to, ids } = selection;
  return versionsKnown(store, asOf)
    .$if(stream !== undefined, (query) => query.where("v.stream", "=", stream!))
    .$if(kind !== undefined, (query) => query.where("v.kind", "=", kind!))
    .$if(verified !== undefined, (query) => query.where("v.verified", "=", verified!))
    .$if(from !== undefined, (query) => query.where("v.valid_to", ">=", from!))
    .$if(to !== undefined, (query) => query.where("v.valid_from", "<=", to!))
    .$if(ids !== undefined, (query) => query.where("v.id", "in", listOf(store, ids!)))
    .$if(q.trim() !== "", (query) => query.where("v.seq", "in", versionsWithWords(store.dialect, q)))
    .$if(actor !== undefined, (query) =>
      query.where((eb) =>
        eb.exists(
          eb
            .selectFrom("observation_actors as a")
            .select("a.seq")
            .whereRef("a.seq", "=", "v.seq")
            .where("a.actor", "=", actor!),
        ),
      ),
    );
}

interface Count {
  readonly facet: string;
  readonly value: string;
  readonly n: number;
}

async function countFacets({ db }: Store, matching: ReturnType<typeof versionsMatching>) {
  const matched = matching.select(["v.seq", "v.stream", "v.kind", "v.verified", "v.valid_from"]);
  const { rows } = await sql<Count>`
    with matched as materialized ${matched}
    select 'total' as facet, '' as value, count(*) as n from matched
    union all select 'stream', stream, count(*) from matched group by stream
    union all select 'kind', kind, count(*) from matched group by kind
    union all select 'verified', verified, count(*) from matched group by verified
    union all select 'year', substr(valid_from, 1, 4), count(*) from matched group by substr(valid_from, 1, 4)
    union all select 'actor', actor, count(*) from matched natural join observation_actors group by actor
  `.execute(db);
  return rows;
}

function facetsOf(counts: readonly Count[]): Facets {
  const valuesOf = (wanted: string) =>
    counts
      .filter(({ facet }) => facet === wanted)
      .sort((a, b) => b.n - a.n || (a.value < b.value ? -1 : 1))
      .map(({ value, n }) => [value, n] as const);
  const facet = (wanted: string) => Object.fromEntries(valuesOf(wanted));
  return {
    stream: facet("stream"),
    kind: facet("kind"),
    actor: facet("actor"),
    verified: facet("verified"),
    year: facet("year"),
  };
}
