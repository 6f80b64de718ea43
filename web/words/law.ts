import type { LawReply } from "../../src/api/contract.ts";
import type { Day } from "#model/day.ts";
import type { LegalForce, LegalMove, LegalThread, LegalVote } from "#model/law.ts";

export type Law = NonNullable<LawReply["law"]>;

const STEP_WORDS: Partial<Record<LegalMove["step"], string>> = {
  "in-force": "in force",
  "under-way": "under way",
  left: "left by a party",
  backed: "backed in committee",
  told: "no change",
};

/** What an observation did to its instrument, or how that stands, as words. */
export function stepWords(step: LegalMove["step"]): string {
  return STEP_WORDS[step] ?? step;
}

/** Whom each kind of instrument binds. */
export const FORCE_WORDS: Readonly<Record<LegalForce, string>> = {
  binding: "binds its parties",
  towards: "towards a binding text",
  domestic: "binds at home",
  none: "binds nobody",
};

/** A stretch of time in which an instrument was in one condition. */
export interface Stretch {
  readonly from: Day;
  readonly to: Day;
  readonly is: "standing" | "attempted" | "weakened";
}

/** The stretches of an instrument up to a day: there are none while it is only talked of, and none once it is over. */
export function stretchesOf({ moves }: LegalThread, asOf: Day): Stretch[] {
  let is: Stretch["is"] | null = null;
  return moves.flatMap(({ on: from, step }, i): Stretch[] => {
    is = conditionAfter(is, step);
    const to = moves[i + 1]?.on ?? asOf;
    return is === null || from >= to ? [] : [{ from, to, is }];
  });
}

function conditionAfter(before: Stretch["is"] | null, step: LegalMove["step"]): Stretch["is"] | null {
  switch (step) {
    case "told":
      return before;
    case "adopted":
    case "in-force":
      return "standing";
    case "suspended":
      return "weakened";
    case "left":
      return before ?? "weakened";
    case "ended":
    case "failed":
      return null;
    default:
      return "attempted";
  }
}

/** Votes by whose states their texts name, in the order: one side alone, the other, both, neither. */
export function votesBySide({
  votes,
  sides: [a, b],
}: Law): { readonly side: string; readonly votes: LegalVote[] }[] {
  const groups = Map.groupBy(votes, ({ sides }) => (sides.length === 2 ? "both" : (sides[0] ?? "neither")));
  return [a, b, "both", "neither"].flatMap((side) => {
    const own = groups.get(side);
    return own ? [{ side, votes: own }] : [];
  });
}
