import type { Day } from "#model/day.ts";
import type { Sentence } from "#model/brief.ts";

/** One paragraph of the wider picture, with the names and days that it has from the watch and not from an observation. */
export interface Told {
  readonly sentences: readonly Sentence[];
  readonly names: readonly string[];
  readonly days: readonly Day[];
}

export const NOTHING_TOLD: Told = { sentences: [], names: [], days: [] };
