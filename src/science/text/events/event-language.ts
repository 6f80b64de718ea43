import { compilePlaces, type PlaceEntry, type PlaceFinder } from "./circumstance/event-place.ts";
import { GRAMMAR, numberClasses, type ClassTable } from "./classes.ts";
import type { ActorEntry, Dictionary } from "./dictionary.ts";
import { compileLexicon, type LexicalEntry, type Lexicon, type Match } from "./lexicon.ts";
import type { Mention } from "./mention.ts";
import { classNamesOf, compileRules, elementsOf, type RuleIndex } from "./rules.ts";
import type { ReadSentence, Sentence } from "./sentence.ts";
import type { Scan } from "./token.ts";
import type { Trigger } from "./trigger.ts";

/** Who did it, and to whom. */
export interface Roles {
  readonly sources: readonly Mention[];
  readonly targets: readonly Mention[];
  /** How the source was found, for the rule that is told with the event. */
  readonly voice: "active" | "passive" | "nominal" | "mutual";
}

/** A trigger with its roles; later ones share its subject. */
export interface Filled {
  readonly trigger: Trigger;
  readonly roles: Roles;
}

/** How a verb stands in its sentence. */
export interface VerbReading {
  readonly passive: boolean;
  readonly negated: boolean;
  /** A plain past: what was not done is no refusal. */
  readonly isPast?: boolean;
  readonly future: boolean;
  /** would, could, may, might. */
  readonly conditional: boolean;
  /** must, should. */
  readonly obliged: boolean;
  /** An infinitive or gerund: it may belong to a verb before it. */
  readonly dependent: boolean;
}

/** What a language brings beside its words: how its text is parted and how its roles are marked. */
export interface Grammar {
  readonly language: string;
  readonly scan: Scan;
  /** Which of the phrases found are words, where nothing parts words in writing; left out, all are. */
  readonly choose?: (matches: readonly Match[]) => Match[];
  /** Tokens that may lie between two elements of a pattern; 6 unless told. */
  readonly gap?: number;
  readonly verbForms: (word: string, dictionary: Dictionary) => readonly { text: string; form: number }[];
  readonly nounForms: (word: string) => readonly { text: string; form: number }[];
  /** An actor's name in all its cases, where the language has them; left out, names stand as they are written. */
  readonly nameForms?: (name: string, attributive: boolean) => readonly { text: string; form: number }[];
  /** Reads the word at a token as a verb, or refuses it (null) where it must be something else. */
  readonly readVerb: (sentence: Sentence, at: number, to: number, form: number) => VerbReading | null;
  /** Whether the word at a token may be a noun there. */
  readonly readsAsNoun: (sentence: Sentence, at: number, to: number) => boolean;
  /** Whether a clause ends at a token, so that no pattern reaches over it. */
  readonly closesClause: (sentence: Sentence, at: number) => boolean;
  readonly findMentions: (sentence: Sentence) => Mention[];
  readonly fillRoles: (sentence: ReadSentence, trigger: Trigger, previous: Filled | null) => Roles;
}

/** A language ready to code with. */
export interface EventLanguage {
  readonly grammar: Grammar;
  readonly version: string;
  readonly classes: ClassTable;
  readonly lexicon: Lexicon;
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

/** Compiles a dictionary and a list of actors for a language; RangeError where a pattern names an unknown class. */
export function compileLanguage(
  grammar: Grammar,
  dictionary: Dictionary,
  actors: readonly ActorEntry[],
  places: readonly PlaceEntry[] = [],
): EventLanguage {
  const literal = new Set(
    dictionary.rules
      .flatMap(({ patterns }) => patterns.flatMap((pattern) => elementsOf(pattern)))
      .flatMap(({ text }) => classNamesOf(text))
      .filter((name) => name.startsWith("w:")),
  );
  const sectors = Object.keys(dictionary.agents);
  const groups = [
    GRAMMAR.map((name) => `g:${name}`),
    Object.keys(dictionary.verbs).map((name) => `v:${name}`),
    Object.keys(dictionary.nouns).map((name) => `n:${name}`),
    sectors.map((name) => `a:${name}`),
    [...literal],
    Object.keys(dictionary.contexts).map((name) => `c:${name}`),
  ];
  const classes = numberClasses(groups.flat());
  const [verb, noun, agent, word, context, actor] = beginnings(groups.map((group) => group.length));
  const bases = { verb: verb!, noun: noun!, agent: agent!, word: word!, context: context!, actor: actor! };
  const entries = [
    ...wordEntries(grammar, dictionary, classes.idOf, [...literal]),
    ...actorEntries(grammar, actors, bases.actor),
  ];
  return {
    grammar,
    version: dictionary.version,
    classes,
    lexicon: compileLexicon(entries, grammar.scan),
    rules: compileRules(dictionary.rules, classes.idOf, grammar.gap),
    actors,
    sectors,
    bases,
    places: places.length === 0 ? null : compilePlaces(grammar.language, places),
  };
}

const beginnings = (lengths: readonly number[]): number[] => {
  let sum = 0;
  return lengths.map((length) => (sum += length));
};

function wordEntries(
  grammar: Grammar,
  dictionary: Dictionary,
  idOf: ReadonlyMap<string, number>,
  literal: readonly string[],
): LexicalEntry[] {
  const entries: LexicalEntry[] = [];
  const each = (
    prefix: string,
    table: Readonly<Record<string, readonly string[]>>,
    formsOf: (word: string) => readonly { text: string; form: number }[],
  ) => {
    for (const [name, words] of Object.entries(table)) {
      const id = idOf.get(`${prefix}:${name}`);
      if (id === undefined) throw new RangeError(`${dictionary.language}: no closed class "${name}"`);
      for (const word of words) {
        for (const { text, form } of formsOf(word)) entries.push({ phrase: text, class: id, form });
      }
    }
  };
  const asWritten = (text: string) => [{ text, form: 0 }];
  each("g", dictionary.grammar, asWritten);
  each("v", dictionary.verbs, (word) => grammar.verbForms(word, dictionary));
  each("n", dictionary.nouns, (word) => grammar.nounForms(word));
  each("a", dictionary.agents, (word) => grammar.nounForms(word));
  each("c", dictionary.contexts, (word) => grammar.nounForms(word));
  for (const name of literal) entries.push({ phrase: name.slice(2), class: idOf.get(name)!, form: 0 });
  return entries;
}

function actorEntries(grammar: Grammar, actors: readonly ActorEntry[], base: number): LexicalEntry[] {
  const { language, nameForms } = grammar;
  return actors.flatMap(({ names }, index) =>
    names
      .filter((name) => name.language === language || name.language === "any")
      .flatMap(({ text, form, attributive }) =>
        (nameForms?.(text, attributive) ?? [{ text, form }]).map((one) => ({
          phrase: one.text,
          class: base + index * 2 + (attributive ? 1 : 0),
          form: one.form,
        })),
      ),
  );
}
