import { InputError } from "#model/input-error.ts";
import { signBytes, whoSigned } from "../../../cycle/sealing/ssh-signature.ts";
import { WrongUse } from "../../failure.ts";
import { JSON_OUT } from "../../options.ts";
import { readBytes, readText } from "../../read-file.ts";
import { defineVerb } from "../../verb.ts";
import { writeNew } from "../../write-new.ts";
import { ownKeys } from "./keys.ts";

/** A signature beside each file, which ssh-keygen checks as well. */
export const signFiles = defineVerb({
  words: ["FILE…"],
  options: JSON_OUT,
  run: async ({ options, words: files }, shell) => {
    const { signing } = ownKeys(shell);
    for (const file of files) {
      const signature = `${file}.sig`;
      writeNew(signature, signBytes(readBytes(file), signing));
      shell.out(options.json ? JSON.stringify({ file, signature }) : `${file} → ${signature}`);
    }
    return 0;
  },
});

/** Whether a file is as it was signed, and by whom. */
export const verifyFile = defineVerb({
  words: ["FILE"],
  options: {
    by: { takes: "KEY", summary: "the key it has to be signed by, as `tocsin keys` of the signer says it" },
    signature: { takes: "FILE", summary: "the signature (FILE.sig unless given)" },
    ...JSON_OUT,
  },
  run: async ({ options, words: [file = ""] }, shell) => {
    if (options.by === undefined) throw new WrongUse("--by is missing; the signer's key would be right");
    const wanted = options.by.trim().split(/\s+/).slice(0, 2).join(" ");
    const signature = options.signature ?? `${file}.sig`;
    const signer = signedBy(file, signature);
    const isRight = signer === wanted;
    if (!isRight)
      shell.err(
        `${file}: ${signer === null ? "it is not as it was signed" : `signed by another key, ${signer}`}`,
      );
    if (options.json) shell.out(JSON.stringify({ file, signer, verified: isRight }));
    else if (isRight) shell.out(`${file}: as it was signed by ${signer}`);
    return isRight ? 0 : 1;
  },
});

function signedBy(file: string, signature: string): string | null {
  const [bytes, armoured] = [readBytes(file), readText(signature)];
  try {
    return whoSigned(bytes, armoured);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new InputError([
      { file: signature, wrong: error.message, right: "expected a signature by ssh-keygen or tocsin sign" },
    ]);
  }
}
