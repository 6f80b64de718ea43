import { sourceLedgerOnDay } from "../../cycle/answers/source-ledger-on-day.ts";
import { AS_OF, JSON_OUT, WATCH } from "../options.ts";
import { interval } from "#model/percent.ts";
import { table } from "../table.ts";
import { defineVerb } from "../verb.ts";
import { inFilledWorld } from "../world.ts";

/** How reliable each source has been, by what later became of its claims. */
export const sourcesLedger = defineVerb({
  options: { ...WATCH, ...AS_OF, ...JSON_OUT },
  run: ({ options }, shell) =>
    inFilledWorld(options, shell, async (world, asOf) => {
      const ledger = await sourceLedgerOnDay(world, asOf);
      const rows = ledger.map(({ source, letter, confirmed, refuted, open, holds, reason }) => [
        ...[source.slice(0, 40), letter, String(confirmed), String(refuted), String(open)],
        ...[holds === null ? "–" : interval(holds.low, holds.high), reason.slice(0, 60)],
      ]);
      const heading = ["source", "letter", "confirmed", "refuted", "open", "claims hold, %", "reason"];
      shell.out(options.json ? JSON.stringify(ledger) : table(heading, rows));
      return 0;
    }),
});
