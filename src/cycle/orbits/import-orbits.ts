import { createHash } from "node:crypto";
import type { Capture } from "#model/capture.ts";
import { addElementSets, addSpaceObjects } from "#store/index.ts";
import { textOfCapture } from "../evidence/capture-content.ts";
import { type Published, readElementSets } from "../collect/sources/element-sets.ts";
import { readGcat } from "../collect/sources/gcat.ts";
import { readSatcat } from "../collect/sources/satcat.ts";
import type { World } from "../world.ts";
import type { ImportedRecord } from "../import-record.ts";

export type { Published };

/** A file somebody brings: its name tells imports apart, its bytes may be packed with gzip. */
export interface FileToImport {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Brings in element sets of any format; a set that is stored already is counted, and left as it is. */
export async function importElementSets(
  { store, now }: World,
  file: FileToImport,
  published?: Published,
): Promise<ImportedRecord> {
  const recordedAt = now();
  const capture = captureOf(file, recordedAt);
  const read = readElementSets(textOfCapture(capture), capture.sha256, published ?? { at: recordedAt });
  const batch = { ...read, origin: `import/${file.name}`, capture, recordedAt };
  const { added, duplicate, rejected } = await addElementSets(store, batch);
  return { accepted: added, duplicate, corrected: 0, rejected, rejects: read.rejects };
}

const CATALOGUES = { satcat: readSatcat, gcat: readGcat };

/** Brings in a satellite catalogue: CelesTrak's SATCAT as CSV, or `satcat.tsv` of GCAT. */
export async function importCatalogue(
  { store, now }: World,
  file: FileToImport,
  catalogue: keyof typeof CATALOGUES,
): Promise<ImportedRecord> {
  const recordedAt = now();
  const capture = captureOf(file, recordedAt);
  const read = CATALOGUES[catalogue](textOfCapture(capture), capture.sha256);
  const { added, ...counts } = await addSpaceObjects(store, { ...read, catalogue, capture, recordedAt });
  return { accepted: added, ...counts, rejects: read.rejects };
}

function captureOf({ name, bytes }: FileToImport, fetchedAt: string): Capture {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const mediaType = "application/octet-stream";
  return { sha256, source: "import", url: `file:${name}`, fetchedAt, mediaType, headers: {}, bytes };
}
