import { test } from "vitest";
import { type Story, turnTo } from "./story.ts";

/** Review: one key decides on the report that has the focus, and another takes it back. */
export function reportsAreDecided(story: () => Story): void {
  test("a key accepts the report in focus, and the decision can be taken back", async () => {
    const [page] = await turnTo(story(), "/review", { width: 1440 });
    const report = page.locator(".report", { hasText: "expelled two Russian diplomats" });
    await report.focus();
    await page.keyboard.press("a");
    await report.waitFor({ state: "detached" });
    await page.getByText("Decided", { exact: true }).click();
    await report.getByText("by analyst").waitFor();
    await report.focus();
    await page.keyboard.press("u");
    await report.waitFor({ state: "detached" });
    await page.getByText("Waiting", { exact: true }).click();
    await report.waitFor();
  });

  test("a machine's opinion is marked as one, and its sentence enters in the analyst's words or is left", async () => {
    const [page] = await turnTo(story(), "/review?queue=opinions", { width: 1440 });
    const card = page.locator(".report", { hasText: "shore of the Barents Sea" });
    await card.getByText("machine opinion").waitFor();
    await card.focus();
    await page.keyboard.press("a");
    await card.getByLabel("Stream").selectOption({ index: 1 });
    await card.getByLabel("Kind").fill("talks");
    await page.keyboard.press("Enter");
    await card.waitFor({ state: "detached" });
    await page.getByText("Decided", { exact: true }).click();
    await card.getByRole("link", { name: "evidence" }).waitFor();
    await card.focus();
    await page.keyboard.press("u");
    await card.waitFor({ state: "detached" });
    await page.getByText("Waiting", { exact: true }).click();
    await card.waitFor();
  });
}

/** Contributing: handed in by form, vetted by key, and taken back. */
export function contributionsAreVetted(story: () => Story): void {
  test("what is handed in waits under Review, is entered by an analyst, and can be taken back", async () => {
    const [form] = await turnTo(story(), "/contribute", { width: 390 });
    await form.getByLabel("Who hands it in").fill("Cable monitor");
    await form.getByLabel("What happened").fill("A tracking ship left Jiangyin");
    await form.getByLabel("Marking").selectOption("TLP:GREEN");
    await form.getByLabel("Actors").selectOption("CHN");
    await form.getByLabel("What was seen").fill("It sailed at dawn.");
    await form.getByRole("button", { name: "Hand in" }).click();
    await form.getByText("It awaits an analyst.").waitFor();
    const [page] = await turnTo(story(), "/review?queue=contributions", { width: 1440 });
    const card = page.locator(".report", { hasText: "A tracking ship left Jiangyin" });
    await card.getByText("TLP:GREEN").waitFor();
    await card.focus();
    await page.keyboard.press("a");
    await card.getByLabel("Stream").selectOption({ index: 1 });
    await card.getByLabel("Kind").fill("movement");
    await page.keyboard.press("Enter");
    await card.waitFor({ state: "detached" });
    await page.getByText("Decided", { exact: true }).click();
    await card.getByText("by analyst").waitFor();
    await card.focus();
    await page.keyboard.press("u");
    await card.waitFor({ state: "detached" });
    await page.getByText("Waiting", { exact: true }).click();
    await card.waitFor();
  });
}
