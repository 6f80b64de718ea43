import { InputError } from "#model/input-error.ts";
import { nameOf, placeOfJsonFault, readText } from "../../read-file.ts";
import type { Shell } from "../../shell.ts";

/** One line of input: JSON where it begins with a brace, plain text otherwise. */
export interface InputRow {
  readonly line: number;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Where rows come from: a name to tell their places by, and what is in it. */
export interface RowSource {
  readonly file: string;
  readonly text: string;
}

/** The rows of a file that a person named, of standard input where none was. */
export function rowsGiven(file = "-"): RowSource {
  return { file: nameOf(file), text: readText(file) };
}

/**
 * Gives every row of JSON Lines, or of plain lines, to `use`; plain ones become `{id, text}` with their line as id. What
 * is wrong with a row, by itself or as `use` finds it, gets one line on standard error, and the rest goes on. Answers the
 * exit code. InputError where the file is no lines from its first on: a JSON list, or an object over several.
 */
export async function eachRow(
  { file, text }: RowSource,
  shell: Shell,
  use: (row: InputRow) => void | Promise<void>,
): Promise<0 | 1> {
  let exitCode: 0 | 1 = 0;
  const rows = text.split("\n").map((written, index) => ({ line: index + 1, written: written.trimEnd() }));
  for (const [place, { line, written }] of rows.filter((row) => row.written !== "").entries()) {
    try {
      await use({ line, fields: fieldsIn(file, line, written) });
    } catch (error) {
      // Every further line of a file that is no lines would be a fault as well.
      if (!(error instanceof InputError) || (place === 0 && spreadOut(written.trim()) !== null)) throw error;
      shell.err(error.message);
      exitCode = 1;
    }
  }
  return exitCode;
}

/** JSON that goes on beyond its line. */
function spreadOut(text: string): string | null {
  if (text === "{") return "a JSON object over several lines";
  return /^\[\s*(?:\{|$)/.test(text) ? "a JSON list" : null;
}

function fieldsIn(file: string, line: number, written: string): InputRow["fields"] {
  const text = written.trim();
  const wrong = spreadOut(text);
  if (wrong !== null) {
    const right = "expected one object on a line, without brackets around them and commas between";
    throw new InputError([{ file, line, wrong, right }]);
  }
  if (!text.startsWith("{")) return { id: line, text };
  try {
    return JSON.parse(written) as Record<string, unknown>;
  } catch (error) {
    const { column } = placeOfJsonFault(written, error instanceof Error ? error.message : "");
    const right = "expected one object on a line, or plain text";
    throw new InputError([{ file, line, column, wrong: "broken JSON", right }]);
  }
}

/** A field that must be text; InputError where it is not. */
export function textIn(file: string, { line, fields }: InputRow, name: string): string {
  const value = fields[name];
  if (typeof value === "string") return value;
  throw new InputError([
    {
      file,
      line,
      wrong: value === undefined ? `no "${name}"` : `"${name}" is no text`,
      right: `expected "${name}" with a text`,
    },
  ]);
}
