import { backupStore } from "#store/index.ts";
import { JSON_OUT, WATCH } from "../options.ts";
import { defineVerb } from "../verb.ts";
import { inWorld } from "../world.ts";

/** A consistent copy of the store, while it is in use. */
export const backup = defineVerb({
  words: ["FILE"],
  options: { ...WATCH, ...JSON_OUT },
  run: ({ options, words: [file = ""] }, shell) =>
    inWorld(options, shell, async ({ store }) => {
      await backupStore(store, file);
      shell.out(
        options.json ? JSON.stringify({ store: store.place, backup: file }) : `${store.place} → ${file}`,
      );
      return 0;
    }),
});
