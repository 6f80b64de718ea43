import { InputError } from "#model/input-error.ts";
import {
  BeliefError,
  BifError,
  parseBif,
  type BeliefNetwork,
  type Evidence,
} from "#science/belief/networks/index.ts";
import { WrongUse } from "../../failure.ts";
import { readJson, readText } from "../../read-file.ts";

export const EVIDENCE = {
  evidence: {
    takes: "FILE",
    summary: '{"hard": {VARIABLE: STATE}, "soft": {VARIABLE: {STATE: LIKELIHOOD}}}',
  },
} as const;

/** As if every row of a table had been learned from so many cases. */
export const STRENGTH = {
  strength: {
    takes: "CASES",
    summary: "doubt the tables as if every row were learned from so many cases (50)",
    unlessTold: "50",
  },
} as const;

/** The number an option gives; WrongUse unless it is above 0. */
export function positive(option: string, given: string): number {
  const value = Number(given);
  if (value > 0 && value < Infinity) return value;
  throw new WrongUse(`--${option} wants a number above 0, got "${given}"`);
}

export function wholeNumber(option: string, given: string, least = 1): number {
  const value = positive(option, given);
  if (Number.isSafeInteger(value) && value >= least) return value;
  throw new WrongUse(`--${option} wants a whole number from ${least}, got "${given}"`);
}

/** Ends the command where the variable asked about is given by the evidence: nothing is left to say of it. */
export function refuseGiven(file: string | undefined, query: string, { hard = {} }: Evidence): void {
  if (file === undefined || !Object.hasOwn(hard, query)) return;
  const wrong = `"${query}" is asked about and given as ${String(hard[query])}`;
  throw new InputError([{ file, wrong, right: "expected evidence on other variables, or another --query" }]);
}

/** The network in a BIF file; InputError with the place of the fault. */
export function readNetwork(file: string): BeliefNetwork {
  const text = readText(file);
  return blaming(file, () => parseBif(text));
}

/** Evidence as it is given in a file; what it must be is said where it meets the network. */
export function readEvidenceFile(file: string | undefined): Evidence {
  if (file === undefined) return {};
  const given = readJson(file);
  if (typeof given === "object" && given !== null && !Array.isArray(given)) return given;
  const right = 'expected {"hard": {VARIABLE: STATE}, "soft": {VARIABLE: {STATE: LIKELIHOOD}}}';
  throw new InputError([{ file, wrong: "not a JSON object", right }]);
}

/** Does the work; what belief refuses is the fault of that file. */
export function blaming<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof BeliefError)) throw error;
    const place = error instanceof BifError ? { line: error.line, column: error.column } : {};
    const wrong = error.problem.replace(/^line \d+, column \d+: /, "");
    throw new InputError([{ file, ...place, wrong, right: error.remedy }]);
  }
}
