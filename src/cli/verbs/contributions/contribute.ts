import { receiveContribution } from "../../../cycle/contributions/receive-contribution.ts";
import { JSON_OUT, WATCH } from "../../options.ts";
import { readJson } from "../../read-file.ts";
import { defineVerb } from "../../verb.ts";
import { inWorld } from "../../world.ts";

/** Hands in contributions as JSON, one or a list of them, from a file or, with `-`, from stdin. They stay in quarantine. */
export const contribute = defineVerb({
  words: ["FILE.json"],
  options: { ...WATCH, ...JSON_OUT },
  run: ({ options, words: [file = "-"] }, shell) =>
    inWorld(options, shell, async (world) => {
      const given = readJson(file);
      let isAllKept = true;
      for (const one of Array.isArray(given) ? (given as unknown[]) : [given]) {
        const received = await receiveContribution(world, one);
        if ("id" in received) {
          const { id } = received;
          shell.out(options.json ? JSON.stringify({ id }) : `${id}: in quarantine until it is vetted`);
        } else {
          shell.err(`${file}: ${received.because}`);
          isAllKept = false;
        }
      }
      return isAllKept ? 0 : 1;
    }),
});
