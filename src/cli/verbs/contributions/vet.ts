import { contributedEntry, CONTRIBUTION_REJECTIONS, VETTINGS } from "#model/contribution.ts";
import { type VettingGiven, vetContribution } from "../../../cycle/contributions/vet-contribution.ts";
import { WrongUse } from "../../failure.ts";
import { JSON_OUT, oneOf, WATCH } from "../../options.ts";
import { defineVerb } from "../../verb.ts";
import { inWorld } from "../../world.ts";

/** Decides on a contribution: a document, an entry of the record, or nothing of either; it can be decided anew. */
export const vet = defineVerb({
  words: ["ID"],
  options: {
    decision: { takes: "WORD", summary: VETTINGS.join(", ") },
    accept: { summary: "enter it into the record, with --stream and --kind: --decision entered" },
    reject: { takes: "REASON", summary: CONTRIBUTION_REJECTIONS.join(", ") },
    undo: { summary: "take back the last decision, and what it entered" },
    stream: { takes: "NAME", summary: "the stream it is entered in" },
    kind: { takes: "NAME", summary: "the kind it is of" },
    claim: { takes: "TEXT", summary: "what happened, in your own words" },
    date: { takes: "DAY", summary: "when it happened" },
    credibility: { takes: "1-6", summary: "how well confirmed it is (Admiralty number; 6 unless given)" },
    by: { takes: "NAME", summary: "who decides" },
    note: { takes: "TEXT", summary: "why" },
    ...WATCH,
    ...JSON_OUT,
  },
  run: async ({ options, words: [id = ""] }, shell) => {
    const { by, note = "" } = options;
    const decided = decidedIn(options);
    if (by === undefined) throw new WrongUse("a decision needs --by ROLE");
    return inWorld(options, shell, async (world) => {
      const vetted = await vetContribution(world, id, { ...decided, by, note });
      if (vetted === null) throw new WrongUse(`"${id}" is the beginning of no contribution, or of several`);
      const observation = vetted.vetting?.observation;
      const what = observation === undefined ? decided.decision : `entered as ${observation}`;
      shell.out(options.json ? JSON.stringify(vetted) : `${vetted.id}: ${what}`);
      return 0;
    });
  },
});

interface Deciding {
  readonly decision?: string;
  readonly accept?: true;
  readonly reject?: string;
  readonly undo?: true;
  readonly stream?: string;
  readonly kind?: string;
  readonly claim?: string;
  readonly date?: string;
  readonly credibility?: string;
}

function decidedIn(options: Deciding): Omit<VettingGiven, "by" | "note"> {
  const { decision, accept, reject, undo } = options;
  const said = [decision, accept, reject, undo].filter((one) => one !== undefined);
  if (said.length !== 1)
    throw new WrongUse("say one of --accept, --reject REASON, --undo and --decision WORD");
  if (undo) return { decision: "undone" };
  if (reject !== undefined) {
    return { decision: "rejected", because: oneOf("reject", reject, CONTRIBUTION_REJECTIONS) };
  }
  const word = accept ? "entered" : oneOf("decision", decision!, VETTINGS);
  return word === "entered" ? { decision: word, entry: entryIn(options) } : { decision: word };
}

function entryIn({ stream, kind, claim, date, credibility }: Deciding) {
  if (stream === undefined || kind === undefined) throw new WrongUse("an entry needs --stream and --kind");
  const parsed = contributedEntry.safeParse({
    ...{ stream, kind, claim, validFrom: date },
    credibility: credibility === undefined ? undefined : Number(credibility),
  });
  if (parsed.success) return parsed.data;
  throw new WrongUse(parsed.error.issues[0]!.message);
}
