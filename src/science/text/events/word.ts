/** A word's number and that of its stem in a lexicon, -1 where there is none, and the nodes behind the root that they lead to. */
export interface WordPlace {
  /** The words of the lexicon, which tell it from others. */
  readonly of: ReadonlyMap<string, number>;
  readonly exact: number;
  readonly stem: number;
  readonly exactNode: number;
  readonly stemNode: number;
}

/** The number of a word's stem in a model, 0 where it has no weights. */
export interface StemPlace {
  /** The stems of the model, which tell it from others. */
  readonly of: ReadonlyMap<string, number>;
  readonly number: number;
}

/** A word as it is spelled, the same object wherever it stands. What a lexicon and a model know of it is kept beside it: to look that up anew takes longer than all else that is done with most words. */
export interface Word {
  readonly spelled: string;
  /** As it is looked up. */
  readonly lower: string;
  /** CAPITAL and SHOUTED, see the flags of tokens; in a script without capitals what else its signs say. */
  readonly letters: number;
  /** Its place in the lexicon that asked last. */
  place: WordPlace | null;
  /** Its stem in the model that asked last. */
  stem: StemPlace | null;
}

/** A word that nothing is known of yet. */
export const newWord = (spelled: string, lower: string, letters: number): Word => ({
  spelled,
  lower,
  letters,
  place: null,
  stem: null,
});

/** Finds the word between two offsets of a text. */
export type WordAt = (text: string, from: number, to: number) => Word;

const SLOTS = 2 ** 15;

/** Words seen before by their hash, at one of two places each: a new word moves the one at its place on to the other. */
export function wordTable(read: (spelled: string) => Word): WordAt {
  const slots = new Array<Word | undefined>(SLOTS).fill(undefined);
  return (text, from, to) => {
    const slot = slotOf(text, from, to);
    const first = slots[slot];
    if (first !== undefined && isSpelled(first.spelled, text, from, to)) return first;
    const second = slots[slot ^ 1];
    if (second !== undefined && isSpelled(second.spelled, text, from, to)) return second;
    slots[slot ^ 1] = first;
    return (slots[slot] = read(text.slice(from, to)));
  };
}

function slotOf(text: string, from: number, to: number): number {
  let hash = 0;
  for (let at = from; at < to; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
  return (hash ^ (hash >>> 15)) & (SLOTS - 1);
}

function isSpelled(word: string, text: string, from: number, to: number): boolean {
  if (word.length !== to - from) return false;
  for (let at = from; at < to; at++) if (word.charCodeAt(at - from) !== text.charCodeAt(at)) return false;
  return true;
}
