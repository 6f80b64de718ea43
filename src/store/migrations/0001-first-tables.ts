import { sql } from "kysely";
import type { Store } from "../store.ts";
import { type ColumnTypes, columnTypes } from "./column-types.ts";
import { refuseChanges } from "./refuse-changes.ts";

/** Captures, versions of observations, rejects, the ledger, acknowledgements and briefs. */
export async function firstTables(store: Store): Promise<void> {
  const types = columnTypes(store.dialect);
  for (const statement of [...whatWasSeen(types), ...whatWasJudged(types)]) {
    await sql.raw(statement).execute(store.db);
  }
  await createWords(store);
  await refuseChanges(store, TABLES);
}

const TABLES = [
  "captures",
  "syncs",
  "observation_versions",
  "observation_actors",
  "rejects",
  "assessments",
  "acknowledgements",
  "briefs",
];

function whatWasSeen({ text, count, bytes }: ColumnTypes): string[] {
  return [
    `create table captures (
      sha256 ${text} primary key,
      source ${text} not null,
      url ${text} not null,
      fetched_at ${text} not null,
      media_type ${text} not null,
      headers ${text} not null,
      bytes ${bytes} not null
    )`,
    `create table syncs (
      seq ${count} primary key,
      origin ${text} not null,
      digest ${text} not null,
      recorded_at ${text} not null
    )`,
    `create index syncs_by_origin on syncs (origin, seq)`,
    `create table observation_versions (
      seq ${count} primary key,
      id ${text} not null,
      version ${count} not null,
      origin ${text} not null,
      recorded_at ${text} not null,
      content_hash ${text},
      known_at ${text},
      valid_from ${text},
      valid_to ${text},
      stream ${text},
      kind ${text},
      verified ${text},
      marking ${text},
      body ${text},
      unique (id, version)
    )`,
    `create index observation_versions_by_known on observation_versions (known_at, id)`,
    `create index observation_versions_by_origin on observation_versions (origin, id)`,
    `create table observation_actors (
      seq ${count} not null references observation_versions (seq),
      actor ${text} not null,
      primary key (seq, actor)
    )`,
    `create table rejects (
      seq ${count} primary key,
      hash ${text} not null unique,
      origin ${text} not null,
      capture ${text} not null references captures (sha256),
      recorded_at ${text} not null,
      body ${text} not null
    )`,
  ];
}

function whatWasJudged({ text, count }: ColumnTypes): string[] {
  return [
    `create table assessments (
      seq ${count} primary key,
      as_of ${text} not null,
      watch ${text} not null,
      recorded_at ${text} not null,
      previous_hash ${text} not null,
      hash ${text} not null unique,
      body ${text} not null
    )`,
    `create index assessments_by_day on assessments (watch, as_of, seq)`,
    `create table acknowledgements (
      seq ${count} primary key,
      warning ${text} not null,
      "by" ${text} not null,
      at ${text} not null,
      note ${text} not null
    )`,
    `create index acknowledgements_by_warning on acknowledgements (warning, seq)`,
    `create table briefs (
      seq ${count} primary key,
      id ${text} not null,
      as_of ${text} not null,
      recorded_at ${text} not null,
      body ${text} not null
    )`,
    `create index briefs_by_id on briefs (id, seq)`,
    `create index briefs_by_day on briefs (as_of, seq)`,
  ];
}

/** The full-text index by `seq` of a version; ../words.ts cuts the words, the databases only look them up. */
async function createWords({ db, dialect }: Store): Promise<void> {
  if (dialect === "sqlite") {
    await sql`create virtual table observation_words using fts5 (words, content = '', tokenize = 'ascii')`.execute(
      db,
    );
    return;
  }
  await sql`create table observation_words (seq bigint primary key, words tsvector not null)`.execute(db);
  await sql`create index observation_words_by_word on observation_words using gin (words)`.execute(db);
}
