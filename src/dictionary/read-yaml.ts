import { readFileSync } from "node:fs";
import { parseDocument } from "yaml";
import type { z } from "zod";
import { InputError } from "#model/input-error.ts";

/** Reads one YAML file by its schema; InputError with the place of the first fault. */
export function readYaml<T>(file: string, schema: z.ZodType<T>): T {
  const document = parseDocument(textOf(file), { prettyErrors: true });
  const [fault] = document.errors;
  if (fault) {
    const [place] = fault.linePos ?? [];
    const at = place ? { line: place.line, column: place.col } : {};
    throw new InputError([{ file, ...at, wrong: fault.message.split("\n")[0]!, right: "expected YAML" }]);
  }
  const read = schema.safeParse(document.toJS());
  if (read.success) return read.data;
  const { path, message } = read.error.issues[0]!;
  throw new InputError([{ file, wrong: `${path.join(".")} does not fit`, right: message }]);
}

function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    throw new InputError([{ file, wrong: "no such file", right: "expected a file of the dictionary" }]);
  }
}
