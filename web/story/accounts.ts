import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import axe from "axe-core";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addObservations, openStore } from "#store/index.ts";
import { batch, observation } from "#store/testing/samples.ts";
import { violations } from "./pages.ts";
import { addressOf, ROOT } from "./serving.ts";
import { openPage, type Story } from "./story.ts";

const PHRASE = "correct horse battery";
const ACCOUNTS = [
  ["duty", "analyst", "red"],
  ["guest", "reader", "green"],
  ["desk", "reader", "red"],
] as const;
const WATCH = ["--watch", "examples/watches/arctic-cables"];

/** The app on a server with accounts, one of them below what is held. */
async function openGuarded(story: Story): Promise<Story> {
  const home = mkdtempSync(path.join(tmpdir(), "tocsin-accounts-"));
  const surroundings = { cwd: ROOT, env: { ...process.env, TOCSIN_HOME: home } };
  const tocsin = (...words: readonly string[]) => ["bin/tocsin.js", ...words, ...WATCH];
  for (const [name, role, ceiling] of ACCOUNTS) {
    const add = tocsin("user", "add", name, "--role", role, "--ceiling", ceiling);
    execFileSync(process.execPath, add, { ...surroundings, input: `${PHRASE}\n` });
  }
  const store = await openStore({ file: path.join(home, "arctic-cables.sqlite") });
  await addObservations(store, batch([observation("AMBER-1", { marking: "TLP:AMBER", actors: [] })]));
  await store.close();
  const server = spawn(process.execPath, tocsin("serve", "--port", "0"), surroundings);
  const close = async () => {
    server.kill("SIGTERM");
    rmSync(home, { recursive: true, force: true });
  };
  return { ...story, base: await addressOf(server), close };
}

async function signIn(page: Page, account: string, password: string): Promise<void> {
  await page.getByLabel("Account").fill(account);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

/** Who has an account signs in, is named, signs out; and is told what is closed to it. */
export function accountsAreAsked(story: () => Story): void {
  let guarded: Story;
  beforeAll(async () => {
    guarded = await openGuarded(story());
  }, 120_000);
  afterAll(() => guarded.close());

  for (const width of [1440, 390] as const) {
    test(`at ${width} px nothing is shown before signing in, and everything after it`, async () => {
      const [page] = await openPage(guarded, { width });
      await page.goto(`${guarded.base}/warnings?asOf=2025-06-30`);
      await page.getByRole("heading", { name: "Who is asking?" }).waitFor();
      await page.evaluate(axe.source);
      expect(await violations(page)).toEqual([]);
      expect(await page.getByText("Arctic").count()).toBe(0);
      await signIn(page, "duty", "wrong horse battery");
      await page.getByRole("alert").getByText("do not belong together").waitFor();
      await signIn(page, "duty", PHRASE);
      await page.getByRole("heading", { name: "What needs a decision, and by when?" }).waitFor();
      expect(new URL(page.url()).search).toBe("?asOf=2025-06-30");
      if (width === 390) await page.getByRole("button", { name: "More" }).click();
      await page.getByText("analyst, up to TLP:RED").and(page.locator(":visible")).waitFor();
      expect(await violations(page)).toEqual([]);
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      ).toBeLessThanOrEqual(0);
      await page.getByRole("button", { name: "Sign out" }).and(page.locator(":visible")).click();
      await page.getByRole("heading", { name: "Who is asking?" }).waitFor();
      await page.reload();
      await page.getByRole("heading", { name: "Who is asking?" }).waitFor();
      await page.context().close();
    });
  }

  whatRolesSee(() => guarded);
}

function whatRolesSee(guarded: () => Story): void {
  test("an analyst decides under the account's name", async () => {
    const [page] = await openPage(guarded(), { width: 1440 });
    await page.goto(`${guarded().base}/review`);
    await signIn(page, "duty", PHRASE);
    await page.getByText("Decided by duty").waitFor();
    expect(await page.getByLabel("Decided by (role)").count()).toBe(0);
    await page.context().close();
  });

  test("a reader is shown everything, and nothing to decide with", async () => {
    const [page] = await openPage(guarded(), { width: 1440 });
    await page.goto(`${guarded().base}/warnings`);
    await signIn(page, "desk", PHRASE);
    await page.locator(".warning-card").first().waitFor();
    expect(await page.getByText("Acknowledge", { exact: true }).count()).toBe(0);
    await page.goto(`${guarded().base}/review`);
    await page.getByText("desk reads, and decides nothing").waitFor();
    await page.context().close();
  });

  test("an account below what is held is told why, and what it may fetch", async () => {
    const [page] = await openPage(guarded(), { width: 390 });
    await page.goto(guarded().base);
    await signIn(page, "guest", PHRASE);
    await page.getByText("1 observation is marked above TLP:GREEN").waitFor();
    await page.evaluate(axe.source);
    expect(await violations(page)).toEqual([]);
    const feed = await page.getByRole("link", { name: "Warnings as Atom" }).getAttribute("href");
    expect(await page.evaluate(async (to) => (await fetch(to!)).status, feed)).toBe(200);
    await page.context().close();
  });
}
