import type { VerdictGiven } from "#model/review.ts";

/** What a key, or the button that names it, decides. */
export type Decision = VerdictGiven;

export interface KeyedDecision {
  readonly key: string;
  readonly name: string;
  readonly decision: Decision;
}

/** One key each, on the report that has the focus. */
export const DECISIONS: readonly KeyedDecision[] = [
  { key: "a", name: "Accept", decision: { verdict: "accepted" } },
  { key: "m", name: "Misread", decision: { verdict: "rejected", because: "misread" } },
  { key: "s", name: "Off the subject", decision: { verdict: "rejected", because: "off-subject" } },
  { key: "r", name: "Refuted", decision: { verdict: "rejected", because: "refuted" } },
  { key: "d", name: "Known already", decision: { verdict: "rejected", because: "known-already" } },
];

/** What was decided, in words. */
export function decidedWords(decision: Decision): string {
  if (decision.verdict === "undone") return "taken back";
  if (decision.verdict === "accepted") return "accepted";
  return {
    misread: "misread",
    "off-subject": "off the subject",
    refuted: "refuted",
    "known-already": "known already",
  }[decision.because];
}
