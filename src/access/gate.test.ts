import { randomBytes } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { accessLog, addAccount, changeAccount, changePassword, type Store } from "#store/index.ts";
import { onSqlite } from "#store/testing/each-store.ts";
import { createGate, type Gate } from "./gate.ts";
import { hashPassword } from "./password.ts";

const RIGHT = "correct horse battery";
const DUTY = { name: "duty", role: "analyst", ceiling: "TLP:AMBER" } as const;
const MINUTE_MS = 60_000;
let hash = "";

beforeAll(async () => {
  hash = await hashPassword(RIGHT, randomBytes(16));
});

async function gateOn(store: Store) {
  let nowMs = Date.parse("2026-11-23T08:00:00.000Z");
  const now = () => new Date(nowMs).toISOString();
  await addAccount(store, { ...DUTY, password: hash, addedAt: now() });
  const gate = createGate({ store, now, random: randomBytes, isExposed: false });
  return { gate, pass: (minutes: number) => void (nowMs += minutes * MINUTE_MS) };
}

async function signedIn(gate: Gate, before: string | null = null): Promise<string> {
  const made = await gate.signIn({ account: "duty", password: RIGHT, address: "192.0.2.7", before });
  if ("waitMs" in made) throw new Error("not signed in");
  return made.session;
}

onSqlite(({ open }) => {
  test("the gate is guarded once there is an account, or others than this machine may ask", async () => {
    const store = await open();
    const settings = { store, now: () => "2026-11-23T08:00:00.000Z", random: randomBytes };
    const [here, everywhere] = [false, true].map((isExposed) => createGate({ ...settings, isExposed }));
    expect([await here!.isGuarded(), await everywhere!.isGuarded()]).toEqual([false, true]);
    await addAccount(store, { ...DUTY, password: hash, addedAt: settings.now() });
    expect(await here!.isGuarded()).toBe(true);
  });

  test("a wrong password and an unknown name are told alike, and both are written down", async () => {
    const store = await open();
    const { gate } = await gateOn(store);
    const asked = { password: "wrong horse battery", address: "203.0.113.9", before: null };
    const [known, unknown] = [
      await gate.signIn({ ...asked, account: "duty" }),
      await gate.signIn({ ...asked, account: "nobody" }),
    ];
    expect(known).toEqual({ waitMs: 0 });
    expect(unknown).toEqual(known);
    expect((await accessLog(store, 9)).map(({ account, act, about }) => [account, act, about])).toEqual([
      ["duty", "was refused", "203.0.113.9"],
      [null, "was refused", "203.0.113.9"],
    ]);
  });

  test("an unknown name takes as long as a wrong password", async () => {
    const { gate } = await gateOn(await open());
    const cost = async (account: string) => {
      const before = process.cpuUsage();
      await gate.signIn({ account, password: "wrong horse battery", address: null, before: null });
      const { user, system } = process.cpuUsage(before);
      return user + system;
    };
    // The least of a few tries: whatever else the process does only adds to it.
    let [known, unknown] = [Infinity, Infinity];
    for (let attempt = 0; attempt < 4; attempt++) {
      known = Math.min(known, await cost("duty"));
      unknown = Math.min(unknown, await cost("nobody"));
    }
    expect(Math.max(known, unknown) / Math.min(known, unknown)).toBeLessThan(1.6);
  });

  test("a session lasts while it is used, half a day at most, and signing in again makes another", async () => {
    const { gate, pass } = await gateOn(await open());
    const first = await signedIn(gate);
    expect(await gate.bySession(first)).toEqual(DUTY);
    const second = await signedIn(gate, first);
    expect(second).not.toBe(first);
    expect([await gate.bySession(first), await gate.bySession(second)]).toEqual([null, DUTY]);
    for (let hours = 0; hours < 11; hours++) {
      pass(60);
      expect(await gate.bySession(second), `after ${hours + 1} hours`).toEqual(DUTY);
    }
    pass(60);
    expect(await gate.bySession(second)).toBeNull();
    const idle = await signedIn(gate);
    pass(121);
    expect(await gate.bySession(idle)).toBeNull();
  });

  test("signing out, another password and another role hold at once", async () => {
    const store = await open();
    const { gate } = await gateOn(store);
    const [here, elsewhere] = [await signedIn(gate), await signedIn(gate)];
    await gate.signOut(here);
    expect([await gate.bySession(here), await gate.bySession(elsewhere)]).toEqual([null, DUTY]);
    await changeAccount(store, { ...DUTY, role: "reader" });
    expect((await gate.bySession(elsewhere))?.role).toBe("reader");
    await changePassword(store, "duty", await hashPassword("another horse battery", randomBytes(16)));
    expect(await gate.bySession(elsewhere)).toBeNull();
    expect((await accessLog(store, 9)).map(({ act }) => act)).toEqual([
      "signed in",
      "signed in",
      "signed out",
    ]);
  });

  test("a guesser waits, and signs in no sooner with the right password", async () => {
    const { gate, pass } = await gateOn(await open());
    const guess = (password: string) =>
      gate.signIn({ account: "duty", password, address: "203.0.113.9", before: null });
    for (let i = 0; i < 5; i++) expect(await guess(`wrong horse ${i}`)).toEqual({ waitMs: 0 });
    expect(await guess(RIGHT)).toEqual({ waitMs: 1000 });
    pass(1);
    expect(await guess(RIGHT)).toMatchObject({ account: DUTY });
  });
});
