import { PORT, portIn, WATCH } from "../options.ts";
import { serveUntilStopped } from "../serve-until-stopped.ts";
import { defineVerb } from "../verb.ts";
import { inFilledWorld } from "../world.ts";

/** The web app alone, from what is stored. */
export const serve = defineVerb({
  options: { ...WATCH, ...PORT },
  run: ({ options }, shell) => {
    const port = portIn(options.port);
    return inFilledWorld(options, shell, async (world) => {
      await serveUntilStopped(world, shell, port, shell.out);
      return 0;
    });
  },
});
