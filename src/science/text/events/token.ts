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

/** Tokens gathered one by one; the arrays have room for `lower.length` tokens and grow. */
export interface TokenBuffer {
  start: Int32Array;
  end: Int32Array;
  flags: Uint8Array;
  lower: string[];
}

/** Room for the tokens of one text; a scanner keeps one and empties it for every text. */
export const tokenBuffer = (): TokenBuffer => ({
  start: new Int32Array(256),
  end: new Int32Array(256),
  flags: new Uint8Array(256),
  lower: [],
});

/** Adds a token behind the others. */
export function addToken(
  buffer: TokenBuffer,
  start: number,
  end: number,
  lower: string,
  flags: number,
): void {
  const at = buffer.lower.length;
  if (at === buffer.start.length) grow(buffer);
  buffer.start[at] = start;
  buffer.end[at] = end;
  buffer.flags[at] = flags;
  buffer.lower.push(lower);
}

function grow(buffer: TokenBuffer): void {
  const { start, end, flags } = buffer;
  const room = start.length * 2;
  (buffer.start = new Int32Array(room)).set(start);
  (buffer.end = new Int32Array(room)).set(end);
  (buffer.flags = new Uint8Array(room)).set(flags);
}

/** The buffer as tokens; it is empty afterwards. */
export function tokensOf(text: string, buffer: TokenBuffer): Tokens {
  const { start, end, flags, lower } = buffer;
  const count = lower.length;
  buffer.lower = [];
  return {
    text,
    count,
    start: start.slice(0, count),
    end: end.slice(0, count),
    lower,
    flags: flags.slice(0, count),
  };
}
