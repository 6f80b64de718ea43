import type { ExchangedFacts } from "./exchanged-facts.ts";
import type { TextOverlap } from "./text-overlap.ts";

/** Above this share of the shorter text the rest may be anything. */
export const WHOLE = 0.75;
/** What is left of a copy that was cut, edited and padded. */
const PART = 0.3;
/** Still enough where figures and names agree; below it, shared passages are quotations. */
export const LITTLE = 0.25;
const AGREEING_FACTS = 4;
/** A follow-up repeats the background of a story, a copy its beginning. */
const LEAD = 0.4;
const FEWEST_SHINGLES = 8;
/** With less than this of the text, and of the beginning, a copy still has one of the figures. */
const MOST = 0.6;
const SAME_LEAD = 0.65;

/** Whether enough of one text stands in the other, at its beginning too, for it to be worth a closer look. */
export function sharesAsCopy({ contained, shingles, lead }: TextOverlap, least: number): boolean {
  if (contained >= Math.max(WHOLE, least)) return true;
  return shingles >= FEWEST_SHINGLES && contained >= least && lead >= LEAD;
}

/** Whether the facts allow that one text was derived from the other. */
export function factsAgree({ contained, lead }: TextOverlap, facts: ExchangedFacts): boolean {
  if (isOtherFillingOfOneForm(facts)) return false;
  if (contained < MOST && lead < SAME_LEAD && facts.sameNumbers === 0) return false;
  const changed = facts.changedNumbers + facts.changedNames;
  return contained >= PART || facts.sameNumbers + facts.sameNames - changed >= AGREEING_FACTS;
}

/** The same form with other figures and names in it: a yearly report, a release about the next launch. */
function isOtherFillingOfOneForm(facts: ExchangedFacts): boolean {
  const { changedNumbers, changedNames, sameNumbers, sameNames } = facts;
  const changed = changedNumbers + changedNames;
  return changedNumbers > sameNumbers || (changed >= 3 && changed > sameNumbers + sameNames);
}
