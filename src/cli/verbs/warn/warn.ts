import { acknowledgementsOf } from "#store/index.ts";
import { assessAndWarn } from "../../../cycle/cycle.ts";
import { warningTable } from "../../assessment-table.ts";
import { AS_OF, JSON_OUT, WATCH } from "../../options.ts";
import { defineVerb } from "../../verb.ts";
import { inFilledWorld } from "../../world.ts";

/** The warnings of a day, with who has read them. */
export const warn = defineVerb({
  options: { ...WATCH, ...AS_OF, ...JSON_OUT },
  run: ({ options }, shell) =>
    inFilledWorld(options, shell, async (world, asOf) => {
      const { warnings } = await assessAndWarn(world, asOf, { withPath: false });
      const acknowledged = await acknowledgementsOf(
        world.store,
        warnings.map(({ id }) => id),
      );
      const told = warnings.map((warning) => ({
        ...warning,
        acknowledgements: acknowledged.filter((one) => one.warning === warning.id),
      }));
      shell.out(options.json ? JSON.stringify({ asOf, warnings: told }) : warningTable(told));
      return 0;
    }),
});
