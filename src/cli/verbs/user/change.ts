import { accountNamed, appendAccess, changeAccount } from "#store/index.ts";
import { WrongUse } from "../../failure.ts";
import { JSON_OUT, WATCH } from "../../options.ts";
import { defineVerb } from "../../verb.ts";
import { inWorld } from "../../world.ts";
import { accountInWords, CEILING, ROLE, roleIn, shownUpTo } from "./asked.ts";
import { noAccount } from "./no-account.ts";

/** Says anew what an account may; it holds from its next question on. */
export const change = defineVerb({
  words: ["NAME"],
  options: { ...ROLE, ...CEILING, ...WATCH, ...JSON_OUT },
  run({ words, options }, shell) {
    const name = words[0]!;
    if (options.role === undefined && options.ceiling === undefined)
      throw new WrongUse("nothing is said to change; --role or --ceiling would be right");
    const role = options.role === undefined ? undefined : roleIn(options.role);
    const ceiling = options.ceiling === undefined ? undefined : shownUpTo(options.ceiling);
    return inWorld(options, shell, async ({ store }) => {
      const before = (await accountNamed(store, name)) ?? noAccount(name);
      const account = { name, role: role ?? before.role, ceiling: ceiling ?? before.ceiling };
      await changeAccount(store, account);
      const about = `${account.role}, shown up to ${account.ceiling}`;
      await appendAccess(store, { at: shell.now(), account: name, act: "was changed", about });
      shell.out(options.json ? JSON.stringify(account) : accountInWords(account));
      return 0;
    });
  },
});
