import { contentText, type Observation } from "#model/observation.ts";
import { sha256 } from "./canonical.ts";
import { inChunks } from "./in-chunks.ts";
import type { Import } from "./import-batch.ts";
import { insertRows } from "./insert-rows.ts";
import { listOf, nextSeq, type Store } from "./store.ts";
import type { ObservationVersion } from "./tables.ts";
import { indexWords, searchedText } from "./words.ts";

type Latest = Pick<ObservationVersion, "id" | "version" | "origin" | "content_hash">;
type Sameness = (latest: Latest, origin: string, contentHash: string) => boolean;

export const isSameContent: Sameness = (latest, _origin, contentHash) => latest.content_hash === contentHash;

/** A row that moved to another record file is taken over by it, lest its first file withdraws it. */
export const isSameContentAndOrigin: Sameness = (latest, origin, contentHash) =>
  latest.origin === origin && latest.content_hash === contentHash;

/** Appends a version of each observation that is not the same as its latest; ids must not repeat. */
export async function appendVersions(store: Store, batch: Import, isSame: Sameness) {
  const counts = { added: 0, corrected: 0, duplicate: 0 };
  let seq = await nextSeq(store, "observation_versions");
  for (const chunk of inChunks(batch.observations)) {
    const latest = await latestOf(store, chunk);
    const fresh: Fresh[] = [];
    for (const observation of chunk) {
      const contentHash = sha256(contentText(observation));
      const before = latest.get(observation.id);
      if (before !== undefined && isSame(before, batch.origin, contentHash)) counts.duplicate++;
      else fresh.push({ seq: seq++, before, contentHash, observation });
    }
    await insertFresh(store, batch, fresh);
    const added = fresh.filter(({ before }) => before?.content_hash == null).length;
    counts.added += added;
    counts.corrected += fresh.length - added;
  }
  return counts;
}

interface Fresh {
  readonly seq: number;
  readonly before: Latest | undefined;
  readonly contentHash: string;
  readonly observation: Observation;
}

async function latestOf(store: Store, observations: readonly Observation[]): Promise<Map<string, Latest>> {
  const ids = observations.map(({ id }) => id);
  const rows = await store.db
    .selectFrom("observation_versions")
    .where("id", "in", listOf(store, ids))
    .select(["id", "version", "origin", "content_hash"])
    .orderBy("version")
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

async function insertFresh(store: Store, batch: Import, fresh: readonly Fresh[]): Promise<void> {
  if (fresh.length === 0) return;
  const versions = fresh.map((one) => versionRow(batch, one));
  await insertRows(store, "observation_versions", versions);
  await insertRows(store, "observation_actors", fresh.flatMap(actorRows));
  await indexWords(
    store,
    fresh.map(({ seq, observation }) => ({ seq, text: searchedText(observation) })),
  );
}

function actorRows({ seq, observation }: Fresh): { seq: number; actor: string }[] {
  const actors = new Set(observation.actors.map(({ id }) => id));
  return [...actors].map((actor) => ({ seq, actor }));
}

function versionRow({ origin, recordedAt }: Import, fresh: Fresh): ObservationVersion {
  const { seq, before, contentHash, observation } = fresh;
  return {
    seq,
    id: observation.id,
    version: (before?.version ?? 0) + 1,
    origin,
    recorded_at: recordedAt,
    content_hash: contentHash,
    known_at: observation.knownAt,
    valid_from: observation.validFrom,
    valid_to: observation.validTo,
    stream: observation.stream,
    kind: observation.kind,
    verified: observation.verified,
    marking: observation.marking,
    body: JSON.stringify(observation),
  };
}
