import type { Shell } from "./shell.ts";

/** `takes` names the value of an option that has one; without it the option is a switch. */
export interface Option {
  readonly takes?: string;
  readonly summary: string;
}

type Options = Readonly<Record<string, Option>>;

/** What was written on the command line for one verb. */
export interface Given<O extends Options> {
  readonly options: { readonly [Name in keyof O]?: O[Name] extends { takes: string } ? string : true };
  readonly words: readonly string[];
}

/** What was written on the command line, before a verb makes it its own. */
export interface Arguments {
  readonly options: Readonly<Record<string, string | true>>;
  readonly words: readonly string[];
}

/** One thing the command line can do. */
export interface Verb {
  /** The words that follow the verb, `FILE…` for one or more, `[WORD]` where it may be left out. */
  readonly words?: readonly string[];
  readonly options: Options;
  /** Does it; answers the exit code, 1 where part of the input was wrong. */
  readonly run: (given: Arguments, shell: Shell) => Promise<number>;
}

/** A verb whose `run` knows the types of its own options. */
export function defineVerb<const O extends Options>(verb: {
  readonly words?: readonly string[];
  readonly options: O;
  readonly run: (given: Given<O>, shell: Shell) => Promise<number>;
}): Verb {
  return { ...verb, run: (given, shell) => verb.run(given as Given<O>, shell) };
}
