import type { Day } from "#model/day.ts";
import type { Source } from "#model/source.ts";
import { betaQuantile } from "#science/numbers/index.ts";

export type Letter = Source["reliability"];

/** One claim of a source, and what became of it. */
export interface SourceClaim {
  readonly source: string;
  readonly id: string;
  readonly madeOn: Day;
  readonly outcome?: {
    readonly was: "confirmed" | "refuted";
    /** The day on which that had become known. */
    readonly knownOn: Day;
    /** What showed it. */
    readonly by: string;
  };
}

/** A claim whose outcome was known. */
export type DecidedClaim = SourceClaim & Required<Pick<SourceClaim, "outcome">>;

/** The letter a source starts from, with the written reason for it. */
export interface RegisteredLetter {
  readonly letter: Letter;
  readonly reason: string;
  /** The day on which it was registered; before it, it is not known. */
  readonly since?: Day;
}

/** How reliable a source has been, as known on a day. */
export interface SourceRecord {
  readonly source: string;
  readonly letter: Letter;
  readonly reason: string;
  readonly confirmed: number;
  readonly refuted: number;
  /** Claims of which nobody knew yet. */
  readonly open: number;
  /** The claims behind those counts, as of that day. */
  readonly decided: readonly DecidedClaim[];
  /** The share of claims that hold: the mean and 90 % interval of its Beta distribution; null for F. */
  readonly holds: { readonly mean: number; readonly low: number; readonly high: number } | null;
}

/** The least share of claims that hold for a letter; the words of AJP-2.1 have no numbers, so these are ours. */
const LEAST: readonly (readonly [Letter, number])[] = [
  ["A", 0.95],
  ["B", 0.85],
  ["C", 0.7],
  ["D", 0.5],
  ["E", 0],
];
/** Where in its band a registered letter starts. */
const START: Readonly<Record<Letter, number>> = { A: 0.97, B: 0.9, C: 0.78, D: 0.6, E: 0.3, F: 0.5 };
/** A registered letter counts as so many decided claims. */
const REGISTERED_CLAIMS = 20;
/** Without a registered letter nothing is said before so many claims were decided. */
const ENOUGH_CLAIMS = 10;

/**
 * The ledger of all sources that made a claim or are registered, as known on a day: claims made later are absent,
 * outcomes learned later are open. Letters come from the share of claims that held, never from what one claim says.
 */
export function sourceLedger(
  claims: readonly SourceClaim[],
  asOf: Day,
  registered: ReadonlyMap<string, RegisteredLetter> = new Map(),
): ReadonlyMap<string, SourceRecord> {
  const made = Map.groupBy(
    claims.filter(({ madeOn }) => madeOn <= asOf),
    ({ source }) => source,
  );
  const known = [...registered].filter(([, { since }]) => since === undefined || since <= asOf);
  const letters = new Map(known);
  const names = new Set([...letters.keys(), ...made.keys()]);
  return new Map(
    [...names].map((source) => [source, recordOf(source, made.get(source) ?? [], asOf, letters.get(source))]),
  );
}

function recordOf(
  source: string,
  claims: readonly SourceClaim[],
  asOf: Day,
  registered: RegisteredLetter | undefined,
): SourceRecord {
  const decided = claims.flatMap(({ outcome, ...claim }) =>
    outcome === undefined || outcome.knownOn > asOf ? [] : [{ ...claim, outcome }],
  );
  const count = (was: "confirmed" | "refuted") => decided.filter(({ outcome }) => outcome.was === was).length;
  const [confirmed, refuted] = [count("confirmed"), count("refuted")];
  const counts = { source, confirmed, refuted, open: claims.length - confirmed - refuted, decided };
  const start = registered === undefined || registered.letter === "F" ? null : registered;
  if (start === null && confirmed + refuted < ENOUGH_CLAIMS) {
    const reason = `${registered?.reason ?? "not registered"}; ${confirmed + refuted} of ${ENOUGH_CLAIMS} claims decided that a letter needs`;
    return { ...counts, letter: "F", reason, holds: null };
  }
  const prior = start === null ? { held: 1, failed: 1 } : priorOf(start.letter);
  const [held, failed] = [prior.held + confirmed, prior.failed + refuted];
  const mean = held / (held + failed);
  const inWords = `${confirmed} confirmed, ${refuted} refuted`;
  return {
    ...counts,
    letter: letterOf(mean),
    reason: start === null ? inWords : `registered ${start.letter}: ${start.reason}; since then ${inWords}`,
    holds: { mean, low: betaQuantile(0.05, held, failed), high: betaQuantile(0.95, held, failed) },
  };
}

function priorOf(letter: Letter): { readonly held: number; readonly failed: number } {
  return { held: START[letter] * REGISTERED_CLAIMS, failed: (1 - START[letter]) * REGISTERED_CLAIMS };
}

function letterOf(share: number): Letter {
  return LEAST.find(([, least]) => share >= least)![0];
}
