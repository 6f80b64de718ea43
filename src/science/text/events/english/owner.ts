import { BIT } from "../classes.ts";
import type { ReadSentence } from "../event-language.ts";
import type { Mention } from "../mention.ts";

/** What an owner announces, decides or plans is the owner's too: "Britain's announcement of fresh sanctions". */
const CARRIERS =
  /^(?:announcement|decision|move|imposition|adoption|approval|introduction|campaign|wave|round|series|package|declaration|use|act)s?$/;

/** Who stands before a noun as its owner or adjective: "Russia's", "Russian", "US". */
export function ownerOf({ mentions, tokens, grammar }: ReadSentence, at: number): Mention | undefined {
  const of = [at - 1, at - 2, at - 3].find((one) => one > 0 && grammar[one]! & BIT.of);
  if (of !== undefined && CARRIERS.test(tokens.lower[of - 1]!)) {
    return mentions.findLast(
      ({ to, isOwner, isAttributive }) => to < of && of - to <= 4 && (isOwner || isAttributive),
    );
  }
  return mentions.findLast(
    ({ from, to, isOwner, isAttributive, preposition }) =>
      to <= at &&
      at - from <= 8 &&
      at - to <= 3 &&
      (isOwner || isAttributive || (preposition === 0 && at - to <= 1)),
  );
}
