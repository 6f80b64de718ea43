import { readFileSync } from "node:fs";
import { InputError } from "#model/input-error.ts";
import { decodeText } from "#science/text/tables/index.ts";
import { unpacked } from "../cycle/evidence/capture-content.ts";

/** The bytes of a file a person named, `-` for standard input; InputError where it cannot be read. */
export function readBytes(file: string): Uint8Array {
  try {
    return readFileSync(file === "-" ? 0 : file);
  } catch (error) {
    throw new InputError([{ file, ...unreadable(error) }]);
  }
}

/** What a file is called where its lines are told: standard input has no name of its own. */
export function nameOf(file: string): string {
  return file === "-" ? "stdin" : file;
}

/** The text of a file, UTF-8 or marked UTF-16, unpacked where it is gzip; InputError at the first other byte. */
export function readText(file: string): string {
  const text = decodeText(unpackedOf(file));
  if (typeof text === "string") return text;
  const { line, column, wrong, right } = text;
  throw new InputError([{ file, line, column, wrong, right }]);
}

function unpackedOf(file: string): Uint8Array {
  const bytes = readBytes(file);
  try {
    return unpacked(bytes);
  } catch {
    const [wrong, right] = ["broken gzip", "expected a text, plain or packed whole"];
    throw new InputError([{ file, wrong, right }]);
  }
}

/** The JSON in a file; InputError with the place of the first fault. */
export function readJson(file: string): unknown {
  const text = readText(file);
  const value = parsed(file, text);
  const again = repeatedKey(text);
  if (again === null) return value;
  const wrong = `the key ${again.key} a second time`;
  throw new InputError([{ file, ...placeOf(text, again.at), wrong, right: "expected every key once" }]);
}

function parsed(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const place = placeOfJsonFault(text, error instanceof Error ? error.message : "");
    throw new InputError([{ file, ...place, wrong: "this is not JSON", right: "expected one JSON value" }]);
  }
}

/** The first key of well-formed JSON that its object has already: a parser would silently keep the last. */
function repeatedKey(text: string): { key: string; at: number } | null {
  const open: Set<string>[] = [];
  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\]|\\.)*"(?:\s*:)?|[{}]/g)) {
    if (token === "{") open.push(new Set());
    else if (token === "}") open.pop();
    else if (token.endsWith(":")) {
      const key = token.slice(0, -1).trimEnd();
      const name = JSON.parse(key) as string;
      if (open.at(-1)!.has(name)) return { key, at: index };
      open.at(-1)!.add(name);
    }
  }
  return null;
}

function unreadable(error: unknown): { wrong: string; right: string } {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "ENOENT") return { wrong: "no such file", right: "expected a file" };
  if (code === "EISDIR") return { wrong: "a folder", right: "expected a file" };
  return { wrong: `cannot be read (${code})`, right: "expected a file that may be read" };
}

/** V8 names the position, or ends with the text; either way the place is where reading stopped. */
export function placeOfJsonFault(text: string, message: string): { line: number; column: number } {
  const position = Number(/at position (\d+)/.exec(message)?.[1] ?? text.length);
  return placeOf(text, position);
}

function placeOf(text: string, at: number): { line: number; column: number } {
  const before = text.slice(0, at).split("\n");
  return { line: before.length, column: before.at(-1)!.length + 1 };
}
