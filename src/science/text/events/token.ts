/** The words and marks of a sentence, as parallel arrays; offsets are UTF-16 units into the text. */
export interface Tokens {
  readonly text: string;
  readonly count: number;
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** The token in small letters. */
  readonly lower: readonly string[];
  /** Bits: see the flags below. */
  readonly flags: Uint8Array;
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

/** Tokens gathered one by one. */
export interface TokenBuffer {
  readonly start: number[];
  readonly end: number[];
  readonly lower: string[];
  readonly flags: number[];
}

/** The buffer as tokens. */
export function tokensOf(text: string, { start, end, lower, flags }: TokenBuffer): Tokens {
  return {
    text,
    count: start.length,
    start: new Int32Array(start),
    end: new Int32Array(end),
    lower,
    flags: new Uint8Array(flags),
  };
}
