import path from "node:path";
import { issueLine } from "#model/input-error.ts";
import { importRecord, type ImportedRecord } from "../../cycle/import-record.ts";
import type { World } from "../../cycle/cycle.ts";
import { WrongUse } from "../failure.ts";
import { JSON_OUT, WATCH } from "../options.ts";
import { readBytes } from "../read-file.ts";
import type { Shell } from "../shell.ts";
import { table } from "../table.ts";
import { defineVerb } from "../verb.ts";
import { inFilledWorld } from "../world.ts";

const KINDS_TODAY = ["csv"];
const REJECTS_TOLD = 100;

/** A person's own observations into the store, batch by batch. */
export const importFiles = defineVerb({
  words: ["FILE…"],
  options: {
    kind: {
      takes: "KIND",
      summary: `${KINDS_TODAY.join(", ")}: the layout of a record file (csv unless given)`,
    },
    stream: { takes: "NAME", summary: "the stream they belong to (the name of the file unless given)" },
    progress: { summary: "say on standard error how many rows are safe, after every batch" },
    ...WATCH,
    ...JSON_OUT,
  },
  run: ({ options, words: files }, shell) => {
    const { kind = "csv" } = options;
    if (!KINDS_TODAY.includes(kind)) {
      throw new WrongUse(`"${kind}" cannot be imported today; ${KINDS_TODAY.join(", ")} can`);
    }
    return inFilledWorld(options, shell, async (world) => {
      const imported: Imported[] = [];
      for (const file of files) {
        imported.push({ file, ...(await importFile(world, shell, file, options)) });
      }
      tellRejects(imported, shell);
      shell.out(options.json ? JSON.stringify(summaryOf(imported)) : countTable(imported));
      return imported.some(({ rejected }) => rejected > 0) ? 1 : 0;
    });
  },
});

type Imported = ImportedRecord & { readonly file: string };

async function importFile(
  world: World,
  shell: Shell,
  file: string,
  options: { readonly stream?: string; readonly progress?: true },
): Promise<ImportedRecord> {
  const { base, name } = path.parse(file);
  const tell = options.progress ? shell.err : shell.progress;
  const record = { name: base, stream: options.stream ?? name, bytes: readBytes(file) };
  const imported = await importRecord(world, record, (rows, of) =>
    tell(`${file}: ${rows} of ${of} rows are safe`),
  );
  shell.progress("");
  return imported;
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
