import { BIT } from "../classes.ts";
import type { CodedEvent } from "../coded-event.ts";
import type { ReadSentence } from "../event-language.ts";
import type { Refused } from "../events-of.ts";
import type { Mention } from "../mention.ts";
import type { Reason } from "../modality.ts";
import { CAPITAL, MARK, NUMBER } from "../token.ts";
import { newWord, type Word } from "../word.ts";

/** What the rules tell of a sentence, what they refused, and why there is no event where there is none. */
export interface Told {
  readonly events: readonly CodedEvent[];
  readonly oneSided: readonly CodedEvent[];
  readonly refused: readonly Refused[];
  readonly reason: Reason | null;
}

/** Where features go: a family and one of its values. */
export interface PairSink {
  readonly add: (family: number, value: number) => void;
}

/** Tells the number of a word's stem, 0 where it has none. */
export type StemNumber = (word: Word) => number;

/** What the features of all pairs of a sentence are made of, asked for once. */
export interface PairView {
  readonly sentence: ReadSentence;
  readonly told: Told;
  /** The number of each token's stem; of names, which share one, and of marks its complement, below 0. */
  readonly stems: readonly number[];
  /** The number of what stands where the sentence ends. */
  readonly edge: number;
  /** Verbs and nouns of the dictionary: token, class and so on. */
  readonly classes: readonly number[];
  /** Negations, futures and the like: token, bits and so on. */
  readonly modals: readonly number[];
  /** Who is named with a country. */
  readonly states: readonly Mention[];
}

const [NAME, EDGE, ZERO] = [newWord("@", "@", 0), newWord("^", "^", 0), newWord("0", "0", 0)];

/** Closed classes that change what is told. */
export const MODALS = [BIT.not, BIT.future, BIT.would, BIT.if, BIT.must] as const;
const ANY_MODAL = MODALS.reduce((all, one) => all | one, 0);

/** Views a sentence for its pairs; stems are numbered by the weights, or as they come. */
export function pairView(sentence: ReadSentence, told: Told, stemNumber: StemNumber): PairView {
  const { mentions, mentionAt, grammar, tokens } = sentence;
  const { count, flags, words } = tokens;
  const [name, zero] = [stemNumber(NAME), stemNumber(ZERO)];
  const stems = new Array<number>(count);
  const modals: number[] = [];
  for (let at = 0; at < count; at++) {
    const isName = mentionAt[at]! >= 0 || (at > 0 && (flags[at]! & CAPITAL) > 0);
    const stem = isName ? name : flags[at]! & NUMBER ? zero : stemNumber(words[at]!);
    stems[at] = isName || flags[at]! & MARK ? ~stem : stem;
    if (grammar[at]! & ANY_MODAL) modals.push(at, grammar[at]!);
  }
  const states = mentions.filter(({ country }) => country !== null);
  return { sentence, told, stems, edge: stemNumber(EDGE), classes: classesIn(sentence), modals, states };
}

function classesIn({ lexical, language: { bases } }: ReadSentence): number[] {
  const classes: number[] = [];
  for (let at = 0; at < lexical.length; at++) {
    const words = lexical[at];
    if (!words) continue;
    for (const word of words) if (word.class < bases.agent) classes.push(at, word.class);
  }
  return classes;
}

/** How many different states are named between two tokens. */
export function statesBetween({ states }: PairView, from: number, to: number): number {
  let count = 0;
  for (let one = 0; one < states.length; one++) {
    const { country } = states[one]!;
    if (states[one]!.from < from || states[one]!.to > to) continue;
    let before = 0;
    while (before < one && (states[before]!.country !== country || states[before]!.from < from)) before += 1;
    if (before === one) count += 1;
  }
  return count;
}
