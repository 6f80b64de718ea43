import { sourcesHealth } from "../../cycle/network/source-health.ts";
import { sourceLedgerOnDay } from "../../cycle/answers/source-ledger-on-day.ts";
import { JSON_OUT, WATCH } from "../options.ts";
import { table } from "../table.ts";
import { defineVerb } from "../verb.ts";
import { inWorld } from "../world.ts";

const TIMES = ["last try", "last success", "not before"];

/** The sources on the network: which are switched on, and how they fare. */
export const sources = defineVerb({
  options: { ...WATCH, ...JSON_OUT },
  run: ({ options }, shell) =>
    inWorld(options, shell, async (world) => {
      const health = await sourcesHealth(world, await sourceLedgerOnDay(world, world.now().slice(0, 10)));
      const heading = ["source", "name", "grade", "on", "documents", ...TIMES, "gaps", "last error"];
      const rows = health.map((one) => [
        ...[
          one.source,
          one.summary.slice(0, 40),
          `${one.grade?.letter ?? "–"}${one.stateControlled ? " state" : ""}`,
        ],
        ...[one.whyNot !== null ? "cannot" : one.isOn ? "on" : "off", String(one.documents)],
        ...[one.lastTry, one.lastSuccess, one.nextAllowed].map((time) => time ?? "–"),
        ...[String(one.gaps.length), one.whyNot ?? one.lastError ?? ""],
      ]);
      shell.out(options.json ? JSON.stringify(health) : table(heading, rows));
      return 0;
    }),
});
