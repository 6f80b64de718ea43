import type { Reject } from "#model/capture.ts";
import type { SourceDocument } from "#model/source-document.ts";
import type { ReadElementSets } from "./sources/element-sets.ts";
import type { ReadCatalogue } from "./sources/satcat.ts";

/** A source on the network is a value: where to ask, how often it may be asked, and how to read what comes back. */
export interface NetworkSource {
  readonly id: string;
  readonly summary: string;
  /** Where it is unless told otherwise; what is asked for is relative to it. */
  readonly base: string;
  /** Least time between two requests, whatever became of the first. */
  readonly everyMinutes: number;
  /** Longer than this without an answer is a gap in what is covered. */
  readonly staleAfterHours: number;
  /** How many requests the host bears within a time, for whatever source. */
  readonly budget: readonly Allowance[];
  readonly mostBytes: number;
  /** Of what packed bytes hold; eight times as many unless said. */
  readonly mostUnpackedBytes?: number;
  /** Whether it can only be asked by somebody with an account there. */
  readonly needsAccount?: true;
  /** Whether its host's robots.txt is asked first: so wherever no terms for programs are published. */
  readonly obeysRobots?: true;
  /** ISO 639-1, where it has one language. */
  readonly language?: string;
  /** How many further requests one answer may lead to; none unless said. */
  readonly mostFollowed?: number;
  /** How many of the pages its entries lead to are read each time; none unless said. */
  readonly mostPages?: number;
  readonly ask: (base: URL, account: Account, memory: Memory) => Question;
  readonly reads: Reading;
}

export interface Allowance {
  readonly requests: number;
  readonly perMs: number;
}

/** The user's own account with a source; never logged, never stored. */
export interface Account {
  readonly identity: string;
  readonly password: string;
}

/** What is asked for; with a form it is a POST, and the form is nobody else's business. */
export interface Question {
  readonly url: URL;
  readonly form?: URLSearchParams;
  /** Media types that are understood. */
  readonly accept?: string;
  /** What the source's reader calls this step of a longer exchange. */
  readonly step?: string;
  /** What a list says the MD5 of the file is, in hexadecimal. */
  readonly md5?: string;
}

/** What a source said before of how far it has been read, by address without its query. */
export type Memory = (addressWithoutQuery: string) => string | undefined;

/** How a reply is read; `capture` is the hash its rejects point to, `knownAt` when it was fetched. */
export type Reading =
  | {
      readonly noun: "element sets";
      readonly read: (text: string, capture: string, knownAt: string) => ReadElementSets;
    }
  | {
      readonly noun: "objects";
      readonly catalogue: string;
      readonly read: (text: string, capture: string) => ReadCatalogue;
    }
  | { readonly noun: "documents"; readonly read: ReadDocumentsOf };

/** Reads documents out of a reply, and says what is to be asked next; RangeError where it is nothing of the kind. */
export type ReadDocumentsOf = (reply: ReplyToRead) => ReadDocuments;

/** A reply, unpacked. */
export interface ReplyToRead {
  /** The id of the source. */
  readonly source: string;
  /** ISO 639-1; empty where the catalogue does not say. */
  readonly language: string;
  readonly url: URL;
  readonly step: string;
  readonly mediaType: string;
  /** Those that are kept, by their names in small letters. */
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Uint8Array;
  /** The hash of the capture. */
  readonly capture: string;
  readonly fetchedAt: string;
  readonly memory: Memory;
}

export interface ReadDocuments {
  readonly documents: readonly SourceDocument[];
  readonly rejects: readonly Reject[];
  /** What the reply leads to, in the order in which it is to be asked. */
  readonly follow?: readonly Question[];
}

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** The longest pause between two tries of a source that fails. */
const LONGEST_PAUSE_MS = 7 * DAY_MS;

/**
 * How long to leave a source alone that has failed so many times in a row, this time included. A refusal (4xx) is
 * for a person to look at, so it waits a day at once; other failures ten minutes, doubling. `random` in [0, 1)
 * spreads the tries of many installations from half to one and a half of that.
 */
export function pauseMs(failures: number, isRefusal: boolean, random: number): number {
  const first = isRefusal ? DAY_MS : 10 * MINUTE_MS;
  return Math.min(first * 2 ** (failures - 1), LONGEST_PAUSE_MS) * (0.5 + random);
}

/** A span in which a source that was being asked gave no answer; null while it lasts. */
export interface Gap {
  readonly from: string;
  readonly to: string | null;
}

/**
 * The spans without an answer longer than the source allows, from its first request to now: what was not seen in
 * them is unknown, not absent. `answered` are the times at which it replied, in order.
 */
export function gapsOf(
  { staleAfterHours }: Pick<NetworkSource, "staleAfterHours">,
  firstAsked: string,
  answered: readonly string[],
  now: string,
): Gap[] {
  const isLong = (from: string, to: string) =>
    Date.parse(to) - Date.parse(from) > staleAfterHours * 3_600_000;
  const times = [firstAsked, ...answered];
  const past = answered
    .map((to, i): Gap => ({ from: times[i]!, to }))
    .filter(({ from, to }) => isLong(from, to!));
  const last = times.at(-1)!;
  return isLong(last, now) ? [...past, { from: last, to: null }] : past;
}
