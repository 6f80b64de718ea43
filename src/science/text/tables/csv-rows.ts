import { placeAt, type TextPlace } from "./text-place.ts";

/** One row of a table. */
export interface CsvRow {
  /** Line its first field begins on, from 1. */
  readonly line: number;
  readonly fields: readonly string[];
  /** The row as it stands in the text, its line end left out. */
  readonly raw: string;
}

/** Something that stops a row, or the header, from being read. */
export interface CsvFault extends TextPlace {
  readonly wrong: string;
  readonly right: string;
  readonly raw: string;
}

/** The rows of a table by RFC 4180, lazily; lines may end in LF, blank lines are skipped. */
export function* csvRows(text: string): Generator<CsvRow | CsvFault> {
  let quote = -1;
  for (let at = 0, line = 1; at < text.length;) {
    if (quote < at) quote = positionOf('"', text, at);
    const end = positionOf("\n", text, at);
    if (quote < end) {
      const { row, next } = quotedRow(text, at, line, end);
      yield row;
      line += next > end + 1 ? text.slice(at, next).split("\n").length - 1 : 1;
      at = next;
      continue;
    }
    const raw = withoutReturn(text.slice(at, end));
    if (raw !== "") yield { line, fields: raw.split(","), raw };
    at = end + 1;
    line++;
  }
}

/** Where a field of the row begins; one past the last gives the end of the row. */
export function fieldPlace({ raw, line }: CsvRow, index: number): TextPlace {
  let at = 0;
  for (let i = 0; i < index; i++) at = readField(raw, at).next;
  const place = placeAt(raw, at);
  return { line: line + place.line - 1, column: place.column };
}

interface Field {
  readonly value: string;
  readonly end: number;
  /** Where what follows its delimiter begins. */
  readonly next: number;
  readonly fault?: { readonly at: number; readonly wrong: string; readonly right: string };
}

/** A row in which a quote occurs, so it may span lines; a fault costs the line up to `firstEnd` alone. */
function quotedRow(
  text: string,
  start: number,
  line: number,
  firstEnd: number,
): { row: CsvRow | CsvFault; next: number } {
  const fields: string[] = [];
  for (let at = start; ;) {
    const { value, end, next, fault } = readField(text, at);
    if (fault) {
      const place = placeAt(text.slice(start, fault.at), fault.at - start);
      const raw = withoutReturn(text.slice(start, firstEnd));
      const { wrong, right } = fault;
      const row = { line: line + place.line - 1, column: place.column, wrong, right, raw };
      return { row, next: firstEnd + 1 };
    }
    fields.push(value);
    if (text[end] !== ",") return { row: { line, fields, raw: text.slice(start, end) }, next };
    at = next;
  }
}

function readField(text: string, start: number): Field {
  const isQuoted = text[start] === '"';
  const open = isQuoted ? closingQuote(text, start) + 1 : start;
  if (isQuoted && open === 0)
    return { value: "", end: text.length, next: text.length, fault: unclosed(start) };
  const end = fieldEnd(text, open);
  const next = end + (text.startsWith("\r\n", end) ? 2 : 1);
  if (!isQuoted) return { value: text.slice(start, end), end, next };
  const value = text.slice(start + 1, open - 1).replaceAll('""', '"');
  return end === open ? { value, end, next } : { value, end, next, fault: trailing(open) };
}

const unclosed = (at: number) => ({
  at,
  wrong: "a quote that is never closed",
  right: "expected a closing quote; quotes inside a field are doubled",
});

const trailing = (at: number) => ({
  at,
  wrong: "text after a closing quote",
  right: "expected a comma or a new line; quotes inside a field are doubled",
});

const [COMMA, LINE_FEED, CARRIAGE_RETURN] = [44, 10, 13];

/** Where the comma, the line end or the end of the text after `from` stands; told without a pattern, for every cell passes here. */
function fieldEnd(text: string, from: number): number {
  let at = from;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === COMMA) return at;
    if (code === LINE_FEED) break;
  }
  return at > from && text.charCodeAt(at - 1) === CARRIAGE_RETURN ? at - 1 : at;
}

/** The quote that closes the one at `start`; -1 for none. */
function closingQuote(text: string, start: number): number {
  let at = text.indexOf('"', start + 1);
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at;
}

function positionOf(mark: string, text: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at < 0 ? text.length : at;
}

function withoutReturn(line: string): string {
  return line.endsWith("\r") ? line.slice(0, -1) : line;
}
