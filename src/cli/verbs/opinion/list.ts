import { opinionsGiven } from "#store/index.ts";
import { AS_OF, JSON_OUT, WATCH } from "../../options.ts";
import { defineVerb } from "../../verb.ts";
import { inWorld } from "../../world.ts";
import { opinionTable } from "./opinion-table.ts";

/** What a model said by a day, refused answers included. */
export const list = defineVerb({
  options: { ...WATCH, ...AS_OF, ...JSON_OUT },
  run: ({ options }, shell) =>
    inWorld(options, shell, async ({ store }, asOf) => {
      const opinions = await opinionsGiven(store, { by: asOf });
      for (const opinion of options.json ? opinions : []) shell.out(JSON.stringify(opinion));
      if (!options.json) shell.out(opinionTable(opinions));
      return 0;
    }),
});
