import { collectAndObserve } from "../../cycle/cycle.ts";
import { readingTotals, type Store } from "#store/index.ts";
import { observeDocuments } from "../../cycle/reports/observe-documents.ts";
import { JSON_OUT, WATCH } from "../options.ts";
import { table } from "../table.ts";
import type { Shell } from "../shell.ts";
import { defineVerb } from "../verb.ts";
import { inWorld, tellRead, tellRejected } from "../world.ts";

/**
 * The record files into observations, and documents nobody has read yet into reports; what a file says no more is
 * withdrawn.
 */
export const observe = defineVerb({
  options: {
    again: { summary: "read every document again, with the dictionaries and rules of today" },
    ...WATCH,
    ...JSON_OUT,
  },
  run: ({ options }, shell) =>
    inWorld(options, shell, async (world) => {
      const observed = await collectAndObserve(world);
      tellRejected(observed, world, shell);
      const read = await observeDocuments(world, options.again === true);
      tellRead(read, shell);
      if (read.documents > 0) await tellReasons(world.store, shell);
      const heading = ["file", "added", "corrected", "unchanged", "withdrawn", "rejected"];
      const rows = observed.map(({ origin, added, corrected, duplicate, withdrawn, rejected }) => [
        origin,
        ...[added, corrected, duplicate, withdrawn, rejected].map(String),
      ]);
      shell.out(options.json ? JSON.stringify(observed) : table(heading, rows));
      return observed.some(({ rejected }) => rejected > 0) ? 1 : 0;
    }),
});

/** Why what has been read so far gave no more reports. */
async function tellReasons(store: Store, shell: Shell): Promise<void> {
  const { documents, sentences, reports, reasons } = await readingTotals(store);
  const counted = Object.entries(reasons)
    .sort(([, a], [, b]) => b - a)
    .map(([reason, times]) => `${reason} ${times}`);
  shell.err(
    `of ${sentences} sentences in ${documents} documents, ${reports} reports; else ${counted.join(", ")}`,
  );
}
