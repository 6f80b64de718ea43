import {
  CAPITAL,
  JOINED,
  MARK,
  NUMBER,
  QUOTED,
  SHOUTED,
  addToken,
  noTokens,
  tokensOf,
  type Tokens,
} from "./token.ts";
import { newWord, wordTable, type Word } from "./word.ts";

const SPACE = 0;
const LETTER = 1;
const DIGIT = 2;
const OTHER = 3;
/** Marks that may stand within a word. */
const APOSTROPHE = 4;
const HYPHEN = 5;

/** What a UTF-16 unit is; letters beyond ASCII are asked of the platform once and remembered. */
const KINDS = new Uint8Array(65_536).fill(255);

function kindOf(unit: number): number {
  const known = KINDS[unit]!;
  return known === 255 ? (KINDS[unit] = askedKind(unit)) : known;
}

function askedKind(unit: number): number {
  if (HYPHENS.has(unit)) return HYPHEN;
  const character = String.fromCharCode(unit);
  if (/[\p{L}\p{M}]/u.test(character)) return LETTER;
  if (/\p{Nd}/u.test(character)) return DIGIT;
  if (APOSTROPHES.has(unit)) return APOSTROPHE;
  return /\s/u.test(character) ? SPACE : OTHER;
}

const APOSTROPHES = new Set([0x27, 0x2019, 0x2bc, 0xb4, 0x2018]);
const HYPHENS = new Set([0x2d, 0x2010, 0x2011, 0x2013]);
const OPENING = new Set(["“", "«", "„"]);
const CLOSING = new Set(["”", "»"]);
const DOT = 0x2e;

/** Parts text with spaces into words and marks: U.S. is one word, Russia's two, Saudi-led two that are joined. */
export function scanWords(text: string): Tokens {
  const tokens = noTokens();
  let quoted = false;
  let joined = false;
  let at = 0;
  while (at < text.length) {
    const kind = kindOf(text.charCodeAt(at));
    if (kind === SPACE) {
      joined = false;
      at += 1;
      continue;
    }
    if (kind === HYPHEN && isInside(text, at)) {
      joined = true;
      at += 1;
      continue;
    }
    const stop = kind < OTHER ? endOfWord(text, at) : endOfMark(text, at, kind);
    if (kind >= OTHER) quoted = quotedAfter(text[at]!, quoted);
    const word = wordAt(text, at, stop);
    const place = (joined ? JOINED : 0) | (quoted ? QUOTED : 0) | flagsOf(kind, stop - at);
    addToken(tokens, at, stop, word, place | word.letters);
    joined = false;
    at = stop;
  }
  return tokensOf(text, tokens);
}

/** A mark of more than one unit is a possessive, which counts as a word. */
function flagsOf(kind: number, length: number): number {
  if (kind === DIGIT) return NUMBER;
  return kind >= OTHER && length === 1 ? MARK : 0;
}

const endOfMark = (text: string, at: number, kind: number): number =>
  kind === APOSTROPHE ? Math.max(at + 1, endOfPossessive(text, at)) : at + 1;

function quotedAfter(character: string, quoted: boolean): boolean {
  if (character === '"') return !quoted;
  if (OPENING.has(character)) return true;
  return CLOSING.has(character) ? false : quoted;
}

const isInside = (text: string, at: number) =>
  at > 0 &&
  at + 1 < text.length &&
  isWordUnit(text.charCodeAt(at - 1)) &&
  isWordUnit(text.charCodeAt(at + 1));

const isWordUnit = (unit: number) => {
  const kind = kindOf(unit);
  return kind === LETTER || kind === DIGIT || unit === DOT;
};

/** `'s`, or a lone apostrophe after an s. */
function endOfPossessive(text: string, at: number): number {
  if (at === 0 || kindOf(text.charCodeAt(at - 1)) !== LETTER) return at;
  const next = text.charCodeAt(at + 1) | 32;
  const after = at + 2 < text.length ? kindOf(text.charCodeAt(at + 2)) : SPACE;
  if (next === 0x73 && after !== LETTER && after !== DIGIT) return at + 2;
  return at;
}

function endOfWord(text: string, from: number): number {
  let at = from + 1;
  while (at < text.length) {
    const unit = text.charCodeAt(at);
    const kind = kindOf(unit);
    if (kind === LETTER || kind === DIGIT) at += 1;
    else if (kind === SPACE) break;
    else if (unit === DOT && isAbbreviation(text, from, at)) at += 1;
    else if (kind === APOSTROPHE && isInnerApostrophe(text, at)) at += 1;
    else if ((unit === 0x2c || unit === DOT) && isDigitBetween(text, at)) at += 1;
    else break;
  }
  return at;
}

/** The dot in `U.S.` belongs to the word: single letters, each followed by a dot. */
function isAbbreviation(text: string, from: number, at: number): boolean {
  if (at - from === 1) return kindOf(text.charCodeAt(at + 1)) === LETTER && text.charCodeAt(at + 2) === DOT;
  return text.charCodeAt(at - 2) === DOT && kindOf(text.charCodeAt(at - 1)) === LETTER;
}

/** The apostrophe in `don't` and `d'Ivoire`, not the one of a possessive. */
const isInnerApostrophe = (text: string, at: number): boolean =>
  kindOf(text.charCodeAt(at + 1)) === LETTER && endOfPossessive(text, at) === at;

const isDigitBetween = (text: string, at: number) =>
  kindOf(text.charCodeAt(at - 1)) === DIGIT && kindOf(text.charCodeAt(at + 1)) === DIGIT;

/** Words as they are looked up, and what their capitals say. */
const wordAt = wordTable(readWord);

/** A word by itself. */
export const wordOf = (spelled: string): Word => wordAt(spelled, 0, spelled.length);

function readWord(word: string): Word {
  const small = word.toLowerCase();
  const plain = APOSTROPHES.has(word.charCodeAt(0)) ? small.replace(/^./, "'") : small;
  const lower = plain.replaceAll("’", "'");
  if (word === plain) return newWord(word, lower, 0);
  const first = word[0]!;
  const capital = first === first.toLowerCase() ? 0 : CAPITAL;
  return newWord(word, lower, word.length > 1 && word === word.toUpperCase() ? capital | SHOUTED : capital);
}
