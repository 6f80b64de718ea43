import type { Opinion, OpinionKind } from "#model/opinion.ts";
import { giveOpinions } from "../../../cycle/opinions/give-opinions.ts";
import { readConfig } from "../../config.ts";
import { modelOf } from "../../model.ts";
import { AS_OF, JSON_OUT, numberIn, WATCH } from "../../options.ts";
import { defineVerb, type Verb } from "../../verb.ts";
import { inWorld } from "../../world.ts";
import { opinionTable } from "./opinion-table.ts";

const MOST = 20;

function asking(kind: OpinionKind): Verb {
  return defineVerb({
    options: {
      limit: { takes: "N", summary: `ask about at most so many sentences (${MOST} unless given)` },
      patience: { takes: "SECONDS", summary: "give up on an answer after that long (60 unless given)" },
      ...WATCH,
      ...AS_OF,
      ...JSON_OUT,
    },
    run: ({ options }, shell) => {
      const model = modelOf(readConfig(shell.env), options.patience);
      const limit = numberIn("limit", options.limit ?? String(MOST), { least: 1, most: 10_000 });
      return inWorld(options, shell, async (world, asOf) => {
        const { given, before } = await giveOpinions(world, model, kind, { asOf, limit });
        for (const opinion of options.json ? given : []) shell.out(JSON.stringify(opinion));
        if (!options.json) shell.out(opinionTable(given));
        shell.err(summary(given, before, model.name));
        return 0;
      });
    },
  });
}

function summary(given: readonly Opinion[], before: number, name: string): string {
  const refused = given.filter((one) => one.refused !== null).length;
  return `${name}: ${given.length} sentences asked about, ${refused} answers refused, ${before} asked about before`;
}

/** What a model makes of sentences in which the coder found no event. */
export const sentences = asking("sentence");
/** Words in those that a dictionary may lack. */
export const dictionary = asking("dictionary");
/** What sentences of other languages say. */
export const gloss = asking("gloss");
