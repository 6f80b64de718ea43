import type { Corroboration } from "#science/text/index.ts";
import type { ClaimEvidence } from "./credibility.ts";

/**
 * What a story's trees say for its claim: each counts once, by the article on top; those of interested parties are
 * counted apart. What contradicts it, and how it goes with what is established, is said by whoever grades it.
 */
export function evidenceOfStory(
  { trees }: Corroboration,
  isInterested: (article: number) => boolean,
  beside: Pick<ClaimEvidence, "contradicting" | "isFirstHand" | "consistency">,
): ClaimEvidence {
  const interested = trees.filter(({ article }) => isInterested(article)).length;
  return { ...beside, independent: trees.length - interested, interested };
}
