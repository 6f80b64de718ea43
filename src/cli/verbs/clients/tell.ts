import { concludeDay } from "../../../cycle/cycle.ts";
import { CLIENTS, JSON_OUT, WATCH } from "../../options.ts";
import { defineVerb } from "../../verb.ts";
import { inFilledWorld, tellNotices, today } from "../../world.ts";
import { tellerOf } from "./teller-of.ts";

/** Judges today and tells clients what of it they do not know yet; 3 where something could not be told. */
export const tell = defineVerb({
  options: { ...CLIENTS, ...WATCH, ...JSON_OUT },
  run: ({ options }, shell) =>
    inFilledWorld(options, shell, async (world) => {
      tellerOf(world, "clients tell");
      const { notices } = await concludeDay(world, today(shell));
      tellNotices(notices, shell);
      if (options.json) shell.out(JSON.stringify(notices));
      else if (notices.length === 0) shell.out("nothing that a client does not know yet");
      return notices.every(({ outcome }) => outcome === "told") ? 0 : 3;
    }),
});
