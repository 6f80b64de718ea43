import { InputError } from "#model/input-error.ts";
import { seal, unseal } from "../../../cycle/sealing/seal.ts";
import { listIn } from "../../config.ts";
import { WrongUse } from "../../failure.ts";
import { JSON_OUT } from "../../options.ts";
import { readBytes } from "../../read-file.ts";
import { defineVerb } from "../../verb.ts";
import { writeNew } from "../../write-new.ts";
import { ownKeys } from "./keys.ts";

/** Encrypts files so that the recipients alone can open them. */
export const sealFiles = defineVerb({
  words: ["FILE…"],
  options: {
    to: {
      takes: "KEYS",
      summary: "who may open them: what their `tocsin keys` says they receive by, with commas between",
    },
    ...JSON_OUT,
  },
  run: async ({ options, words: files }, shell) => {
    const recipients = listIn(options.to);
    if (recipients.length === 0) throw new WrongUse("--to is missing; a recipient's age1… would be right");
    for (const file of files) {
      const sealed = `${file}.age`;
      writeNew(sealed, await seal(readBytes(file), recipients).catch(wrongUse));
      shell.out(
        options.json
          ? JSON.stringify({ file, sealed, recipients: recipients.length })
          : `${file} → ${sealed}`,
      );
    }
    return 0;
  },
});

function wrongUse(error: unknown): never {
  throw error instanceof RangeError
    ? new WrongUse(`--to: ${error.message}; what "tocsin keys" says would be right`)
    : error;
}

/** Opens what was sealed for this installation. */
export const openFile = defineVerb({
  words: ["FILE"],
  options: { out: { takes: "FILE", summary: "where to (FILE without .age unless given)" }, ...JSON_OUT },
  run: async ({ options, words: [file = ""] }, shell) => {
    const out = options.out ?? file.replace(/\.age$/, "");
    if (out === file) throw new WrongUse("--out is missing; a name for what was sealed would be right");
    const bytes = await unseal(readBytes(file), ownKeys(shell).identity).catch((error: unknown) => {
      if (!(error instanceof RangeError)) throw error;
      const right = "expected a file sealed for this installation, as it was sealed";
      throw new InputError([{ file, wrong: `it cannot be opened (${error.message})`, right }]);
    });
    writeNew(out, bytes);
    shell.out(options.json ? JSON.stringify({ file, opened: out }) : `${file} → ${out}`);
    return 0;
  },
});
