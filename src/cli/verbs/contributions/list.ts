import { contributions } from "#store/index.ts";
import { JSON_OUT, WATCH } from "../../options.ts";
import { table } from "../../table.ts";
import { defineVerb } from "../../verb.ts";
import { inWorld } from "../../world.ts";

/** What outsiders handed in, and what was decided on it. */
export const list = defineVerb({
  options: { decided: { summary: "only those that were decided on" }, ...WATCH, ...JSON_OUT },
  run: ({ options }, shell) =>
    inWorld(options, shell, async ({ store }) => {
      const all = await contributions(store);
      const recorded = options.decided ? all.filter(({ vetting }) => vetting !== null) : all;
      const rows = recorded.map(({ id, contribution, receivedAt, vetting }) => [
        ...[id.slice(0, 12), receivedAt, contribution.contributor, contribution.marking],
        ...[vetting?.decision ?? "in quarantine", contribution.title.slice(0, 60)],
      ]);
      const heading = ["id", "received", "contributor", "marking", "decision", "title"];
      shell.out(options.json ? JSON.stringify(recorded) : table(heading, rows));
      return 0;
    }),
});
