import type { InputIssue } from "#model/input-error.ts";
import type { Threats } from "#model/threat.ts";
import { itemsOf, type Located } from "./located.ts";
import { twinIssues, unknownIssues } from "./names.ts";

/** Threats or safeguards named twice, and safeguards that are not listed. */
export function threatIssues({ value, place }: Located<Threats>): InputIssue[] {
  const safeguards = itemsOf({ value: value.safeguards, place: (path) => place(["safeguards", ...path]) });
  const threats = itemsOf({ value: value.threats, place: (path) => place(["threats", ...path]) });
  const mentions = threats.flatMap((threat) =>
    threat.value.safeguards.map((word, i) => ({ word, place: threat.place(["safeguards", i]) })),
  );
  return [
    ...twinIssues(safeguards),
    ...twinIssues(threats),
    ...unknownIssues(mentions, safeguards, "a safeguard above"),
  ];
}
