import {
  CHINESE,
  ENGLISH,
  RUSSIAN,
  compileLanguage,
  type ActorEntry,
  type EventLanguage,
  type Grammar,
} from "#science/text/index.ts";
import { readActors } from "./read-actors.ts";
import { readDictionary } from "./read-dictionary.ts";
import { readPlaces } from "./read-places.ts";

/** Languages that can be coded, by their code. */
const GRAMMARS: Readonly<Record<string, Grammar>> = { en: ENGLISH, ru: RUSSIAN, zh: CHINESE };

/** Reads and compiles a language with a dictionary's actors and the caller's own; null for a language that cannot be coded. */
export function readEventLanguage(
  folder: string,
  language: string,
  own: readonly ActorEntry[],
): EventLanguage | null {
  const grammar = GRAMMARS[language];
  if (!grammar) return null;
  return compileLanguage(
    grammar,
    readDictionary(folder, language),
    merged(own, readActors(folder, language)),
    readPlaces(folder),
  );
}

/** Actors with the same id are one; the caller's come first, so that their ids are told where names are shared. */
function merged(own: readonly ActorEntry[], general: readonly ActorEntry[]): ActorEntry[] {
  const byId = new Map(own.map((actor) => [actor.id, actor]));
  for (const actor of general) {
    const known = byId.get(actor.id);
    byId.set(actor.id, known ? { ...known, names: [...known.names, ...actor.names] } : actor);
  }
  return [...byId.values()];
}
