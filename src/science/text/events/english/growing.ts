import type { GrowingMention } from "../growing-mention.ts";

/** A mention while it grows. */
export interface Growing extends GrowingMention {
  hasAgent: boolean;
  isName: boolean;
  attributive: boolean;
  /** What comes next belongs to it: "Taiwan's". */
  isOwned: boolean;
}

/** Nothing yet, from a token on. */
export const nothing = (at: number): Growing => ({
  from: at,
  to: at,
  actor: -1,
  country: null,
  sector: null,
  hasAgent: false,
  isName: false,
  attributive: false,
  isOwned: false,
});
