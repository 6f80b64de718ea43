import { createHash } from "node:crypto";
import type { Reject } from "#model/capture.ts";
import { addObservations } from "#store/index.ts";
import { readGeojsonRecord } from "./collect/sources/geojson-record.ts";
import { readRecord } from "./collect/sources/record.ts";
import type { World } from "./world.ts";

/** A file of a person's own, in the layout of a record file. */
export interface RecordToImport {
  readonly form: "csv" | "geojson";
  /** Its name: imports of files with one name are told apart by their content alone. */
  readonly name: string;
  readonly stream: string;
  readonly bytes: Uint8Array;
}

export interface ImportedRecord {
  readonly accepted: number;
  readonly duplicate: number;
  readonly corrected: number;
  readonly rejected: number;
  readonly rejects: readonly Reject[];
}

const MEDIA_TYPES = { csv: "text/csv", geojson: "application/geo+json" };

/** Rows that become durable together. */
const BATCH = 5000;

/**
 * Brings in a file batch by batch, each one transaction: rows reported by `acknowledged` survive anything, and
 * bringing in the same file again takes up where it stopped. Rows nobody can read are kept with their reasons.
 */
export async function importRecord(
  { watch, store, now }: World,
  { form, name, stream, bytes }: RecordToImport,
  acknowledged: (rows: number, of: number) => void = () => {},
): Promise<ImportedRecord> {
  const recordedAt = now();
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const from = {
    source: "import",
    url: `file:${name}`,
    fetchedAt: recordedAt,
    mediaType: MEDIA_TYPES[form],
    headers: {},
  };
  const capture = { sha256, bytes, ...from };
  const read = form === "csv" ? readRecord : readGeojsonRecord;
  const { observations, rejects } = read(capture, {
    stream,
    actors: watch.actors,
    marking: watch.marking,
  });
  const counts = { accepted: 0, duplicate: 0, corrected: 0 };
  for (let at = 0; at === 0 || at < observations.length; at += BATCH) {
    const batch = { observations: observations.slice(at, at + BATCH), rejects: at === 0 ? rejects : [] };
    const kept = await addObservations(store, { origin: `import/${name}`, capture, recordedAt, ...batch });
    counts.accepted += kept.added;
    counts.duplicate += kept.duplicate;
    counts.corrected += kept.corrected;
    acknowledged(Math.min(at + BATCH, observations.length), observations.length);
  }
  return { ...counts, rejected: rejects.length, rejects };
}
