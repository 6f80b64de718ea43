import { compilePlaces, type PlaceEntry } from "./circumstance/event-place.ts";
import { GRAMMAR, numberClasses } from "./classes.ts";
import type { ActorEntry, Dictionary } from "./dictionary.ts";
import type { Bases, EventLanguage, Grammar, PartedVerb } from "./event-language.ts";
import { compileLexicon, type LexicalEntry } from "./lexicon.ts";
import { classNamesOf, compileRules, elementsOf } from "./rules.ts";

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
    parted: partedVerbs(entries, grammar.particles, bases),
    rules: compileRules(dictionary.rules, classes.idOf, grammar.gap),
    actors,
    sectors,
    bases,
    places: places.length === 0 ? null : compilePlaces(grammar.language, places),
  };
}

/** Verbs of two words that may part around their object ("hand over"), by their particle and the forms of their first word. */
function partedVerbs(
  entries: readonly LexicalEntry[],
  particles: ReadonlySet<string> | undefined,
  { verb, noun }: Bases,
): EventLanguage["parted"] {
  const parted = new Map<string, Map<string, PartedVerb[]>>();
  for (const { phrase, class: id, form } of entries) {
    const [head = "", particle = "", ...rest] = phrase.split(" ");
    if (id < verb || id >= noun || rest.length > 0 || !particles?.has(particle)) continue;
    const heads = parted.get(particle) ?? new Map<string, PartedVerb[]>();
    parted.set(particle, heads.set(head, [...(heads.get(head) ?? []), { class: id, form }]));
  }
  return parted;
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
  const entries = new Map<string, LexicalEntry>();
  const add = (entry: LexicalEntry) => entries.set(`${entry.phrase} ${entry.class} ${entry.form}`, entry);
  const each = (
    prefix: string,
    table: Readonly<Record<string, readonly string[]>>,
    formsOf: (word: string) => readonly { text: string; form: number }[],
  ) => {
    for (const [name, words] of Object.entries(table)) {
      const id = idOf.get(`${prefix}:${name}`);
      if (id === undefined) throw new RangeError(`${dictionary.language}: no closed class "${name}"`);
      for (const word of words) {
        for (const { text, form } of formsOf(word)) add({ phrase: text, class: id, form });
      }
    }
  };
  const asWritten = (text: string) => [{ text, form: 0 }];
  each("g", dictionary.grammar, asWritten);
  each("v", dictionary.verbs, grammar.verbForms(dictionary));
  each("n", dictionary.nouns, (word) => grammar.nounForms(word));
  each("a", dictionary.agents, (word) => grammar.nounForms(word));
  each("c", dictionary.contexts, (word) => grammar.nounForms(word));
  for (const name of literal) add({ phrase: name.slice(2), class: idOf.get(name)!, form: 0 });
  return [...entries.values()];
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
