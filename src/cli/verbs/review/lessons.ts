import { lessonsOf } from "../../../cycle/reports/lessons.ts";
import { JSON_OUT, WATCH } from "../../options.ts";
import { table } from "../../table.ts";
import { defineVerb } from "../../verb.ts";
import { inWorld } from "../../world.ts";

/** How each rule of the coder fared under review, the worst first. */
export const lessons = defineVerb({
  options: { ...WATCH, ...JSON_OUT },
  run: ({ options }, shell) =>
    inWorld(options, shell, async (world) => {
      const found = await lessonsOf(world);
      if (options.json) {
        for (const lesson of found) shell.out(JSON.stringify(lesson));
        return 0;
      }
      const rows = found.map(({ rule, accepted, corrected, misread, instead }) => [
        ...[rule, String(accepted), String(corrected), String(misread)],
        Object.entries(instead)
          .map(([root, times]) => `${root} ${times}`)
          .join(", "),
      ]);
      shell.out(table(["rule", "accepted", "corrected", "misread", "was instead"], rows));
      return 0;
    }),
});
