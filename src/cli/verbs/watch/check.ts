import { InputError } from "#model/input-error.ts";
import { checkWatchAndRecord } from "../../../cycle/check-watch.ts";
import { JSON_OUT } from "../../options.ts";
import { defineVerb } from "../../verb.ts";

/** Everything that is wrong with a watch, or how much is in it. */
export const check = defineVerb({
  words: ["DIR"],
  options: JSON_OUT,
  async run({ options, words: [dir = ""] }, shell) {
    const { issues, counts, unobserved } = checkWatchAndRecord(dir);
    if (options.json) shell.out(JSON.stringify({ issues, counts, unobserved }));
    if (issues.length > 0) throw new InputError(issues);
    if (options.json) return 0;
    shell.out(
      `${dir}: ${Object.entries(counts)
        .map(([noun, n]) => `${n} ${noun}`)
        .join(", ")}`,
    );
    for (const { indicator, streams } of unobserved) {
      shell.out(
        `${indicator} reads ${streams.join(", ")}, which no record file covers: unknown until collected`,
      );
    }
    return 0;
  },
});
