import { writeFileSync } from "node:fs";
import { InputError, OutsideFailed } from "#model/input-error.ts";

/** Writes a file that is not there yet, for its owner alone; InputError where there is one: nothing is overwritten. */
export function writeNew(file: string, content: string | Uint8Array): void {
  try {
    writeFileSync(file, content, { flag: "wx", mode: 0o600 });
  } catch (error) {
    const isThere = error instanceof Error && "code" in error && error.code === "EEXIST";
    if (isThere)
      throw new InputError([{ file, wrong: "there is such a file", right: "expected a name that is free" }]);
    throw new OutsideFailed(`${file} cannot be written: ${(error as Error).message}`, error);
  }
}
