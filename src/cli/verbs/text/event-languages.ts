import path from "node:path";
import { fileURLToPath } from "node:url";
import { type EventReader, eventReaders, OWN_DICTIONARIES, readActorTable } from "#dictionary/index.ts";
import type { NamedThing } from "#science/text/index.ts";

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

/** Answers the reader of a language by its code; null where it cannot be coded. */
export function readersGiven(options: {
  readonly dictionary?: string;
  readonly actors?: string;
}): (code: string) => EventReader | null {
  const own = readActorTable(shown(options.actors, OWN_ACTORS));
  return eventReaders(shown(options.dictionary, OWN_DICTIONARIES), own);
}

/** The path as a person would write it. */
const shown = (given: string | undefined, own: string) => given ?? path.relative("", own);
