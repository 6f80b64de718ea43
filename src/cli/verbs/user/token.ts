import { later } from "#model/moment.ts";
import { digestOf, secretFrom } from "#access/index.ts";
import { accountNamed, addAccessToken, appendAccess, revokeAccessToken } from "#store/index.ts";
import { WrongUse } from "../../failure.ts";
import { JSON_OUT, numberIn, WATCH } from "../../options.ts";
import { defineVerb } from "../../verb.ts";
import { inWorld } from "../../world.ts";
import { noAccount } from "./no-account.ts";

const NAME = {
  name: { takes: "LABEL", summary: "what the token is for, such as the program that shows it" },
};
const DAY_MS = 86_400_000;

/** Makes a token; only its hash is kept. */
export const token = defineVerb({
  words: ["NAME"],
  options: {
    ...NAME,
    expires: { takes: "DAYS", summary: "after so many days it holds no more (until revoked unless given)" },
    ...WATCH,
    ...JSON_OUT,
  },
  run({ words, options }, shell) {
    const [account, label, madeAt] = [words[0]!, labelIn(options.name), shell.now()];
    const days =
      options.expires === undefined ? null : numberIn("expires", options.expires, { least: 1, most: 3660 });
    const expiresAt = days === null ? null : later(madeAt, days * DAY_MS);
    return inWorld(options, shell, async ({ store }) => {
      if ((await accountNamed(store, account)) === null) noAccount(account);
      const secret = secretFrom(shell.random);
      const kept = { digest: digestOf(secret), account, label, madeAt, expiresAt };
      if (!(await addAccessToken(store, kept)))
        throw new WrongUse(`"${account}" has a token "${label}" already; revoke it, or choose another name`);
      await appendAccess(store, { at: madeAt, account, act: "was given a token", about: label });
      shell.out(options.json ? JSON.stringify({ token: secret, account, label, expiresAt }) : secret);
      if (!options.json) shell.err("it is shown this once; only its hash is kept");
      return 0;
    });
  },
});

/** Ends a token at once. */
export const revoke = defineVerb({
  words: ["NAME"],
  options: { ...NAME, ...WATCH },
  run({ words, options }, shell) {
    const [account, label] = [words[0]!, labelIn(options.name)];
    return inWorld(options, shell, async ({ store }) => {
      if (!(await revokeAccessToken(store, account, label)))
        throw new WrongUse(`"${account}" has no token "${label}"; "tocsin user list" lists them`);
      await appendAccess(store, { at: shell.now(), account, act: "had a token revoked", about: label });
      shell.out(`${account}: the token "${label}" is revoked`);
      return 0;
    });
  },
});

function labelIn(label: string | undefined): string {
  if (label !== undefined) return label;
  throw new WrongUse('a token needs its name; "--name feed-reader" would be right');
}
