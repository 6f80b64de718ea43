import { InputError } from "#model/input-error.ts";
import { runCycle } from "../../cycle/cycle.ts";
import { assessmentTable } from "../assessment-table.ts";
import { AS_OF, CLIENTS, COLLECT_EVERY, ESTATE, JSON_OUT, RELEASE, WATCH } from "../options.ts";
import { defineVerb } from "../verb.ts";
import { minutesIn, refuseOpenDoor, serveUntilStopped } from "../serve-until-stopped.ts";
import { SERVING, servingIn } from "../serving-options.ts";
import { inWorld, tellCollected, tellNotices, tellRead, tellRejected } from "../world.ts";

/** One turn of the cycle, then the web app until it is stopped. */
export const run = defineVerb({
  options: {
    ...WATCH,
    ...AS_OF,
    ...SERVING,
    ...COLLECT_EVERY,
    ...ESTATE,
    ...CLIENTS,
    ...RELEASE,
    "no-serve": { summary: "do not serve the web app" },
    ...JSON_OUT,
  },
  run: ({ options }, shell) => {
    const [serving, collectEvery] = [servingIn(options, shell), minutesIn(options["collect-every"])];
    const say = options.json ? shell.err : shell.out;
    return inWorld(options, shell, async (world, asOf) => {
      await refuseOpenDoor(world, serving);
      const { collected, observed, read, assessment, brief, notices } = await runCycle(world, asOf);
      tellCollected(collected, shell);
      tellRejected(observed, world, shell);
      tellRead(read, shell);
      if (brief instanceof InputError) shell.err(`no brief was written:\n${brief.message}`);
      tellNotices(notices, shell);
      shell.out(options.json ? JSON.stringify(assessment) : assessmentTable(assessment));
      if (!options["no-serve"]) await serveUntilStopped(world, shell, { ...serving, collectEvery, say });
      return 0;
    });
  },
});
