/** Closed classes a coder asks for by name; each is one bit of a token's grammar. */
export const GRAMMAR = [
  "not", // not, never, no
  "be",
  "have",
  "do",
  "future", // will, shall, is to
  "would", // would, could, may, might, can
  "must", // must, should, has to, needs to
  "to",
  "by",
  "of",
  "with",
  "against",
  "for",
  "from",
  "in", // in, at, inside, near: places
  "on", // on, over, about: topics and places
  "into", // into, to, toward, onto
  "and",
  "between",
  "that",
  "who", // who, which: a relative clause begins
  "when", // after, because, while: another clause begins
  "if",
  "the", // determiners
  "it", // pronouns that stand for an actor
  "whose", // possessive pronouns
  "time", // today, Monday, last week
  "adverb",
  "other", // other prepositions
  "according", // according to
] as const;

export type GrammarClass = (typeof GRAMMAR)[number];

/** The bit of each closed class. */
export const BIT = Object.fromEntries(GRAMMAR.map((name, bit) => [name, 2 ** bit])) as Readonly<
  Record<GrammarClass, number>
>;

/** Names of lexical classes and the number each one has in the automaton. */
export interface ClassTable {
  readonly idOf: ReadonlyMap<string, number>;
  readonly names: readonly string[];
}

/** Numbers the names in their order. */
export function numberClasses(names: readonly string[]): ClassTable {
  return { idOf: new Map(names.map((name, id) => [name, id])), names };
}
