import { parseArgs } from "node:util";
import { nearest } from "#science/text/tables/index.ts";
import { WrongUse } from "./failure.ts";
import type { Arguments, Verb } from "./verb.ts";

/** Reads what follows the verb. WrongUse on an option it does not have, a missing value, or a word too many. */
export function readArguments(name: string, verb: Verb, args: readonly string[]): Arguments {
  const { tokens } = parseArgs({
    args: [...args],
    strict: false,
    allowPositionals: true,
    tokens: true,
    options: Object.fromEntries(
      Object.entries(verb.options).map(([option, { takes }]) => [
        option,
        { type: takes ? "string" : "boolean" },
      ]),
    ),
  });
  const options: Record<string, string | true> = {};
  const words: string[] = [];
  for (const token of tokens) {
    if (token.kind === "positional") words.push(token.value);
    if (token.kind === "option") options[token.name] = valueOf(name, verb, token);
  }
  refuseWrongWords(name, verb.words ?? [], words);
  return { options, words };
}

interface OptionToken {
  readonly name: string;
  readonly rawName: string;
  readonly value: string | undefined;
  readonly inlineValue: boolean | undefined;
}

function valueOf(
  name: string,
  verb: Verb,
  { name: option, rawName, value, inlineValue }: OptionToken,
): string | true {
  const known = Object.hasOwn(verb.options, option) ? verb.options[option] : undefined;
  if (known === undefined) {
    const meant = nearest(option, Object.keys(verb.options));
    const advice = meant === null ? `see "tocsin help ${name}"` : `perhaps --${meant}`;
    throw new WrongUse(`"${name}" has no option ${rawName}; ${advice}`);
  }
  if (known.takes === undefined) {
    if (value !== undefined) throw new WrongUse(`--${option} takes no value, got "${value}"`);
    return true;
  }
  const isMissing = value === undefined || value === "" || (!inlineValue && value.startsWith("--"));
  if (isMissing) throw new WrongUse(`--${option} needs a value: --${option} ${known.takes}`);
  return value;
}

function refuseWrongWords(name: string, wanted: readonly string[], words: readonly string[]): void {
  const isOpen = wanted.at(-1)?.endsWith("…") ?? false;
  const needed = wanted.filter((word) => !word.startsWith("[")).length;
  if (words.length < needed) {
    throw new WrongUse(`"${name}" needs ${wanted[words.length]}; see "tocsin help ${name}"`);
  }
  if (!isOpen && words.length > wanted.length) {
    throw new WrongUse(`"${name}" does not take "${words[wanted.length]}"; see "tocsin help ${name}"`);
  }
}
