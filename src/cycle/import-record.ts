import { createHash } from "node:crypto";
import type { Reject } from "#model/capture.ts";
import type { Observation } from "#model/observation.ts";
import { addObservations, recordedOtherwise } from "#store/index.ts";
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
 * bringing in the same file again takes up where it stopped. Rows nobody can read are kept with their reasons, and so
 * are those whose ids the record of the watch has for something else.
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
  const allRejects = [...rejects];
  for (let at = 0; at === 0 || at < observations.length; at += BATCH) {
    const some = observations.slice(at, at + BATCH);
    const held = await recordedOtherwise(store, some);
    const taken = some.flatMap((one) => takenId(one, held.get(one.id), sha256));
    allRejects.push(...taken);
    const kept = await addObservations(store, {
      ...{ origin: `import/${name}`, capture, recordedAt },
      observations: some.filter(({ id }) => !held.has(id)),
      rejects: at === 0 ? [...rejects, ...taken] : taken,
    });
    counts.accepted += kept.added;
    counts.duplicate += kept.duplicate;
    counts.corrected += kept.corrected;
    acknowledged(Math.min(at + BATCH, observations.length), observations.length);
  }
  return { ...counts, rejected: allRejects.length, rejects: allRejects };
}

/** What a watch says in its own files is changed there alone. */
function takenId({ id, evidence }: Observation, origin: string | undefined, capture: string): Reject[] {
  if (origin === undefined) return [];
  const { locator } = evidence;
  const line = locator.type === "row" ? locator.line : 1;
  const wrong = `id "${id}" is that of another row, in ${origin} of the watch`;
  return [{ capture, line, column: 1, wrong, right: "expected an id of its own", text: "" }];
}
