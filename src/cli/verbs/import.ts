import path from "node:path";
import { issueLine } from "#model/input-error.ts";
import { importDocuments } from "../../cycle/import-documents.ts";
import { importRecord, type ImportedRecord } from "../../cycle/import-record.ts";
import { importCatalogue, importElementSets, type Published } from "../../cycle/orbits/import-orbits.ts";
import type { World } from "../../cycle/world.ts";
import { dayIn, JSON_OUT, oneOf, WATCH } from "../options.ts";
import { readBytes } from "../read-file.ts";
import type { Shell } from "../shell.ts";
import { table } from "../table.ts";
import { defineVerb } from "../verb.ts";
import { inFilledWorld } from "../world.ts";

/** What can be brought in, and what it is. */
const KINDS = {
  csv: "the layout of a record file",
  geojson: "the same columns as properties of points",
  stix: "a STIX 2 bundle, as documents to be read",
  gdelt: "a GDELT 2 file, as documents to be read",
  omm: "element sets, in OMM or any other format",
  tle: "the same as omm",
  satcat: "CelesTrak's SATCAT as CSV",
  gcat: "satcat.tsv of GCAT",
} as const;
const REJECTS_TOLD = 100;

/** A person's own observations, element sets or satellite catalogue into the store. */
export const importFiles = defineVerb({
  words: ["FILE…"],
  options: {
    kind: {
      takes: "KIND",
      summary: `${Object.entries(KINDS)
        .map(([kind, what]) => `${kind}: ${what}`)
        .join("; ")} (csv unless given)`,
    },
    stream: { takes: "NAME", summary: "the stream they belong to (the name of the file unless given)" },
    known: {
      takes: "WHEN",
      summary:
        "when element sets became public that do not say: a day, or epoch for at their epoch (now unless given)",
    },
    progress: { summary: "say on standard error how many rows are safe, after every batch" },
    ...WATCH,
    ...JSON_OUT,
  },
  run: ({ options, words: files }, shell) => {
    const kind = oneOf("kind", options.kind ?? "csv", KIND_NAMES);
    const published = publishedIn(options.known);
    return inFilledWorld(options, shell, async (world) => {
      const imported: Imported[] = [];
      for (const file of files) {
        imported.push({ file, ...(await importFile(world, shell, file, { ...options, kind, published })) });
      }
      tellRejects(imported, shell);
      shell.out(options.json ? JSON.stringify(summaryOf(imported)) : countTable(imported));
      return imported.some(({ rejected }) => rejected > 0) ? 1 : 0;
    });
  },
});

const KIND_NAMES = Object.keys(KINDS) as (keyof typeof KINDS)[];

type Imported = ImportedRecord & { readonly file: string };

interface HowToImport {
  readonly kind: keyof typeof KINDS;
  readonly published: Published | undefined;
  readonly stream?: string;
  readonly progress?: true;
}

async function importFile(
  world: World,
  shell: Shell,
  file: string,
  { kind, published, ...options }: HowToImport,
): Promise<ImportedRecord> {
  const { base: name, name: stem } = path.parse(file);
  const bytes = readBytes(file);
  if (kind === "satcat" || kind === "gcat") return importCatalogue(world, { name, bytes }, kind);
  if (kind === "stix" || kind === "gdelt") return importDocuments(world, { name, bytes }, kind);
  if (kind !== "csv" && kind !== "geojson") return importElementSets(world, { name, bytes }, published);
  const tell = options.progress ? shell.err : shell.progress;
  const record = { form: kind, name, stream: options.stream ?? stem, bytes };
  const imported = await importRecord(world, record, (rows, of) =>
    tell(`${file}: ${rows} of ${of} rows are safe`),
  );
  shell.progress("");
  return imported;
}

function publishedIn(known: string | undefined): Published | undefined {
  if (known === undefined || known === "epoch") return known;
  return { at: `${dayIn("known", known)}T00:00:00.000Z` };
}

function tellRejects(imported: readonly Imported[], shell: Shell): void {
  const issues = imported.flatMap(({ file, rejects }) => rejects.map((reject) => ({ ...reject, file })));
  for (const issue of issues.slice(0, REJECTS_TOLD)) shell.err(issueLine(issue));
  const rest = issues.length - REJECTS_TOLD;
  if (rest > 0) shell.err(`and ${rest} more; the store keeps them all with their reasons`);
}

/** The counts of all files together, and of each. */
function summaryOf(imported: readonly Imported[]) {
  const sum = (count: (one: Imported) => number) => imported.reduce((total, one) => total + count(one), 0);
  return {
    accepted: sum(({ accepted }) => accepted),
    duplicate: sum(({ duplicate }) => duplicate),
    corrected: sum(({ corrected }) => corrected),
    rejected: sum(({ rejected }) => rejected),
    files: imported,
  };
}

function countTable(imported: readonly Imported[]): string {
  return table(
    ["file", "accepted", "duplicate", "corrected", "rejected"],
    imported.map(({ file, accepted, duplicate, corrected, rejected }) => [
      file,
      ...[accepted, duplicate, corrected, rejected].map(String),
    ]),
  );
}
