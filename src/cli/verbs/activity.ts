import type { ActivityOnDay } from "#model/activity.ts";
import { casesInWords, changeInWords, shiftInWords } from "#model/activity-in-words.ts";
import { activityOnDay } from "../../cycle/answers/activity-on-day.ts";
import { AS_OF, JSON_OUT, WATCH } from "../options.ts";
import { table } from "../table.ts";
import { defineVerb } from "../verb.ts";
import { inFilledWorld } from "../world.ts";

/** Who acts against whom, after what and how, and whether that has changed. */
export const activity = defineVerb({
  options: { ...WATCH, ...AS_OF, ...JSON_OUT },
  run: ({ options }, shell) =>
    inFilledWorld(options, shell, async (world, asOf) => {
      const known = await activityOnDay(world, asOf);
      if (options.json) shell.out(JSON.stringify(known));
      else shell.out(known === null ? "This watch follows no activity." : inWords(known));
      return 0;
    }),
});

const said = (value: string) => value.replaceAll("_", " ") || "not said";

function inWords(known: ActivityOnDay): string {
  const faces = known.faces.map((face) => {
    const rows = face.values.map(({ value, now, before, shift }) => [
      said(value),
      String(now),
      String(before),
      shift === null ? "–" : shiftInWords(shift),
    ]);
    const heading = [face.name.toLowerCase(), "now", "before", "share, in points (90 %)"];
    return `${table(heading, rows)}\n${changeInWords(face, said)}`;
  });
  return [`${known.name}: ${casesInWords(known, (day) => day)}`, ...faces].join("\n\n");
}
