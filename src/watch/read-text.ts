import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { OutsideFailed, type InputIssue } from "#model/input-error.ts";
import { decodeText } from "#science/text/tables/index.ts";

/** The text of a file the watch must have, or why there is none. `file` is the path that issues carry. */
export function readText(file: string): { text: string; issues: [] } | { text: null; issues: InputIssue[] } {
  const bytes = readBytes(file);
  if (bytes === null)
    return { text: null, issues: [{ file, wrong: "no such file", right: "expected this file" }] };
  const text = decodeText(bytes);
  if (typeof text === "string") return { text, issues: [] };
  const { line, column, wrong, right } = text;
  return { text: null, issues: [{ file, line, column, wrong, right }] };
}

/** The bytes of a file; null where there is none. */
export function readBytes(file: string): Uint8Array | null {
  return unlessAbsent(file, () => readFileSync(file));
}

/** The YAML files in a folder, by name; null where there is no folder. */
export function yamlFilesIn(folder: string): string[] | null {
  const names = unlessAbsent(folder, () => readdirSync(folder));
  return (
    names
      ?.filter((name) => name.endsWith(".yaml"))
      .sort()
      .map((name) => path.join(folder, name)) ?? null
  );
}

function unlessAbsent<T>(file: string, read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof Error && "code" in error && ABSENT.includes(String(error.code))) return null;
    throw new OutsideFailed(`cannot read ${file}`, error);
  }
}

const ABSENT = ["ENOENT", "ENOTDIR", "EISDIR"];
