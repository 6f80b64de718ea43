import { expect, test } from "vitest";
import { accountOfToken, accessTokens, addAccessToken, revokeAccessToken } from "./access-tokens.ts";
import {
  accountNamed,
  accounts,
  addAccount,
  changeAccount,
  changePassword,
  hasAccounts,
  removeAccount,
} from "./accounts.ts";
import { endStaleSessions, openSession, seeSession, sessionOf } from "./sessions.ts";
import type { Store } from "./store.ts";
import { onEachStore } from "./testing/each-store.ts";

const AT = "2026-11-23T12:00:00.000Z";
const LATER = "2026-11-23T13:00:00.000Z";
const DUTY = { name: "duty", role: "analyst", ceiling: "TLP:AMBER" } as const;

async function withAccount(open: () => Promise<Store>): Promise<Store> {
  const store = await open();
  await addAccount(store, { ...DUTY, password: "hash", addedAt: AT });
  return store;
}

onEachStore(({ open }) => {
  test("an account is added once, changed, and removed", async () => {
    const store = await open();
    expect(await hasAccounts(store)).toBe(false);
    expect(await addAccount(store, { ...DUTY, password: "hash", addedAt: AT })).toBe(true);
    expect(await addAccount(store, { ...DUTY, role: "steward", password: "other", addedAt: AT })).toBe(false);
    expect(await accountNamed(store, "duty")).toEqual({ ...DUTY, password: "hash", addedAt: AT });
    expect(await changeAccount(store, { ...DUTY, role: "reader" })).toBe(true);
    expect((await accounts(store)).map(({ role }) => role)).toEqual(["reader"]);
    expect(await removeAccount(store, "duty")).toBe(true);
    expect([await removeAccount(store, "duty"), await changeAccount(store, DUTY)]).toEqual([false, false]);
    expect([await hasAccounts(store), await accountNamed(store, "duty")]).toEqual([false, null]);
  });

  test("another password ends every session of its account, and of no other", async () => {
    const store = await withAccount(open);
    await addAccount(store, { ...DUTY, name: "desk", password: "hash", addedAt: AT });
    for (const [digest, account] of [
      ["a", "duty"],
      ["b", "duty"],
      ["c", "desk"],
    ] as const)
      await openSession(store, { digest, account, at: AT });
    expect(await changePassword(store, "duty", "new")).toBe(true);
    const left = await Promise.all(["a", "b", "c"].map((digest) => sessionOf(store, digest)));
    expect(left.map((session) => session?.account.name)).toEqual([undefined, undefined, "desk"]);
    expect((await accountNamed(store, "duty"))?.password).toBe("new");
    expect(await changePassword(store, "nobody", "new")).toBe(false);
  });

  test("a session says what its account may now, and is forgotten when it was unused or is old", async () => {
    const store = await withAccount(open);
    for (const digest of ["a", "b"]) await openSession(store, { digest, account: "duty", at: AT });
    await changeAccount(store, { ...DUTY, ceiling: "TLP:RED" });
    await seeSession(store, "a", LATER);
    expect(await sessionOf(store, "a")).toEqual({
      account: { ...DUTY, ceiling: "TLP:RED" },
      openedAt: AT,
      seenAt: LATER,
    });
    await endStaleSessions(store, { openedBefore: AT, seenBefore: LATER });
    expect([await sessionOf(store, "a"), await sessionOf(store, "b")]).toEqual([expect.anything(), null]);
    await endStaleSessions(store, { openedBefore: LATER, seenBefore: AT });
    expect(await sessionOf(store, "a")).toBeNull();
  });

  test("a token holds until it expires or is revoked, and goes with its account", async () => {
    const store = await withAccount(open);
    const token = { account: "duty", madeAt: AT, expiresAt: null };
    expect(await addAccessToken(store, { ...token, digest: "a", label: "feed" })).toBe(true);
    expect(await addAccessToken(store, { ...token, digest: "b", label: "feed" })).toBe(false);
    await addAccessToken(store, { ...token, digest: "c", label: "taxii", expiresAt: LATER });
    expect(await accountOfToken(store, "a", LATER)).toEqual(DUTY);
    expect(await accountOfToken(store, "b", AT)).toBeNull();
    expect([await accountOfToken(store, "c", AT), await accountOfToken(store, "c", LATER)]).toEqual([
      DUTY,
      null,
    ]);
    expect(await revokeAccessToken(store, "duty", "feed")).toBe(true);
    expect(await revokeAccessToken(store, "duty", "feed")).toBe(false);
    expect(await accountOfToken(store, "a", AT)).toBeNull();
    expect((await accessTokens(store)).map(({ label }) => label)).toEqual(["taxii"]);
    await openSession(store, { digest: "s", account: "duty", at: AT });
    await removeAccount(store, "duty");
    expect([await accessTokens(store), await sessionOf(store, "s")]).toEqual([[], null]);
  });
});
