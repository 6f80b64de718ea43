import { NETWORK } from "../network-options.ts";
import { CLIENTS, COLLECT_EVERY, ESTATE, RELEASE, WATCH } from "../options.ts";
import { minutesIn, refuseOpenDoor, serveUntilStopped } from "../serve-until-stopped.ts";
import { SERVING, servingIn } from "../serving-options.ts";
import { defineVerb } from "../verb.ts";
import { inFilledWorld } from "../world.ts";

/** The web app alone, from what is stored; the sources that are switched on are asked meanwhile where it is said how often. */
export const serve = defineVerb({
  options: { ...WATCH, ...SERVING, ...COLLECT_EVERY, ...ESTATE, ...CLIENTS, ...RELEASE, ...NETWORK },
  run: ({ options }, shell) => {
    const [serving, collectEvery] = [servingIn(options, shell), minutesIn(options["collect-every"])];
    return inFilledWorld(options, shell, async (world) => {
      await refuseOpenDoor(world, serving);
      await serveUntilStopped(world, shell, { ...serving, collectEvery, say: shell.out });
      return 0;
    });
  },
});
