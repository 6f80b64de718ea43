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
  readonly of: ReadonlyMap<string, unknown>;
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
  /** The same in the weights of pairs of states. */
  pairStem: StemPlace | null;
}

/** A word that nothing is known of yet. */
export const newWord = (spelled: string, lower: string, letters: number): Word => ({
  spelled,
  lower,
  letters,
  place: null,
  stem: null,
  pairStem: null,
});

/** Finds the word between two offsets of a text. */
export type WordAt = (text: string, from: number, to: number) => Word;

const SLOTS = 2 ** 16;
/** Words with the same hash that are kept: with fewer, the words of some hundred pages drive each other out. */
const PLACES = 4;

/** Words seen before by their hash, the newest first; a new word drives out the oldest of its places. */
export function wordTable(read: (spelled: string) => Word): WordAt {
  const slots = new Array<Word | undefined>(SLOTS).fill(undefined);
  return (text, from, to) => {
    const first = slotOf(text, from, to);
    for (let at = first; at < first + PLACES; at++) {
      const word = slots[at];
      if (word === undefined) break;
      if (isSpelled(word.spelled, text, from, to)) return word;
    }
    slots.copyWithin(first + 1, first, first + PLACES - 1);
    return (slots[first] = read(text.slice(from, to)));
  };
}

/** The first of a word's places. */
function slotOf(text: string, from: number, to: number): number {
  let hash = 0;
  for (let at = from; at < to; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
  // Fibonacci hashing: the low bits of such a sum are much alike in words of one script.
  return (Math.imul(hash, 0x9e_37_79_b1) >>> 12) & (SLOTS - PLACES);
}

function isSpelled(word: string, text: string, from: number, to: number): boolean {
  if (word.length !== to - from) return false;
  for (let at = from; at < to; at++) if (word.charCodeAt(at - from) !== text.charCodeAt(at)) return false;
  return true;
}
