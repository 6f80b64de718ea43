import { JSON_OUT, WATCH } from "../options.ts";
import { table } from "../table.ts";
import { defineVerb } from "../verb.ts";
import { examine } from "../examine.ts";

/** What is in order here and what is not, with what to do about it. */
export const doctor = defineVerb({
  options: { ...WATCH, ...JSON_OUT },
  async run({ options }, shell) {
    const findings = await examine(options, shell);
    const rows = findings.map(({ what, isSound, found, advice }) => [
      isSound ? "ok" : "!!",
      what,
      found,
      advice,
    ]);
    shell.out(options.json ? JSON.stringify(findings) : table(["", "what", "found", "what to do"], rows));
    return findings.every(({ isSound }) => isSound) ? 0 : 1;
  },
});
