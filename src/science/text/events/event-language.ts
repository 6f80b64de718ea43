import type { PlaceFinder } from "./circumstance/event-place.ts";
import type { ClassTable } from "./classes.ts";
import type { ActorEntry, Dictionary } from "./dictionary.ts";
import type { Lexicon, Match } from "./lexicon.ts";
import type { Mention } from "./mention.ts";
import type { Filled, Roles } from "./roles.ts";
import type { RuleIndex } from "./rules.ts";
import type { Scan, Tokens } from "./token.ts";
import type { Trigger } from "./trigger.ts";
import type { VerbReading } from "./verb-reading.ts";

/** What a language brings beside its words: how its text is parted and how its roles are marked. */
export interface Grammar {
  readonly language: string;
  readonly scan: Scan;
  /** Which of the phrases found are words, where nothing parts words in writing; left out, all are. */
  readonly choose?: (matches: readonly Match[]) => Match[];
  /** Words that may part from their verb over its object ("hand a suspect over"); left out, verbs do not part. */
  readonly particles?: ReadonlySet<string>;
  /** Tokens that may lie between two elements of a pattern; 6 unless told. */
  readonly gap?: number;
  /** Whether of two nouns in a row the first is the head, as in "батареи ПВО". */
  readonly headsPrecede?: boolean;
  readonly verbForms: (dictionary: Dictionary) => (verb: string) => readonly { text: string; form: number }[];
  readonly nounForms: (word: string) => readonly { text: string; form: number }[];
  /** An actor's name in all its cases, where the language has them; left out, names stand as they are written. */
  readonly nameForms?: (name: string, attributive: boolean) => readonly { text: string; form: number }[];
  /** Reads the word at a token as a verb, or refuses it (null) where it must be something else. */
  readonly readVerb: (sentence: Sentence, at: number, to: number, form: number) => VerbReading | null;
  /** Whether a form of a verb stands as a noun there ("the freezing of assets"); left out, none does. */
  readonly readsAsDeed?: (sentence: Sentence, at: number, to: number, form: number) => boolean;
  /** Whether the word at a token may be a noun there. */
  readonly readsAsNoun: (sentence: Sentence, at: number, to: number) => boolean;
  /** Whether a noun before an active verb may be its object; left out, objects follow. */
  readonly leads?: (sentence: Sentence, noun: number) => boolean;
  /** Whether a clause ends at a token, so that no pattern reaches over it. */
  readonly closesClause: (sentence: Sentence, at: number) => boolean;
  /** Where the noun stands that carries a clause of its own before a verb ("the decision to"), -1 where there is none; left out, clauses do not nest. */
  readonly nestedBefore?: (sentence: ReadSentence, trigger: Trigger) => number;
  /** Who is named at the sentence's end as telling all of it; left out, nobody is looked for. */
  readonly tellerAtEnd?: (sentence: ReadSentence) => Mention | undefined;
  /** Whom the teller at the sentence's end tells it; left out, nobody is looked for. */
  readonly toldAtEnd?: (sentence: ReadSentence, teller: Mention) => Mention | undefined;
  /** Whether a verb within another one's clause tells an event of its own all the same (", accusing it of"); left out, none does. */
  readonly addsEvent?: (sentence: ReadSentence, trigger: Trigger) => boolean;
  /** Whether what a trigger tells was given for nothing; left out, the patterns say so. */
  readonly isGift?: (sentence: ReadSentence, trigger: Trigger) => boolean;
  readonly findMentions: (sentence: Sentence) => Mention[];
  /** The number of the aside each token lies in, 0 outside, null where there are none; left out, none is looked for. */
  readonly findAsides?: (sentence: Sentence) => readonly number[] | null;
  readonly fillRoles: (sentence: ReadSentence, trigger: Trigger, previous: Filled | null) => Roles;
}

/** What "handed over" is when "over" stands behind its object. */
export interface PartedVerb {
  readonly class: number;
  readonly form: number;
}

/** A language ready to code with. */
export interface EventLanguage {
  readonly grammar: Grammar;
  readonly version: string;
  readonly classes: ClassTable;
  readonly lexicon: Lexicon;
  /** Verbs that may part around their object, by their particle and then by the forms of their first word. */
  readonly parted: ReadonlyMap<string, ReadonlyMap<string, readonly PartedVerb[]>>;
  readonly rules: RuleIndex;
  readonly actors: readonly ActorEntry[];
  /** Sector of each agent class id. */
  readonly sectors: readonly string[];
  readonly bases: Bases;
  /** Null where no places were given. */
  readonly places: PlaceFinder | null;
}

/** Where each kind of class begins in the numbering: actors come last, one class each (twice: as noun, as adjective). */
export interface Bases {
  readonly verb: number;
  readonly noun: number;
  readonly agent: number;
  readonly word: number;
  readonly context: number;
  readonly actor: number;
}

/** A sentence with what the automaton found in it. */
export interface Sentence {
  readonly language: EventLanguage;
  readonly tokens: Tokens;
  /** Bits of the closed classes of each token; the bits of a phrase are on each of its tokens. */
  readonly grammar: readonly number[];
  /** Verbs, nouns and words of patterns that begin at a token, the longest first. */
  readonly lexical: readonly (readonly Match[] | undefined)[];
  /** Actors and agents that begin at a token, the longest first. */
  readonly named: readonly (readonly Match[] | undefined)[];
  readonly contexts: readonly number[];
  /** A bit for every class of words that stands somewhere in it: see `isPresent`. */
  readonly present: readonly number[];
  /** The number of the aside each token lies in, 0 outside; null where there are none. */
  readonly asideAt: readonly number[] | null;
}

/** A sentence whose actors were found. */
export interface ReadSentence extends Sentence {
  readonly mentions: readonly Mention[];
  /** The number of the mention that covers each token, or -1. */
  readonly mentionAt: readonly number[];
}
