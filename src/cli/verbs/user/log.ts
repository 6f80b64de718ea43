import { accessLog } from "#store/index.ts";
import { JSON_OUT, numberIn, WATCH } from "../../options.ts";
import { table } from "../../table.ts";
import { defineVerb } from "../../verb.ts";
import { inWorld } from "../../world.ts";

/** What accounts did and what was done to them, the last last. */
export const log = defineVerb({
  options: {
    last: { takes: "N", summary: "so many entries (100 unless given)" },
    ...WATCH,
    ...JSON_OUT,
  },
  run({ options }, shell) {
    const last = numberIn("last", options.last ?? "100", { least: 1, most: 1_000_000 });
    return inWorld(options, shell, async ({ store }) => {
      const entries = await accessLog(store, last);
      const rows = entries.map(({ at, account, act, about }) => [at, account ?? "nobody known", act, about]);
      shell.out(options.json ? JSON.stringify(entries) : table(["at", "account", "what", "about"], rows));
      return 0;
    });
  },
});
