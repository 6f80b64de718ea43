import { createHash } from "node:crypto";
import { InputError } from "#model/input-error.ts";
import { addDocuments } from "#store/index.ts";
import { replyOfFile } from "./collect/formats/file.ts";
import { FORMATS } from "./collect/formats/formats.ts";
import type { ImportedRecord } from "./import-record.ts";
import { contentOf } from "./network/keep-reply.ts";
import type { World } from "./world.ts";

const MOST_BYTES = 1 << 29;
const MEDIA_TYPES = { stix: "application/stix+json", gdelt: "text/tab-separated-values" };
const RIGHT = {
  stix: "expected a STIX 2 bundle",
  gdelt: "expected a GDELT 2 file of events, mentions or articles, plain, gzip or zip",
};

/**
 * Brings in a file of records as documents, each once: they are read into reports as what sources on the network give
 * is, and bear on nothing before an analyst says so. InputError where the file is nothing of the kind.
 */
export async function importDocuments(
  { store, now }: World,
  { name, bytes }: { readonly name: string; readonly bytes: Uint8Array },
  form: "stix" | "gdelt",
): Promise<ImportedRecord> {
  const recordedAt = now();
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const from = { source: "import", url: `file:${name}`, fetchedAt: recordedAt, mediaType: MEDIA_TYPES[form] };
  const capture = { sha256, bytes, ...from, headers: {} };
  const { documents, rejects } = readOrRefuse(name, form, () =>
    FORMATS[form].read(replyOfFile(name, capture, contentOf(capture, MOST_BYTES))),
  );
  const origin = `import/${name}`;
  const kept = await addDocuments(store, { origin, capture, recordedAt, documents, rejects });
  return {
    accepted: kept.added,
    duplicate: kept.duplicate,
    corrected: kept.corrected,
    rejected: rejects.length,
    rejects,
  };
}

/** A list of further files is none of records: nothing is fetched here. */
function readOrRefuse<T extends { readonly follow?: readonly unknown[] }>(
  file: string,
  form: "stix" | "gdelt",
  read: () => T,
): T {
  try {
    const told = read();
    if ((told.follow ?? []).length === 0) return told;
    throw new RangeError("it lists other files");
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    throw new InputError([{ file, wrong: error.message, right: RIGHT[form] }]);
  }
}
