import type { Account, NetworkSource } from "../collect/network-source.ts";
import type { Fetch } from "./guarded-fetch.ts";

/** What a world may ask of the network; without one it is offline. */
export interface Network {
  readonly fetch: Fetch;
  /** In [0, 1). */
  readonly random: () => number;
  readonly sleep: (ms: number) => Promise<void>;
  /** How long a reply may take, to its last byte. */
  readonly patienceMs: number;
  /** How long a host's budget is waited for in the middle of an exchange. */
  readonly mostWaitMs: number;
  /** The sources that are switched on. */
  readonly sources: readonly string[];
  /** Of the pages that the entries of one source lead to; what the source bears unless said, none where it is named for once. */
  readonly mostPages?: number;
  /** Sources named for this once, which no list holds. */
  readonly named: readonly NetworkSource[];
  /** Instead of where a source says it is: a mirror. */
  readonly base?: URL;
  /** A person has looked at the failures: the pauses after them are over. */
  readonly isRetry: boolean;
  /** Aborted when a person ends it: what is under way is let go, and nothing further is asked. */
  readonly stopped?: AbortSignal;
  /** By source. */
  readonly accounts: Readonly<Record<string, Account>>;
}
