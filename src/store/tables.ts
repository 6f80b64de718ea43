import type { ColumnType } from "kysely";
import type { Account } from "#model/account.ts";
import type { DocumentForm } from "#model/source-document.ts";

/** Rows are inserted and read, never updated: the type says so, and triggers hold it. */
type AppendOnly<Row> = { readonly [Column in keyof Row]: ColumnType<Row[Column], Row[Column], never> };

/** A secret that has ended is forgotten: here rows change and go. */
type Forgettable<Row> = { [Column in keyof Row]: Row[Column] };

/**
 * Every table whose order matters has `seq`, counted from 1 in the order of appending; days and times are ISO 8601
 * text.
 */
export interface Tables {
  readonly migrations: AppendOnly<{ name: string }>;
  readonly captures: AppendOnly<{
    sha256: string;
    source: string;
    url: string;
    fetched_at: string;
    media_type: string;
    headers: string;
    bytes: Uint8Array;
  }>;
  readonly syncs: AppendOnly<{ seq: number; origin: string; digest: string; recorded_at: string }>;
  readonly observation_versions: AppendOnly<ObservationVersion>;
  readonly observation_actors: AppendOnly<{ seq: number; actor: string }>;
  readonly rejects: AppendOnly<{
    seq: number;
    hash: string;
    origin: string;
    capture: string;
    recorded_at: string;
    body: string;
  }>;
  readonly assessments: AppendOnly<{
    seq: number;
    as_of: string;
    watch: string;
    recorded_at: string;
    previous_hash: string;
    hash: string;
    body: string;
  }>;
  readonly acknowledgements: AppendOnly<{
    seq: number;
    warning: string;
    by: string;
    at: string;
    note: string;
  }>;
  readonly briefs: AppendOnly<{
    seq: number;
    id: string;
    as_of: string;
    recorded_at: string;
    body: string;
  }>;
  readonly requests: AppendOnly<{
    seq: number;
    source: string;
    host: string;
    url: string;
    asked_at: string;
  }>;
  readonly replies: AppendOnly<{
    seq: number;
    request: number;
    replied_at: string;
    outcome: "kept" | "unchanged" | "redirected" | "failed";
    fault: string | null;
    not_before: string | null;
    etag: string | null;
    last_modified: string | null;
    capture: string | null;
  }>;
  readonly contributions: AppendOnly<{
    seq: number;
    id: string;
    contributor: string;
    received_at: string;
    body: string;
  }>;
  readonly vettings: AppendOnly<{ seq: number; contribution: string; at: string; body: string }>;
  readonly document_versions: AppendOnly<DocumentVersion>;
  readonly reviews: AppendOnly<{ seq: number; report: string; at: string; body: string }>;
  readonly site_checks: AppendOnly<{ seq: number; site: string; at: string; body: string }>;
  readonly readings: AppendOnly<{ seq: number; document_seq: number; read_at: string; body: string }>;
  readonly opinions: AppendOnly<{
    seq: number;
    id: string;
    kind: string;
    sentence_hash: string;
    at: string;
    body: string;
  }>;
  readonly notices: AppendOnly<{
    seq: number;
    client: string;
    item: string;
    at: string;
    outcome: string;
    body: string;
  }>;
  readonly element_imports: AppendOnly<{ seq: number; origin: string; capture: string; recorded_at: string }>;
  readonly element_sets: AppendOnly<ElementSetRow>;
  readonly space_objects: AppendOnly<{
    seq: number;
    catalogue: string;
    id: number;
    capture: string;
    recorded_at: string;
    body: string;
  }>;
  readonly accounts: Forgettable<Account & { password: string; added_at: string }>;
  readonly sessions: Forgettable<{ digest: string; account: string; opened_at: string; seen_at: string }>;
  readonly access_tokens: Forgettable<{
    digest: string;
    account: string;
    label: string;
    made_at: string;
    expires_at: string | null;
  }>;
  readonly access_log: AppendOnly<{
    seq: number;
    at: string;
    account: string | null;
    act: string;
    about: string;
  }>;
}

/** One set of mean elements; angles in degrees, rates in revolutions per day. */
export interface ElementSetRow {
  readonly object: number;
  readonly epoch_ms: number;
  /** Tells apart what was said of one object for one instant. */
  readonly digest: string;
  readonly import: number;
  readonly known_at: string;
  readonly name: string | null;
  readonly designator: string | null;
  readonly mean_motion: number;
  readonly eccentricity: number;
  readonly inclination: number;
  readonly raan: number;
  readonly argument_of_perigee: number;
  readonly mean_anomaly: number;
  readonly bstar: number;
  readonly mean_motion_dot: number;
  readonly mean_motion_ddot: number;
  readonly element_set_no: number | null;
  readonly rev_at_epoch: number | null;
  readonly classification: string | null;
  readonly ephemeris_type: number;
}

/** One version of an observation; a withdrawal has an origin and a recording time, and nothing else. */
export interface ObservationVersion {
  readonly seq: number;
  readonly id: string;
  readonly version: number;
  readonly origin: string;
  readonly recorded_at: string;
  readonly content_hash: string | null;
  readonly known_at: string | null;
  readonly valid_from: string | null;
  readonly valid_to: string | null;
  readonly stream: string | null;
  readonly kind: string | null;
  readonly verified: string | null;
  readonly marking: string | null;
  readonly body: string | null;
}

/** One version of a document in one of its forms. */
export interface DocumentVersion {
  readonly seq: number;
  readonly id: string;
  readonly form: DocumentForm;
  readonly version: number;
  readonly source: string;
  readonly url: string;
  readonly canonical: string;
  readonly known_at: string;
  readonly recorded_at: string;
  readonly capture: string;
  readonly content_hash: string;
  readonly body: string;
}
