import { acknowledgeWarning } from "../../../cycle/acknowledge-warning.ts";
import { assessAsKnown } from "../../../cycle/judge.ts";
import { WrongUse } from "../../failure.ts";
import { JSON_OUT, WATCH } from "../../options.ts";
import { defineVerb } from "../../verb.ts";
import { inFilledWorld, today } from "../../world.ts";

/** Says that a warning was read; the warning itself stays as it is. */
export const acknowledge = defineVerb({
  words: ["ID"],
  options: {
    by: { takes: "ROLE", summary: "who has read it" },
    note: { takes: "TEXT", summary: "what was decided" },
    ...WATCH,
    ...JSON_OUT,
  },
  run: ({ options, words: [warning = ""] }, shell) => {
    const { by, note = "" } = options;
    if (by === undefined) throw new WrongUse('"warn acknowledge" needs --by ROLE');
    return inFilledWorld(options, shell, async (world) => {
      const assessed = await assessAsKnown(world, today(shell), { withPath: false });
      const made = await acknowledgeWarning(world, assessed, { warning, by, note });
      if (made === null) throw new WrongUse(`no warning "${warning}" today; "tocsin warn" lists them`);
      shell.out(
        options.json ? JSON.stringify(made) : `${made.warning} acknowledged by ${made.by} at ${made.at}`,
      );
      return 0;
    });
  },
});
