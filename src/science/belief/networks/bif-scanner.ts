import { BifError } from "./belief-error.ts";
import type { NetworkInvalid } from "./belief-error.ts";

/** A place in a BIF text. */
export interface Cursor {
  readonly text: string;
  at: number;
}

const DELIMITERS = ',|;{}()[]"';
const BLANK = 1;
const DELIMITER = 2;
const CLASS_OF = Uint8Array.from({ length: 128 }, (_, code) => {
  if (code <= 32) return BLANK;
  return DELIMITERS.includes(String.fromCharCode(code)) ? DELIMITER : 0;
});
const classOf = (code: number) =>
  code < 128 ? CLASS_OF[code]! : code === 0xfeff || code === 0xa0 ? BLANK : 0;

const SLASH = 47;
const STAR = 42;
const opensComment = (text: string, at: number) => {
  if (text.charCodeAt(at) !== SLASH) return false;
  const next = text.charCodeAt(at + 1);
  return next === SLASH || next === STAR;
};

export function failAt(
  text: string,
  at: number,
  problem: string,
  remedy: string,
  cause?: NetworkInvalid,
): never {
  const before = text.slice(0, at).split(/\r\n|\r|\n/);
  const place = { line: before.length, column: before.at(-1)!.replace("\ufeff", "").length + 1 };
  throw new BifError(place, problem, remedy, cause);
}

/** Moves to the next token, over blanks and comments; returns its first character, "" at the end. */
export function peek(cursor: Cursor): string {
  const { text } = cursor;
  for (;;) {
    while (cursor.at < text.length && classOf(text.charCodeAt(cursor.at)) === BLANK) cursor.at++;
    if (!opensComment(text, cursor.at)) return text.charAt(cursor.at);
    const closer = text.charCodeAt(cursor.at + 1) === STAR ? "*/" : "\n";
    const end = text.indexOf(closer, cursor.at + 2);
    if (end < 0 && closer === "*/") failAt(text, cursor.at, "the comment is not closed", 'end it with "*/"');
    cursor.at = end < 0 ? text.length : end + closer.length;
  }
}

/** As `peek`, and also over "," and "|", which separate names and numbers but mean nothing else in BIF 0.15. */
export function peekItem(cursor: Cursor): string {
  let next = peek(cursor);
  while (next === "," || next === "|") {
    cursor.at++;
    next = peek(cursor);
  }
  return next;
}

/** Takes one punctuation mark, or fails saying what was wanted. */
export function take(cursor: Cursor, mark: string, where: string): void {
  if (peek(cursor) !== mark)
    failAt(cursor.text, cursor.at, `found ${found(cursor)} ${where}`, `"${mark}" is right here`);
  cursor.at++;
}

/** Reads a name, bare or between quotes (\" and \\ stand for themselves). */
export function takeName(cursor: Cursor, what: string): string {
  if (peek(cursor) === '"') return takeQuoted(cursor);
  const start = cursor.at;
  const name = takeBare(cursor);
  if (name === "")
    failAt(cursor.text, start, `found ${found(cursor)} where ${what} belongs`, `write ${what} here`);
  return name;
}

/** Reads one number as JavaScript reads it, but no hexadecimals and no infinities. */
export function takeNumber(cursor: Cursor): number {
  const start = cursor.at;
  const word = takeBare(cursor);
  const value = /^[-+.\d]/.test(word) && !/^[-+]?0[xob]/i.test(word) ? Number(word) : NaN;
  if (!Number.isFinite(value)) {
    cursor.at = start;
    failAt(
      cursor.text,
      start,
      `found ${found(cursor)} among probabilities`,
      'numbers and then ";" are right here',
    );
  }
  return value;
}

function takeBare(cursor: Cursor): string {
  const { text } = cursor;
  const start = cursor.at;
  let at = start;
  while (at < text.length && classOf(text.charCodeAt(at)) === 0 && !opensComment(text, at)) at++;
  cursor.at = at;
  return text.slice(start, at);
}

function takeQuoted(cursor: Cursor): string {
  const match = /"((?:[^"\\\n]|\\.)*)"/y;
  match.lastIndex = cursor.at;
  const [whole, inside] = match.exec(cursor.text) ?? [];
  if (whole === undefined) failAt(cursor.text, cursor.at, "the quoted name is not closed", 'end it with "');
  cursor.at += whole.length;
  return inside!.replace(/\\(["\\])/g, "$1");
}

/** Skips a property, whose text is free, up to its ";". */
export function skipProperty(cursor: Cursor): void {
  const start = cursor.at;
  for (let mark = peek(cursor); mark !== ";"; mark = peek(cursor)) {
    if (mark === "" || mark === "}")
      failAt(cursor.text, start, "the property is not closed", 'end it with ";"');
    if (mark === '"') takeQuoted(cursor);
    else if (takeBare(cursor) === "") cursor.at++;
  }
  cursor.at++;
}

/** Skips a block up to and over its "}". */
export function skipBlock(cursor: Cursor): void {
  const start = cursor.at;
  for (let mark = peek(cursor); mark !== "}"; mark = peek(cursor)) {
    if (mark === "") failAt(cursor.text, start, "the block is not closed", 'end it with "}"');
    if (mark === '"') takeQuoted(cursor);
    else if (takeBare(cursor) === "") cursor.at++;
  }
  cursor.at++;
}

/** What stands at the cursor, for an error message. */
function found(cursor: Cursor): string {
  if (peek(cursor) === "") return "the end of the text";
  const bare = takeBare({ text: cursor.text, at: cursor.at });
  return `"${bare === "" ? cursor.text.charAt(cursor.at) : bare.slice(0, 40)}"`;
}
