import { accessTokens, accounts } from "#store/index.ts";
import { JSON_OUT, WATCH } from "../../options.ts";
import { table } from "../../table.ts";
import { defineVerb } from "../../verb.ts";
import { inWorld } from "../../world.ts";

/** Every account with its tokens, never with what opens them. */
export const list = defineVerb({
  options: { ...WATCH, ...JSON_OUT },
  run: ({ options }, shell) =>
    inWorld(options, shell, async ({ store }) => {
      const tokens = await accessTokens(store);
      const told = (await accounts(store)).map(({ name, role, ceiling, addedAt }) => ({
        ...{ name, role, ceiling, addedAt },
        tokens: tokens
          .filter(({ account }) => account === name)
          .map(({ label, madeAt, expiresAt }) => ({ label, madeAt, expiresAt })),
      }));
      const rows = told.map(({ name, role, ceiling, addedAt, tokens: own }) => [
        ...[name, role, ceiling, addedAt.slice(0, 10)],
        own.map(({ label, expiresAt }) => `${label}${until(expiresAt)}`).join(", "),
      ]);
      shell.out(
        options.json
          ? JSON.stringify(told)
          : table(["account", "role", "shown up to", "added", "tokens"], rows),
      );
      return 0;
    }),
});

function until(expiresAt: string | null): string {
  return expiresAt === null ? "" : ` (until ${expiresAt.slice(0, 10)})`;
}
