import type { Word } from "./word.ts";

/** The words and marks of a sentence, as parallel arrays; offsets are UTF-16 units into the text. */
export interface Tokens {
  readonly text: string;
  readonly count: number;
  readonly start: readonly number[];
  readonly end: readonly number[];
  readonly words: readonly Word[];
  /** The token in small letters. */
  readonly lower: readonly string[];
  /** Bits: see the flags below. */
  readonly flags: readonly number[];
}

/** Begins with a capital letter. */
export const CAPITAL = 1;
/** All its letters are capitals, and there are two or more. */
export const SHOUTED = 2;
/** Written to the token before it with a hyphen. */
export const JOINED = 4;
/** A mark, no word. */
export const MARK = 8;
/** A number. */
export const NUMBER = 16;
/** Stands in quotation marks. */
export const QUOTED = 32;

/** How a language parts text into tokens. */
export type Scan = (text: string) => Tokens;

/** Tokens while they are gathered; plain arrays, since typed ones of this size cost more to make than to fill. */
export interface GrowingTokens {
  readonly start: number[];
  readonly end: number[];
  readonly words: Word[];
  readonly lower: string[];
  readonly flags: number[];
}

/** Room for the tokens of a text. */
export const noTokens = (): GrowingTokens => ({ start: [], end: [], words: [], lower: [], flags: [] });

/** Adds a token behind the others. */
export function addToken(tokens: GrowingTokens, start: number, end: number, word: Word, flags: number): void {
  tokens.start.push(start);
  tokens.end.push(end);
  tokens.words.push(word);
  tokens.lower.push(word.lower);
  tokens.flags.push(flags);
}

/** What was gathered, as the tokens of a text. */
export const tokensOf = (text: string, { start, end, words, lower, flags }: GrowingTokens): Tokens => ({
  text,
  count: lower.length,
  start,
  end,
  words,
  lower,
  flags,
});
