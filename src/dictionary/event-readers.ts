import path from "node:path";
import { fileURLToPath } from "node:url";
import {
  codeSentence,
  type ActorEntry,
  type Coded,
  type EventLanguage,
  type LinearModel,
} from "#science/text/index.ts";
import { readEventLanguage } from "./read-event-language.ts";
import { readPairWeights } from "./read-pair-weights.ts";
import { readReranker } from "./read-reranker.ts";

/** The dictionaries that come with the product. */
export const OWN_DICTIONARIES = fileURLToPath(new URL("../../dictionaries", import.meta.url));

/** A language ready to be coded, with its weights where it has any. */
export interface EventReader {
  readonly language: EventLanguage;
  /** Reads the weights for two given sides; null where the language has none. */
  readonly readClassifier: () => LinearModel | null;
  /** Codes a sentence; the day of publication, where it is known, tells what "on Monday" is. */
  readonly code: (sentence: string, published: string | null) => Coded;
}

/**
 * Readers by language with a dictionary's actors and the caller's own, read and compiled when first asked for; null for
 * a language that cannot be coded.
 */
export function eventReaders(
  folder: string,
  own: readonly ActorEntry[],
): (language: string) => EventReader | null {
  const ready = new Map<string, EventReader | null>();
  const read = path.resolve(folder) === OWN_DICTIONARIES ? keptReader : eventReader;
  return (code) => {
    if (!ready.has(code)) ready.set(code, read(folder, code, own));
    return ready.get(code)!;
  };
}

/** The last reader of each language of the product's own dictionaries, and the caller's actors in it. */
const kept = new Map<string, { readonly own: string; readonly reader: EventReader | null }>();

/** What comes with the product does not change while it runs: half a second of compiling is spared each time. */
function keptReader(folder: string, code: string, own: readonly ActorEntry[]): EventReader | null {
  const asked = JSON.stringify(own);
  const last = kept.get(code);
  if (last?.own === asked) return last.reader;
  const reader = eventReader(folder, code, own);
  kept.set(code, { own: asked, reader });
  return reader;
}

function eventReader(folder: string, code: string, own: readonly ActorEntry[]): EventReader | null {
  const language = readEventLanguage(folder, code, own);
  if (language === null) return null;
  const reranker = readReranker(folder, code);
  const pairs = readPairWeights(folder, language);
  return {
    language,
    readClassifier: () => readReranker(folder, code, "plover"),
    code: (sentence, published) => codeSentence(language, sentence, reranker, published, pairs),
  };
}
