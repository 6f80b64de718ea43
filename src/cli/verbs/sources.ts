import { sourcesHealth } from "../../cycle/network/source-health.ts";
import { JSON_OUT, WATCH } from "../options.ts";
import { table } from "../table.ts";
import { defineVerb } from "../verb.ts";
import { inWorld } from "../world.ts";

/** The sources on the network: which are switched on, and how they fare. */
export const sources = defineVerb({
  options: { ...WATCH, ...JSON_OUT },
  run: ({ options }, shell) =>
    inWorld(options, shell, async (world) => {
      const health = await sourcesHealth(world);
      const heading = ["source", "on", "last try", "last success", "not before", "gaps", "last error"];
      const rows = health.map((one) => [
        ...[one.source, one.isOn ? "on" : "off"],
        ...[one.lastTry, one.lastSuccess, one.nextAllowed].map((time) => time ?? "–"),
        ...[String(one.gaps.length), one.lastError ?? ""],
      ]);
      shell.out(options.json ? JSON.stringify(health) : table(heading, rows));
      return 0;
    }),
});
