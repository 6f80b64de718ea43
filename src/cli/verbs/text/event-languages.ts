import path from "node:path";
import { fileURLToPath } from "node:url";
import { readActorTable, readEventLanguage, readReranker } from "#dictionary/index.ts";
import type { EventLanguage, LinearModel, NamedThing } from "#science/text/index.ts";

const OWN_DICTIONARIES = fileURLToPath(new URL("../../../../dictionaries", import.meta.url));
const OWN_ACTORS = fileURLToPath(new URL("../../../../watches/ilrs/actors.csv", import.meta.url));

/** The option of the verbs that look for actors. */
export const ACTORS = {
  actors: { takes: "FILE.csv", summary: "who is named, with ids (those of watches/ilrs unless given)" },
} as const;

/** Options of the verbs that read events. */
export const DICTIONARIES = {
  dictionary: { takes: "DIR", summary: "dictionaries by language (dictionaries unless given)" },
  ...ACTORS,
} as const;

/** The actors of the option, with their names in all languages. */
export function actorsGiven(options: { readonly actors?: string }): NamedThing[] {
  const actors = readActorTable(shown(options.actors, OWN_ACTORS));
  return actors.map(({ id, names }) => ({ id, names: names.map(({ text }) => text) }));
}

/** Answers a language by its code, read and compiled when it is first asked for; null where it cannot be coded. */
export function eventLanguages(options: {
  readonly dictionary?: string;
  readonly actors?: string;
}): (code: string) => EventLanguage | null {
  const own = readActorTable(shown(options.actors, OWN_ACTORS));
  const ready = new Map<string, EventLanguage | null>();
  return (code) => {
    const known = ready.get(code);
    if (known !== undefined) return known;
    const language = readEventLanguage(shown(options.dictionary, OWN_DICTIONARIES), code, own);
    ready.set(code, language);
    return language;
  };
}

/** Answers the weights of a language, null where it has none. */
export function rerankers(options: { readonly dictionary?: string }): (code: string) => LinearModel | null {
  const ready = new Map<string, LinearModel | null>();
  return (code) => {
    const known = ready.get(code);
    if (known !== undefined) return known;
    const model = readReranker(shown(options.dictionary, OWN_DICTIONARIES), code);
    ready.set(code, model);
    return model;
  };
}

/** The path as a person would write it. */
const shown = (given: string | undefined, own: string) => given ?? path.relative("", own);
