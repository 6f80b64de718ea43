import path from "node:path";
import { fileURLToPath } from "node:url";
import { readActorTable, readEventLanguage, readReranker } from "#dictionary/index.ts";
import { codeSentence, type Coded, type EventLanguage } from "#science/text/index.ts";

const OWN_DICTIONARIES = fileURLToPath(new URL("../../../dictionaries", import.meta.url));

/** Codes a sentence of a language, and says by what. */
export interface EventReader {
  /** The day of publication tells what "on Monday" is. */
  readonly code: (sentence: string, published: string) => Coded;
  readonly version: string;
}

/**
 * Readers by language with the names of a watch's actors, compiled when first asked for; null for a language that
 * cannot be coded.
 */
export function eventReaders(watchDir: string): (language: string) => EventReader | null {
  const ready = new Map<string, EventReader | null>();
  return (code) => {
    if (!ready.has(code)) ready.set(code, readerOf(readLanguage(watchDir, code), code));
    return ready.get(code)!;
  };
}

function readLanguage(watchDir: string, code: string): EventLanguage | null {
  const actors = readActorTable(path.join(watchDir, "actors.csv"));
  return readEventLanguage(OWN_DICTIONARIES, code, actors);
}

function readerOf(language: EventLanguage | null, code: string): EventReader | null {
  if (language === null) return null;
  const model = readReranker(OWN_DICTIONARIES, code);
  return {
    code: (sentence, published) => codeSentence(language, sentence, model, published),
    version: language.version,
  };
}
