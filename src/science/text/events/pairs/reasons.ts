import type { Reason } from "../modality.ts";

/** Reasons as features number them. */
export const REASONS: readonly Reason[] = [
  "empty",
  "no-actor",
  "one-actor",
  "no-event-word",
  "negated",
  "hypothetical",
  "no-source",
  "no-target",
  "same-actor",
  "statement-only",
  "sport",
  "background",
  "unknown-language",
];
