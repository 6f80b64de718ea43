import {
  CAPITAL,
  MARK,
  NUMBER,
  QUOTED,
  SHOUTED,
  addToken,
  noTokens,
  tokensOf,
  type Tokens,
} from "../token.ts";
import { newWord, wordTable } from "../word.ts";
import { simplified } from "./simplify.ts";

/** Runs of Latin letters and digits, which are one token: RD-181, GPS, 2.5, NoName057(16). */
const RUN = /[A-Za-zÀ-ɏ0-9][A-Za-zÀ-ɏ0-9.'’-]*[A-Za-zÀ-ɏ0-9]|[A-Za-zÀ-ɏ0-9]/y;

/** Parts Chinese text into characters, with traditional ones read as simplified; Latin words and numbers stay whole. */
export function scanCharacters(text: string): Tokens {
  const tokens = noTokens();
  let quoted = 0;
  let at = 0;
  while (at < text.length) {
    const unit = text.charCodeAt(at);
    if (unit <= 32 || unit === 0x30_00 || unit === 0xa0) {
      at += 1;
      continue;
    }
    const end = endOfToken(text, at, unit);
    const word = wordAt(text, at, end);
    if (word.spelled === "“" || word.spelled === "「") quoted = QUOTED;
    addToken(tokens, at, end, word, word.letters | quoted);
    if (word.spelled === "”" || word.spelled === "」") quoted = 0;
    at = end;
  }
  return tokensOf(text, tokens);
}

/** Characters as simplified ones, Latin words in small letters. */
const wordAt = wordTable((spelled) => {
  const unit = spelled.charCodeAt(0);
  const lower = unit >= 0x4e_00 ? simplified(spelled) : spelled.toLowerCase();
  return newWord(spelled, lower, flagsOf(spelled, unit));
});

function endOfToken(text: string, at: number, unit: number): number {
  if (unit >= 0x4e_00 || unit > 0x2_4f) return at + (unit >= 0xd8_00 && unit < 0xdc_00 ? 2 : 1);
  RUN.lastIndex = at;
  const found = RUN.exec(text);
  return found ? at + found[0].length : at + 1;
}

function flagsOf(word: string, unit: number): number {
  if (unit >= 0x4e_00 && unit <= 0x9f_ff) return 0;
  if (unit >= 48 && unit <= 57) return NUMBER;
  if (!/^[A-Za-zÀ-ɏ]/.test(word)) return unit >= 0x34_00 && unit < 0x4e_00 ? 0 : MARK;
  const first = word[0]!;
  const capital = first === first.toLowerCase() ? 0 : CAPITAL;
  return word.length > 1 && word === word.toUpperCase() ? capital | SHOUTED : capital;
}
