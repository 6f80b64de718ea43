import { setImmediate as breath } from "node:timers/promises";
import { scoreLedger } from "../../../cycle/answers/score-ledger.ts";
import { AS_OF, JSON_OUT, WATCH } from "../../options.ts";
import { defineVerb } from "../../verb.ts";
import { inFilledWorld } from "../../world.ts";
import { scoreboardInWords } from "./scoreboard-in-words.ts";

/** Forecasts, warnings and questions of the ledger against what happened. */
export const score = defineVerb({
  options: { ...WATCH, ...AS_OF, ...JSON_OUT },
  run: ({ options }, shell) =>
    inFilledWorld(options, shell, async (world, asOf) => {
      const scored = await scoreLedger(world, asOf, { breath });
      shell.out(options.json ? JSON.stringify(scored) : scoreboardInWords(scored));
      return 0;
    }),
});
