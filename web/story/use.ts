import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { COPIED_REPORT } from "./exchanges.ts";
import { addressed, settled, type Story, turnTo, visit } from "./story.ts";

const numbers = (page: Page) => page.locator(".scenario-card .probability-p").allTextContents();

/** The time control: it moves the numbers, the address and the frame together. */
export function timeMoves(story: () => Story): void {
  test("a typed day changes the numbers, the address and the frame, and today brings them back", async () => {
    const [page] = await turnTo(story(), "/", { width: 1440 });
    const today = await numbers(page);
    await page.getByLabel("As known on, exact day").fill("2022-03-01");
    await page.keyboard.press("Enter");
    await page.getByText("Not today:").waitFor();
    await settled(page);
    expect(addressed(page).searchParams.get("asOf")).toBe("2022-03-01");
    expect(await numbers(page)).not.toEqual(today);
    await page.getByRole("button", { name: "Back to today" }).click();
    await settled(page);
    await expect.poll(() => numbers(page)).toEqual(today);
    expect(addressed(page).searchParams.has("asOf")).toBe(false);
  });

  test("brackets step through time by the month, the slider too, and links keep the day", async () => {
    const [page] = await visit(story(), "/?asOf=2022-03-01", { width: 1440 });
    await page.keyboard.press("[");
    await expect.poll(() => addressed(page).searchParams.get("asOf")).toBe("2022-02-28");
    await page.keyboard.press("]");
    await expect.poll(() => addressed(page).searchParams.get("asOf")).toBe("2022-03-31");
    await page.getByLabel("As known on, by month").press("ArrowRight");
    await expect.poll(() => addressed(page).searchParams.get("asOf")).toBe("2022-04-30");
    await page.getByRole("link", { name: "Warnings", exact: true }).first().click();
    expect(addressed(page).pathname + addressed(page).search).toBe("/warnings?asOf=2022-04-30");
  });

  test("a day that does not exist is refused with the reason and changes nothing", async () => {
    const [page] = await turnTo(story(), "/warnings", { width: 390 });
    await page.getByLabel("As known on, exact day").fill("2022-02-30");
    await page.keyboard.press("Enter");
    await page.getByRole("alert").getByText("such as 2022-03-01").waitFor();
    expect(addressed(page).search).toBe("");
  });
}

/** The sources: those that fail stand first, and each unfolds to what it is trusted for and what it failed of. */
export function sourcesAreTold(story: () => Story): void {
  test("a source that is down stands first, and says since when, why, and how far it is trusted", async () => {
    const [page] = await turnTo(story(), "/sources", { width: 1440 });
    await page.getByText(/4 of \d+ sources are switched on; 1 is down and 1 failed lately\./).waitFor();
    const first = page.locator(".source-line").first();
    expect(await first.locator("summary").innerText()).toMatch(/TASS[^]*state-controlled[^]*down since/);
    await first.locator("summary").click();
    await first.getByText("getaddrinfo ENOTFOUND").waitFor();
    await first.getByText("an interested party on what concerns it").waitFor();
    await page.getByText("State-controlled", { exact: true }).click();
    expect(addressed(page).searchParams.get("show")).toBe("state");
  });
}

/** The timeline: an earlier day knows fewer milestones, and both questions are answered from these alone. */
export function timelineAnswers(story: () => Story): void {
  test("the timeline of an earlier day knows no later milestone", async () => {
    const counted = async (address: string) => {
      const [page] = await turnTo(story(), address, { width: 1440 });
      await page.locator(".periodicity-verdict", { hasText: "between 2 and 17 years" }).waitFor();
      return [page, parseInt(await page.locator(".chart-caption").first().innerText())] as const;
    };
    const [, now] = await counted("/timeline");
    const [page, then] = await counted("/timeline?asOf=2015-01-31");
    expect(then).toBeGreaterThan(50);
    expect(then).toBeLessThan(now);
    await page.getByText("1957-10-04 to 2015-01-31;").waitFor();
  });
}

/** Who tells a story: copies folded under their origin, what is behind a letter down to the claims. */
export function storiesAreTold(story: () => Story): void {
  test("copies are folded under their origin, opened and followed by keys, with the sentence lit in its page", async () => {
    const [page] = await turnTo(story(), `/evidence/${COPIED_REPORT}`, { width: 390 });
    const tree = page.getByRole("region", { name: "Who tells it" });
    await tree.getByText("copy: 100 % of its text").waitFor();
    await page.locator(".evidence-quote[lang=en] mark", { hasText: "signed an agreement" }).waitFor();
    await tree.getByRole("button", { name: /SpaceNews/ }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Reported by SpaceNews" }).waitFor();
    await tree.getByText("copy: 100 % of its text").waitFor({ state: "hidden" });
    const origin = tree.locator(".story-components > li", { hasText: "Reported by SpaceNews" });
    await origin.locator("summary").focus();
    await page.keyboard.press("Enter");
    await tree.getByText("copy: 100 % of its text").waitFor();
  });

  test("what is behind a letter opens down to the claim and to what confirmed it", async () => {
    const [page] = await turnTo(story(), "/sources", { width: 1440 });
    const ledger = page.getByRole("region", { name: "What is behind the letters" });
    await ledger.locator(".ledger-line > summary").first().click();
    await ledger.locator(".ledger-claims .text-button").nth(1).click();
    await page.locator(".drawer").getByRole("region", { name: "Who tells it" }).waitFor();
    expect(addressed(page).searchParams.get("open")).toMatch(/^observation~/);
  });
}

/** The map of who stands where: every state is in its table, and an earlier day fills fewer. */
export function alignmentIsMapped(story: () => Story): void {
  test("the map of an earlier day fills fewer states, stripes those in both, and lists all as a table", async () => {
    const drawn = async (address: string) => {
      const [page] = await turnTo(story(), address, { width: 1440 });
      const chart = page.locator(".chart", { has: page.getByRole("img", { name: "World map" }) });
      await chart.locator("[fill='url(#membership-stripes-1)'] path").first().waitFor();
      return { page, chart, filled: await chart.locator("path[fill='var(--bloc-west)']").count() };
    };
    const { filled: then } = await drawn("/alignment?asOf=2022-12-31");
    const { page, chart, filled } = await drawn("/alignment");
    expect(then).toBeGreaterThan(10);
    expect(then).toBeLessThan(filled);
    const both = chart.locator("[fill='url(#membership-stripes-1)'] title", {
      hasText: "Artemis Accords and ILRS",
    });
    expect(await both.allTextContents()).toContain("Thailand: Artemis Accords and ILRS");
    await chart.getByText("too small to draw: Tuvalu").waitFor();
    await chart.getByRole("button", { name: "Table" }).click();
    expect(await page.locator(".chart-table tbody tr").count()).toBe(193);
  });
}

/** The derivation: from a probability down to the sentence, and up again. */
export function derivationOpens(story: () => Story): void {
  for (const width of [1440, 390] as const) {
    test(`a probability opens down to the sentence it rests on at ${width} px`, async () => {
      const [page] = await turnTo(story(), "/", { width });
      const number = page.locator(".scenario-card .probability-number").first();
      await number.click();
      await page.locator(".contribution").first().click();
      await page.locator(".drawer .observation-line").first().click();
      await page.getByRole("button", { name: "Show the evidence" }).click();
      await page.locator(".drawer .record-row mark").waitFor();
      const open = addressed(page).searchParams.getAll("open");
      expect(open.map((layer) => layer.split("~")[0])).toEqual([
        "scenario",
        "indicator",
        "observation",
        "evidence",
      ]);
      await page.keyboard.press("Escape");
      await page.getByRole("button", { name: "Show the evidence" }).waitFor();
      await page.goBack();
      await page.locator(".drawer .record-row mark").waitFor();
      for (let i = 0; i < 4; i++) await page.keyboard.press("Escape");
      await page.locator(".drawer").waitFor({ state: "detached" });
      expect(await number.evaluate((element) => element === document.activeElement)).toBe(true);
    });
  }

  test("a row nobody has checked says so, and only an address that leads to the item is a link", async () => {
    const [page] = await turnTo(story(), "/evidence/ES-0001", { width: 1440 });
    await page.getByText("not yet checked against a source").first().waitFor();
    expect(await page.locator("main a[href^='http']").count()).toBe(0);
    const [checked] = await turnTo(story(), "/evidence/ES-0120", { width: 1440 });
    await checked.locator("main a[href^='https://']").waitFor();
  });
}

/** Frames in which a supposition must be answered. */
const WITHIN_MS = 32;

export function suppositionsAnswer(story: () => Story): void {
  test("moving a level or a gate changes the answer within a frame or two, and back again", async () => {
    const [page] = await turnTo(story(), "/scenarios?scenario=espionage", { width: 1440 });
    await page.locator(".what-if-slider").first().waitFor();
    const took = await page.evaluate(moveAndTime);
    expect(took.changed).toBe(true);
    expect(Math.min(...took.ms)).toBeLessThan(WITHIN_MS);
    await page.getByRole("button", { name: "As judged" }).click();
    await expect.poll(() => page.locator("[data-answer=espionage]").textContent()).toBe("");
  });
}

export function requirementsRank(story: () => Story): void {
  test("what to look at next is ranked, opens its indicator, and is a table too", async () => {
    const [page] = await turnTo(story(), "/scenarios?scenario=espionage", { width: 1440 });
    const panel = page.getByRole("region", { name: "What would move it" });
    await panel.getByRole("heading", { name: "What is only supposed" }).waitFor();
    const chart = panel.locator(".chart").first();
    await chart.getByRole("button", { name: "Table" }).click();
    const shifts = await chart.locator("tbody td:last-child").allTextContents();
    expect(shifts.map(Number)).toEqual(shifts.map(Number).toSorted((a, b) => b - a));
    await chart.getByRole("button", { name: "Chart" }).click();
    await chart.locator(".move").first().click();
    await page.locator(".drawer").waitFor();
    expect(addressed(page).searchParams.get("open")).toMatch(/^indicator~/);
  });
}

/** Moves the first slider to and fro, timing each answer from the event to the changed page. Runs in the page. */
async function moveAndTime(): Promise<{ changed: boolean; ms: number[] }> {
  const slider = document.querySelector<HTMLInputElement>(".what-if-slider input")!;
  const answer = document.querySelector("[data-answer=espionage]")!;
  const ms: number[] = [];
  const told = new Set<string | null>();
  for (const level of ["1", "5", "2", "4", "1", "5"]) {
    const begun = performance.now();
    const changed = new Promise((resolve) => {
      const observer = new MutationObserver(() => (observer.disconnect(), resolve(null)));
      observer.observe(answer, { characterData: true, childList: true, subtree: true });
      setTimeout(resolve, 1000);
    });
    // Past React's own setter, as a hand would.
    Reflect.set(HTMLInputElement.prototype, "value", level, slider);
    slider.dispatchEvent(new Event("input", { bubbles: true }));
    await changed;
    ms.push(performance.now() - begun);
    told.add(answer.textContent);
  }
  return { changed: told.size > 1, ms };
}

/** The globe: what is in orbit, and how one object is followed. */
export function orbitsFollow(story: () => Story): void {
  test("an object is followed by its name: in the address, on the globe, with its history, until it is left", async () => {
    const [page] = await turnTo(story(), "/orbit", { width: 1440 });
    await page.getByText("64 objects, half of them").waitFor();
    await page.getByText("of 15 there are no element sets").waitFor();
    await page.getByLabel("Follow an object").fill("sentry 1");
    await page.getByRole("button", { name: "SENTRY 1 ·" }).click();
    await page.getByRole("heading", { name: "SENTRY 1, over time" }).waitFor();
    expect(addressed(page).searchParams.get("follow")).toBe("900000001");
    await page.locator(".orbit-labels").getByText("SENTRY 1").waitFor({ state: "attached" });
    await page.getByText("2 element sets").waitFor();
    await page.getByRole("button", { name: "Leave SENTRY 1" }).click();
    await page.getByRole("heading", { name: "SENTRY 1, over time" }).waitFor({ state: "detached" });
    expect(addressed(page).searchParams.has("follow")).toBe(false);
  });

  test("time on the globe can pass faster", async () => {
    const [page] = await turnTo(story(), "/orbit", { width: 390 });
    const momentMs = async () =>
      Date.parse((await page.locator(".orbit-moment").textContent())!.replace(" UTC", "Z"));
    const before = await momentMs();
    await page.getByText("600 ×").click();
    await expect.poll(momentMs, { timeout: 10_000 }).toBeGreaterThan(before + 600_000);
  });
}

/** Keys, search, saving, acknowledging, and a server that has gone. */
export function handsReach(story: () => Story): void {
  test("keys move, open, search and help", async () => {
    const [page] = await turnTo(story(), "/evidence", { width: 1440 });
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    await page.keyboard.press("k");
    const first = page.locator(".observation-line").first();
    await expect.poll(() => first.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press("o");
    await page.waitForURL(/\/evidence\/./);
    await page.keyboard.press("?");
    await page.getByRole("dialog", { name: "Keyboard" }).waitFor();
    await page.keyboard.press("Escape");
    await page.keyboard.press("/");
    await page.getByRole("dialog", { name: "Search" }).waitFor();
    await page
      .getByRole("searchbox")
      .or(page.getByRole("textbox", { name: "Search" }))
      .fill("Viasat");
    await page.getByRole("menuitem", { name: /Look for/ }).click();
    await page.waitForURL(/q=Viasat/);
    await page.getByText(/observations? with “Viasat”/).waitFor();
  });

  test("a chart is also a table and a file", async () => {
    const [page] = await turnTo(story(), "/", { width: 1440 });
    const chart = page.locator(".scenario-card .chart").first();
    await chart.getByRole("button", { name: "Table" }).click();
    expect(await chart.locator("tbody tr").count()).toBeGreaterThan(100);
    const saved = page.waitForEvent("download");
    await chart.getByRole("button", { name: "CSV" }).click();
    expect((await saved).suggestedFilename()).toBe("espionage-path.csv");
  });

  test("an acknowledgement is sent, kept and shown", async () => {
    const [page] = await turnTo(story(), "/warnings", { width: 390 });
    const card = page.locator(".warning-card").first();
    await card.locator("summary", { hasText: "Acknowledge" }).click();
    await card.getByLabel("Your name").fill("M. Duty");
    await card.getByLabel("Note (optional)").fill("Read at 07:00");
    await card.getByRole("button", { name: "Acknowledge" }).click();
    await card.getByText("Read at 07:00").waitFor();
  });

  test("a server that has gone is said, with what to do, and asked again on demand", async () => {
    // Anew: an app that has the warnings already would go on showing them.
    const [page] = await visit(story(), "/sources", { width: 1440 });
    await page.route("**/api/warnings*", (route) => route.abort());
    await page.getByRole("link", { name: "Warnings", exact: true }).first().click();
    await page.getByRole("alert").getByText("The server does not answer.").waitFor();
    await page.unroute("**/api/warnings*");
    await page.getByRole("button", { name: "Try again" }).click();
    await page.locator(".warning-card").first().waitFor();
  });
}
