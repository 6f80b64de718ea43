import { VETTINGS } from "#model/contribution.ts";
import { vetContribution } from "../../../cycle/vet-contribution.ts";
import { WrongUse } from "../../failure.ts";
import { JSON_OUT, oneOf, WATCH } from "../../options.ts";
import { defineVerb } from "../../verb.ts";
import { inWorld } from "../../world.ts";

/** Accepts a contribution, which makes a document of it, or rejects it; it can be decided anew. */
export const vet = defineVerb({
  words: ["ID"],
  options: {
    decision: { takes: "WORD", summary: VETTINGS.join(" or ") },
    by: { takes: "NAME", summary: "who decides" },
    note: { takes: "TEXT", summary: "why" },
    ...WATCH,
    ...JSON_OUT,
  },
  run: ({ options, words: [id = ""] }, shell) => {
    const { decision, by, note = "" } = options;
    if (decision === undefined || by === undefined) throw new WrongUse("--decision and --by are needed");
    const decided = { decision: oneOf("decision", decision, VETTINGS), by, note };
    return inWorld(options, shell, async (world) => {
      const vetted = await vetContribution(world, id, decided);
      if (vetted === null) throw new WrongUse(`"${id}" is the beginning of no contribution, or of several`);
      shell.out(options.json ? JSON.stringify(vetted) : `${vetted.id}: ${decided.decision}`);
      return 0;
    });
  },
});
