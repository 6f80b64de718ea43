import { warningsTold } from "../../../cycle/answers/warnings-told.ts";
import { assessAndWarn } from "../../../cycle/judge.ts";
import { warningTable } from "../../assessment-table.ts";
import { AS_OF, JSON_OUT, WATCH } from "../../options.ts";
import { defineVerb } from "../../verb.ts";
import { inFilledWorld } from "../../world.ts";

/** The warnings of a day, with who has read them and who was told. */
export const warn = defineVerb({
  options: { ...WATCH, ...AS_OF, ...JSON_OUT },
  run: ({ options }, shell) =>
    inFilledWorld(options, shell, async (world, asOf) => {
      const { warnings, scenarios } = await assessAndWarn(world, asOf, { withPath: false });
      const told = await warningsTold(world.store, warnings, asOf);
      shell.out(
        options.json ? JSON.stringify({ asOf, warnings: told }) : warningTable({ warnings: told, scenarios }),
      );
      return 0;
    }),
});
