import { InputError, issueLine, type InputIssue } from "#model/input-error.ts";
import { readElements, type ElementSet } from "#science/orbits/index.ts";
import { WrongUse } from "../../failure.ts";
import { readText } from "../../read-file.ts";
import type { Shell } from "../../shell.ts";

export const ELEMENTS = {
  elements: { takes: "FILE", summary: "OMM (JSON, CSV, XML, KVN) or TLE, told by its content; - for stdin" },
} as const;

/**
 * The element sets of a file a person named. What could not be read is told on stderr, line by line; InputError
 * where nothing could.
 */
export function readElementFile(file: string | undefined, shell: Shell): readonly ElementSet[] {
  if (file === undefined) throw new WrongUse("needs --elements FILE, - for stdin");
  const { elements, rejects } = readElements(readText(file), file);
  const right = "expected OMM (JSON, CSV, XML, KVN) or two-line sets";
  if (elements.length === 0) {
    throw new InputError(
      rejects.length > 0 ? firstOf(rejects, file) : [{ file, wrong: "no element sets", right }],
    );
  }
  if (rejects.length > 0) shell.err(firstOf(rejects, file).map(issueLine).join("\n"));
  return elements;
}

/** A file of another kind has a fault on every line: a few tell it. */
const FAULTS_TOLD = 20;

function firstOf(rejects: readonly InputIssue[], file: string): readonly InputIssue[] {
  const untold = rejects.length - FAULTS_TOLD;
  if (untold <= 0) return rejects;
  const rest = { file, wrong: `${untold} more records that cannot be read`, right: "expected none" };
  return [...rejects.slice(0, FAULTS_TOLD), rest];
}
