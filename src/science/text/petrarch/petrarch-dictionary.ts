import type { PhraseTable } from "./phrase-table.ts";

/** A code that someone has, always or for a time: days as YYYYMMDD, both within. */
export interface DatedCode {
  readonly code: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** What stands for an agent: `~GOV` goes behind the code of an actor, `NGO~` before it. */
export interface AgentCode {
  readonly code: string;
  readonly isPrefix: boolean;
}

/** One element of a pattern: a word, any of some phrases, or somebody: `$` does it, `+` is it done to, `^` is passed over, `%` are several. */
export interface PatternElement {
  readonly phrases: readonly (readonly string[])[];
  readonly role: "$" | "+" | "^" | "%" | null;
  /** Right beside the element nearer to the verb. */
  readonly isAdjacent: boolean;
}

/** What stands before a verb, the nearest first, and behind it, and the code it then has. */
export interface VerbPattern {
  readonly text: string;
  readonly before: readonly PatternElement[];
  readonly after: readonly PatternElement[];
  readonly code: EventCode | null;
}

/** The code of what the source does; with two sides also that of what the target does. */
export interface EventCode {
  readonly code: string;
  readonly reverse: string | null;
}

/** A verb with its code by itself and its patterns in the order of the file. */
export interface PetrarchVerb {
  readonly name: string;
  readonly code: EventCode | null;
  readonly patterns: readonly VerbPattern[];
}

/** How a verb's word is inflected where it was found. */
export type VerbForm = "base" | "third" | "past" | "gerund";

/** What PETRARCH's four files say, ready to code with. */
export interface PetrarchDictionary {
  readonly actors: PhraseTable<readonly DatedCode[]>;
  readonly agents: PhraseTable<AgentCode>;
  readonly verbs: PhraseTable<{ readonly verb: PetrarchVerb; readonly form: VerbForm }>;
  /** A sentence with one of these is not coded. */
  readonly discards: PhraseTable<true>;
}
