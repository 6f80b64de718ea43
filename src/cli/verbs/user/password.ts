import { accountNamed, appendAccess, changePassword } from "#store/index.ts";
import { WATCH } from "../../options.ts";
import { defineVerb } from "../../verb.ts";
import { inWorld } from "../../world.ts";
import { askedPassword } from "./asked.ts";
import { noAccount } from "./no-account.ts";

/** Gives an account another password; whoever was signed in as it is no more. */
export const password = defineVerb({
  words: ["NAME"],
  options: WATCH,
  run: ({ words, options }, shell) =>
    inWorld(options, shell, async ({ store }) => {
      const name = words[0]!;
      if ((await accountNamed(store, name)) === null) noAccount(name);
      await changePassword(store, name, await askedPassword(name, shell));
      await appendAccess(store, { at: shell.now(), account: name, act: "was given a password", about: "" });
      shell.out(`${name}: the password is changed, and all its sessions are ended`);
      return 0;
    }),
});
