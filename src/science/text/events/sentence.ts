import { BIT } from "./classes.ts";
import type { Sentence } from "./event-language.ts";
import { MARK } from "./token.ts";

/** Whether a class of words stands somewhere in a sentence. */
export const isPresent = ({ present }: Sentence, id: number): boolean =>
  ((present[id >> 5]! >> id) & 1) === 1;

/** Whether a token has one of the closed classes. */
export const has = ({ grammar }: Sentence, at: number, bits: number): boolean =>
  at >= 0 && at < grammar.length && (grammar[at]! & bits) !== 0;

/** The token before, over adverbs and times. */
export function before({ grammar }: Sentence, at: number): number {
  let left = at - 1;
  while (left >= 0 && (grammar[left]! & (BIT.adverb | BIT.time)) !== 0) left -= 1;
  return left;
}

/** Whether a token is a mark, or lies outside. */
export const isMark = ({ tokens }: Sentence, at: number): boolean =>
  at < 0 || at >= tokens.count || (tokens.flags[at]! & MARK) !== 0;

/** "a man suspected of photographing NATO sites": whether a word that can only be a verb stands between two tokens. */
export function isVerbBetween({ lexical, language }: Sentence, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const words = lexical[at];
    if (words && words.length > 0 && words.every((word) => word.class < language.bases.noun)) return true;
  }
  return false;
}
