import { NETWORK } from "../network-options.ts";
import { CLIENTS, COLLECT_EVERY, ESTATE, PORT, portIn, RELEASE, WATCH } from "../options.ts";
import { minutesIn, serveUntilStopped } from "../serve-until-stopped.ts";
import { defineVerb } from "../verb.ts";
import { inFilledWorld } from "../world.ts";

/** The web app alone, from what is stored; the sources that are switched on are asked meanwhile where it is said how often. */
export const serve = defineVerb({
  options: { ...WATCH, ...PORT, ...COLLECT_EVERY, ...ESTATE, ...CLIENTS, ...RELEASE, ...NETWORK },
  run: ({ options }, shell) => {
    const [port, collectEvery] = [portIn(options.port), minutesIn(options["collect-every"])];
    return inFilledWorld(options, shell, async (world) => {
      await serveUntilStopped(world, shell, { port, collectEvery, say: shell.out });
      return 0;
    });
  },
});
