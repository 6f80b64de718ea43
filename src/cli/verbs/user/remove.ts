import { appendAccess, removeAccount } from "#store/index.ts";
import { WATCH } from "../../options.ts";
import { defineVerb } from "../../verb.ts";
import { inWorld } from "../../world.ts";
import { noAccount } from "./no-account.ts";

/** Removes an account; the record keeps what it decided. */
export const remove = defineVerb({
  words: ["NAME"],
  options: WATCH,
  run: ({ words, options }, shell) =>
    inWorld(options, shell, async ({ store }) => {
      const name = words[0]!;
      if (!(await removeAccount(store, name))) noAccount(name);
      await appendAccess(store, { at: shell.now(), account: name, act: "was removed", about: "" });
      shell.out(`${name}: removed`);
      return 0;
    }),
});
