import { correction, REJECTIONS, type Verdict } from "#model/review.ts";
import { reviewReport } from "../../../cycle/reports/review-report.ts";
import { WrongUse } from "../../failure.ts";
import { JSON_OUT, oneOf, WATCH } from "../../options.ts";
import type { Shell } from "../../shell.ts";
import { defineVerb } from "../../verb.ts";
import { inWorld, type WorldOptions } from "../../world.ts";

const BY = {
  by: { takes: "ROLE", summary: "who decides" },
  note: { takes: "TEXT", summary: "why" },
  ...WATCH,
  ...JSON_OUT,
} as const;

/** Enters a report into the record, as it is proposed or as the options say. */
export const accept = defineVerb({
  words: ["REPORT"],
  options: {
    stream: { takes: "NAME", summary: "the stream it belongs to, instead of the one proposed" },
    kind: { takes: "NAME", summary: "the kind it is of" },
    claim: { takes: "TEXT", summary: "what happened, in your own words" },
    date: { takes: "DAY", summary: "when it happened" },
    credibility: { takes: "1-6", summary: "how well confirmed it is (Admiralty number)" },
    root: { takes: "ROOT", summary: "what the event is by PLOVER, where it was read wrongly" },
    ...BY,
  },
  run: ({ options, words: [report = ""] }, shell) => {
    const { stream, kind, claim, date, root, credibility } = options;
    const said = {
      ...{ stream, kind, claim, root },
      ...{ validFrom: date, credibility: credibility === undefined ? undefined : Number(credibility) },
    };
    const parsed = correction.safeParse(said);
    if (!parsed.success) throw new WrongUse(parsed.error.issues[0]!.message);
    return decide(report, { verdict: "accepted", correction: parsed.data }, options, shell);
  },
});

/** Says that a report is not entered, and why. */
export const reject = defineVerb({
  words: ["REPORT"],
  options: { because: { takes: "REASON", summary: REJECTIONS.join(", ") }, ...BY },
  run: ({ options, words: [report = ""] }, shell) => {
    if (options.because === undefined) throw new WrongUse('"review reject" needs --because REASON');
    const because = oneOf("because", options.because, REJECTIONS);
    return decide(report, { verdict: "rejected", because }, options, shell);
  },
});

/** Takes back the last decision on a report, and what it entered. */
export const undo = defineVerb({
  words: ["REPORT"],
  options: BY,
  run: ({ options, words: [report = ""] }, shell) => decide(report, { verdict: "undone" }, options, shell),
});

interface Deciding extends WorldOptions {
  readonly by?: string;
  readonly note?: string;
  readonly json?: true;
}

function decide(report: string, decided: Verdict, options: Deciding, shell: Shell): Promise<number> {
  const { by, note = "" } = options;
  if (by === undefined) throw new WrongUse("a decision needs --by ROLE");
  return inWorld(options, shell, async (world) => {
    const review = await reviewReport(world, { report, decided, by, note }).catch((error: unknown) => {
      if (error instanceof RangeError) throw new WrongUse(error.message);
      throw error;
    });
    if (review === null) throw new WrongUse(`no report "${report}"; "tocsin review" lists them`);
    const { entered } = review;
    const what = entered === null ? decided.verdict : `accepted, entered as ${entered}`;
    shell.out(options.json ? JSON.stringify(review) : `${report} ${what}`);
    return 0;
  });
}
