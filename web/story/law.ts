import { expect, test } from "vitest";
import { type Story, turnTo } from "./story.ts";

/** The law: an earlier day knows no later end, and votes and steps open down to what they rest on. */
export function lawIsTold(story: () => Story): void {
  test("a treaty stands on the day before its end is known, and each of its steps opens its observation", async () => {
    const standing = async (address: string) => {
      const [page] = await turnTo(story(), address, { width: 1440 });
      await page.locator("summary", { hasText: "the latest first" }).click();
      const row = page.getByRole("row", { name: /^New START/ });
      return { page, row, told: await row.innerText() };
    };
    const { told: then } = await standing("/law?asOf=2026-02-04");
    const { page, row, told: now } = await standing("/law");
    expect(then).toMatch(/suspended\t/);
    expect(now).toMatch(/ended\t/);
    await row.getByRole("button", { name: "2026-02-05" }).click();
    await page.locator(".drawer").getByRole("region", { name: "Who tells it" }).waitFor();
  });

  test("all instruments are lanes when asked for, and votes nobody counted are unknown", async () => {
    const [page] = await turnTo(story(), "/law?shown=all&span=80", { width: 390 });
    const chart = page.locator(".chart", { has: page.getByRole("group", { name: /as lanes/ }) });
    await chart.locator("svg text", { hasText: "Bogota Declaration" }).waitFor();
    await chart.getByRole("button", { name: "Table" }).click();
    expect(await page.locator(".chart-table tbody tr").count()).toBeGreaterThan(60);
    await page.locator(".vote-unknown").first().getByText("unknown").waitFor();
    expect(await page.locator(".vote-line").count()).toBeGreaterThan(10);
  });
}
