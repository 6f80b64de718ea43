/** After this many failures in a row each next one is waited for twice as long. */
const FREE_FAILURES = 5;
/** Nobody who knows the password is kept out for longer by strangers who try the account from elsewhere. */
const LONGEST_FOR_ACCOUNT_MS = 60_000;
const LONGEST_FOR_ADDRESS_MS = 15 * 60_000;
/** Failures older than that are forgotten. */
const REMEMBERED_MS = 60 * 60_000;
const MOST_REMEMBERED = 20_000;

/** Who tries to sign in, and from where; null where a proxy hides that. */
export interface Attempt {
  readonly account: string;
  readonly address: string | null;
}

/** Slows down whoever guesses passwords. */
export interface BackOff {
  /** Milliseconds until this may be tried; where it is none, the attempt counts as failed until it is told to have succeeded. */
  readonly attempt: (attempt: Attempt, nowMs: number) => number;
  readonly succeeded: (attempt: Attempt) => void;
}

interface Failures {
  readonly times: number;
  readonly lastMs: number;
}

/**
 * Counts failures by account and by address. Where the account signed in from an address before, failures from
 * elsewhere do not make it wait: an attacker slows himself down, and not those who work there.
 */
export function createBackOff(): BackOff {
  const failures = new Map<string, Failures>();
  const trusted = new Set<string>();
  const wait = (key: string, longestMs: number, nowMs: number): number => {
    const { times, lastMs } = recent(failures.get(key), nowMs);
    if (times < FREE_FAILURES) return 0;
    return Math.max(0, lastMs + Math.min(longestMs, 1000 * 2 ** (times - FREE_FAILURES)) - nowMs);
  };
  return {
    attempt(attempt, nowMs) {
      const keys = keysOf(attempt, trusted);
      const longest = Math.max(0, ...keys.map(([key, longestMs]) => wait(key, longestMs, nowMs)));
      if (longest > 0) return longest;
      for (const [key] of keys) {
        const { times } = recent(failures.get(key), nowMs);
        failures.delete(key);
        failures.set(key, { times: times + 1, lastMs: nowMs });
      }
      forgetOldest(failures);
      return 0;
    },
    succeeded(attempt) {
      for (const [key] of keysOf(attempt, trusted)) {
        const { times = 0, lastMs = 0 } = failures.get(key) ?? {};
        // An address takes back its own attempt alone: a guesser with an account of his own does not clear his failures.
        if (key.startsWith("from ")) failures.set(key, { times: Math.max(0, times - 1), lastMs });
        else failures.delete(key);
      }
      if (attempt.address !== null) trusted.add(pairOf(attempt));
      forgetOldest(trusted);
    },
  };
}

function keysOf(
  attempt: Attempt,
  trusted: ReadonlySet<string>,
): (readonly [key: string, longestMs: number])[] {
  const pair = pairOf(attempt);
  const account = trusted.has(pair) ? pair : `to ${attempt.account}`;
  const keys = [[account, LONGEST_FOR_ACCOUNT_MS] as const];
  return attempt.address === null ? keys : [...keys, [`from ${attempt.address}`, LONGEST_FOR_ADDRESS_MS]];
}

function pairOf({ account, address }: Attempt): string {
  return `both ${account} ${address}`;
}

function recent(known: Failures | undefined, nowMs: number): Failures {
  return known !== undefined && nowMs - known.lastMs < REMEMBERED_MS ? known : { times: 0, lastMs: 0 };
}

function forgetOldest(kept: {
  readonly size: number;
  keys(): Iterator<string>;
  delete(key: string): boolean;
}): void {
  while (kept.size > MOST_REMEMBERED) kept.delete(kept.keys().next().value!);
}
