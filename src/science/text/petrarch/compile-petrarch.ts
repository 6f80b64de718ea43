import { linesOf, parseActors, wordsIn } from "./parse-actors.ts";
import { parseAgents } from "./parse-agents.ts";
import { parseVerbs } from "./parse-verbs.ts";
import type { PetrarchDictionary } from "./petrarch-dictionary.ts";
import { phraseTable } from "./phrase-table.ts";

/** The text of PETRARCH's four kinds of files. */
export interface PetrarchTexts {
  readonly actors: string;
  readonly agents: string;
  readonly verbs: string;
  readonly discards: string;
}

/** Compiles PETRARCH's dictionaries; irregular verbs (past, participle by base) are the caller's. */
export const compilePetrarch = (
  { actors, agents, verbs, discards }: PetrarchTexts,
  irregular: ReadonlyMap<string, readonly [string, string]>,
): PetrarchDictionary => ({
  actors: parseActors(actors),
  agents: parseAgents(agents),
  verbs: parseVerbs(verbs, irregular),
  discards: phraseTable(linesOf(discards).map((line) => [wordsIn(line), true as const])),
});
