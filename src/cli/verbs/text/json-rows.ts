import { InputError } from "#model/input-error.ts";

/** One line of input: JSON where it begins with a brace, plain text otherwise. */
export interface InputRow {
  readonly line: number;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Rows of JSON Lines or of plain lines, which become `{id, text}` with their line as id; InputError at the first broken one. */
export function rowsOf(file: string, text: string): InputRow[] {
  return text.split("\n").flatMap((written, index) => {
    const trimmed = written.trim();
    if (trimmed === "") return [];
    const line = index + 1;
    if (/^\[\s*(?:\{|$)/.test(trimmed)) {
      const right = "expected one object on a line, without brackets around them and commas between";
      throw new InputError([{ file, line, wrong: "a JSON list", right }]);
    }
    return [
      { line, fields: trimmed.startsWith("{") ? objectIn(file, line, trimmed) : { id: line, text: trimmed } },
    ];
  });
}

function objectIn(file: string, line: number, text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    throw new InputError([
      { file, line, wrong: "broken JSON", right: "expected one object on a line, or plain text" },
    ]);
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
