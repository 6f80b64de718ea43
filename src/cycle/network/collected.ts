import type { Reply } from "#store/index.ts";
import type { PagesRead } from "./read-pages.ts";

/** What came of one source; `waiting` when it may not be asked before `notBefore`. */
export interface Collected {
  readonly source: string;
  readonly outcome: Reply["outcome"] | "waiting";
  readonly fault?: string;
  readonly notBefore?: string;
  readonly added?: number;
  readonly corrected?: number;
  readonly duplicate?: number;
  readonly rejected?: number;
  /** Of the pages its entries lead to. */
  readonly pages?: PagesRead;
}
