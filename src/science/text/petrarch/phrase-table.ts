import type { PetrarchWord } from "./petrarch-words.ts";

/** Phrases by their first word, the longest first. */
export type PhraseTable<Value> = ReadonlyMap<string, readonly Phrase<Value>[]>;

interface Phrase<Value> {
  readonly words: readonly string[];
  readonly value: Value;
}

/** Files phrases; of equal ones the first counts. */
export function phraseTable<Value>(
  entries: Iterable<readonly [words: readonly string[], value: Value]>,
): PhraseTable<Value> {
  const table = new Map<string, Phrase<Value>[]>();
  for (const [words, value] of entries) {
    const [first] = words;
    if (first === undefined) continue;
    const list = table.get(first);
    if (list) list.push({ words, value });
    else table.set(first, [{ words, value }]);
  }
  for (const list of table.values()) list.sort((a, b) => b.words.length - a.words.length);
  return table;
}

/** The longest phrase that begins at a word, null where none does. */
export function phraseAt<Value>(
  table: PhraseTable<Value>,
  words: readonly PetrarchWord[],
  at: number,
): Phrase<Value> | null {
  const list = table.get(words[at]?.word ?? "");
  return list?.find((phrase) => phrase.words.every((word, k) => words[at + k]?.word === word)) ?? null;
}
