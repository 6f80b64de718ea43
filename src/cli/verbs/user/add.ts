import { appendAccess, addAccount } from "#store/index.ts";
import { WrongUse } from "../../failure.ts";
import { JSON_OUT, WATCH } from "../../options.ts";
import { defineVerb } from "../../verb.ts";
import { inWorld } from "../../world.ts";
import { accountInWords, accountNameIn, askedPassword, CEILING, ROLE, roleIn, shownUpTo } from "./asked.ts";

/** Adds an account to the store of a watch. */
export const add = defineVerb({
  words: ["NAME"],
  options: { ...ROLE, ...CEILING, ...WATCH, ...JSON_OUT },
  run({ words, options }, shell) {
    if (options.role === undefined)
      throw new WrongUse('an account needs its role; "--role analyst" would be right');
    const name = accountNameIn(words[0]!);
    const account = { name, role: roleIn(options.role), ceiling: shownUpTo(options.ceiling ?? "clear") };
    return inWorld(options, shell, async ({ store }) => {
      const [password, at] = [await askedPassword(name, shell), shell.now()];
      if (!(await addAccount(store, { ...account, password, addedAt: at })))
        throw new WrongUse(`there is an account "${name}" already; "tocsin user change" changes it`);
      const about = `${account.role}, shown up to ${account.ceiling}`;
      await appendAccess(store, { at, account: name, act: "was added", about });
      shell.out(options.json ? JSON.stringify(account) : accountInWords(account));
      return 0;
    });
  },
});
