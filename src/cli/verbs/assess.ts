import { appendAssessment } from "#store/index.ts";
import { assessAndWarn } from "../../cycle/judge.ts";
import { assessmentTable } from "../assessment-table.ts";
import { AS_OF, JSON_OUT, WATCH } from "../options.ts";
import { defineVerb } from "../verb.ts";
import { inFilledWorld } from "../world.ts";

/** One assessment, appended to the ledger. */
export const assess = defineVerb({
  options: { ...WATCH, ...AS_OF, ...JSON_OUT },
  run: ({ options }, shell) =>
    inFilledWorld(options, shell, async (world, asOf) => {
      const assessment = await assessAndWarn(world, asOf);
      await appendAssessment(world.store, assessment, world.now());
      shell.out(options.json ? JSON.stringify(assessment) : assessmentTable(assessment));
      return 0;
    }),
});
