import type { ContributedEntry, CONTRIBUTION_REJECTIONS, Vetting } from "#model/contribution.ts";

type Because = (typeof CONTRIBUTION_REJECTIONS)[number];

/** What is decided on a contribution, as it is sent. */
export type VettingDecision =
  | { readonly decision: "accepted" }
  | { readonly decision: "entered"; readonly entry: ContributedEntry }
  | { readonly decision: "rejected"; readonly because: Because }
  | { readonly decision: "undone" };

/** One key each, on the contribution that has the focus. */
export const VETTING_KEYS: readonly {
  readonly key: string;
  readonly name: string;
  readonly because: Because;
}[] = [
  { key: "n", name: "Nothing bears it out", because: "unsupported" },
  { key: "s", name: "Off the subject", because: "off-subject" },
  { key: "r", name: "Refuted", because: "refuted" },
  { key: "d", name: "Known already", because: "known-already" },
  { key: "x", name: "Abuse", because: "abuse" },
];

/** What was decided, in words. */
export function vettedWords({ decision, because }: Pick<Vetting, "decision" | "because">): string {
  if (decision === "undone") return "taken back";
  if (decision === "entered") return "entered into the record";
  if (decision === "accepted") return "accepted as a document to be read";
  return VETTING_KEYS.find((one) => one.because === because)?.name.toLowerCase() ?? "rejected";
}
