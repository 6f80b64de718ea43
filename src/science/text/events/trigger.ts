import type { Rule } from "./rules.ts";
import type { VerbReading } from "./verb-reading.ts";

/** A rule that matched: its first word, and where its last one ends. */
export interface Trigger {
  readonly rule: Rule;
  readonly from: number;
  /** End of the first word or phrase (exclusive). */
  readonly head: number;
  /** End of the last element (exclusive). */
  readonly to: number;
  /** Where a passive verb's own noun stands before it, -1 otherwise. */
  readonly noun: number;
  /** Null for nominal events. */
  readonly verb: VerbReading | null;
  /** The best general rule, where this one needs two countries and may not find them. */
  readonly instead?: Trigger | undefined;
}
