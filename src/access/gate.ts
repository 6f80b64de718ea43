import { later } from "#model/moment.ts";
import type { Account } from "#model/account.ts";
import {
  accountNamed,
  accountOfToken,
  appendAccess,
  endSession,
  endStaleSessions,
  hasAccounts,
  openSession,
  seeSession,
  sessionOf,
  type Store,
} from "#store/index.ts";
import { type Attempt, createBackOff } from "./back-off.ts";
import { hashPassword, isPasswordOf, SALT_BYTES } from "./password.ts";
import { digestOf, type Random, secretFrom } from "./secret.ts";

/** A session ends after a working day, and when nobody used it for so long. */
const LONGEST_SESSION_MS = 12 * 3_600_000;
const LONGEST_IDLE_MS = 2 * 3_600_000;
/** That a session is in use is written down no more often. */
const SEEN_EVERY_MS = 60_000;
/** Passwords checked at a time: each takes 19 MiB. */
const MOST_AT_ONCE = 8;

/** Who is let in. */
export interface Gate {
  /** Whether whoever asks has to say who they are: where there are accounts, or others than this machine may ask. */
  readonly isGuarded: () => Promise<boolean>;
  readonly signIn: (asked: SignInAsked) => Promise<SignedIn | NotSignedIn>;
  readonly signOut: (session: string) => Promise<void>;
  readonly bySession: (session: string) => Promise<Account | null>;
  readonly byToken: (token: string) => Promise<Account | null>;
  /** Writes down what an account did. */
  readonly record: (account: Account, act: string, about: string) => Promise<void>;
}

export interface SignInAsked extends Attempt {
  readonly password: string;
  /** The secret of the session that is signed in already, which ends. */
  readonly before: string | null;
}

/** The account, and the secret of its new session. */
export interface SignedIn {
  readonly account: Account;
  readonly session: string;
}

/** The same for a wrong password and for a name that no account has; to be tried again after so many milliseconds. */
export interface NotSignedIn {
  readonly waitMs: number;
}

export interface GateSettings {
  readonly store: Store;
  /** ISO 8601 UTC with milliseconds. */
  readonly now: () => string;
  readonly random: Random;
  /** Whether others than this machine may ask. */
  readonly isExposed: boolean;
}

export function createGate({ store, now, random, isExposed }: GateSettings): Gate {
  const check = checkingPasswords(store, random);
  const backOff = createBackOff();
  let underWay = 0;
  const record = (account: string | null, act: string, about: string) =>
    appendAccess(store, { at: now(), account, act, about });
  return {
    isGuarded: async () => isExposed || (await hasAccounts(store)),
    async signIn({ account: name, address, password, before }) {
      if (underWay >= MOST_AT_ONCE) return { waitMs: 1000 };
      const waitMs = backOff.attempt({ account: name, address }, Date.parse(now()));
      if (waitMs > 0) return { waitMs };
      underWay += 1;
      const { account, isRight } = await check(name, password).finally(() => (underWay -= 1));
      if (account === null || !isRight) {
        await record(account?.name ?? null, "was refused", address ?? "an unknown address");
        return { waitMs: 0 };
      }
      backOff.succeeded({ account: name, address });
      if (before !== null) await endSession(store, digestOf(before));
      const session = await open(store, account.name, { at: now(), random });
      await record(account.name, "signed in", address ?? "an unknown address");
      return { account, session };
    },
    async signOut(session) {
      const found = await sessionOf(store, digestOf(session));
      await endSession(store, digestOf(session));
      if (found) await record(found.account.name, "signed out", "");
    },
    bySession: (session) => accountOf(store, digestOf(session), now()),
    byToken: (token) => accountOfToken(store, digestOf(token), now()),
    record: ({ name }, act, about) => record(name, act, about),
  };
}

/** A name that no account has costs the same time as one with a wrong password. */
function checkingPasswords(store: Store, random: Random) {
  const nobody = hashPassword(secretFrom(random), random(SALT_BYTES));
  // Where it fails, so does the first check, which tells.
  nobody.catch(() => {});
  return async (name: string, password: string): Promise<{ account: Account | null; isRight: boolean }> => {
    const [hash, kept] = await Promise.all([nobody, accountNamed(store, name)]);
    const isRight = await isPasswordOf(password, kept?.password ?? hash);
    if (kept === null) return { account: null, isRight: false };
    return { account: { name, role: kept.role, ceiling: kept.ceiling }, isRight };
  };
}

async function open(
  store: Store,
  account: string,
  { at, random }: { readonly at: string; readonly random: Random },
): Promise<string> {
  const session = secretFrom(random);
  await endStaleSessions(store, {
    openedBefore: later(at, -LONGEST_SESSION_MS),
    seenBefore: later(at, -LONGEST_IDLE_MS),
  });
  await openSession(store, { digest: digestOf(session), account, at });
  return session;
}

async function accountOf(store: Store, digest: string, at: string): Promise<Account | null> {
  const found = await sessionOf(store, digest);
  if (found === null) return null;
  if (found.openedAt <= later(at, -LONGEST_SESSION_MS) || found.seenAt <= later(at, -LONGEST_IDLE_MS)) {
    await endSession(store, digest);
    return null;
  }
  if (found.seenAt <= later(at, -SEEN_EVERY_MS)) await seeSession(store, digest, at);
  return found.account;
}
