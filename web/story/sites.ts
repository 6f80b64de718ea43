import { expect, test } from "vitest";
import { addressed, goWithin, type Story, turnTo, visit } from "./story.ts";

/** Pictures of a site: the handle moves by key, flicker goes on and off, and what is doubtful is said. */
export function picturesAreCompared(story: () => Story): void {
  test("before and after are swiped by key, flickered and faded, with the reasons beside them", async () => {
    const [page, faults] = await visit(story(), "/sites?site=BOHU", { width: 1440 });
    const handle = page.getByRole("slider", { name: "How much of the earlier picture is shown" });
    await handle.focus();
    await page.keyboard.press("Home");
    await page.keyboard.press("ArrowRight");
    expect(await handle.getAttribute("aria-valuenow")).toBe("2");
    const after = page.locator(".pair-after");
    expect(await after.evaluate((element) => getComputedStyle(element).clipPath)).toContain("2%");
    expect(await after.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(64);
    await page.getByRole("slider", { name: "Opacity of the later picture" }).fill("40");
    expect(await after.evaluate((element) => getComputedStyle(element).opacity)).toBe("0.4");
    const flicker = page.getByRole("button", { name: "Flicker" });
    await flicker.click();
    await page.locator(".pair-after[data-away]").waitFor({ state: "attached" });
    await flicker.click();
    await page.locator(".pair-after:not([data-away])").waitFor();
    await page.getByText("not measured on this site's history").first().waitFor();
    await page.getByText("Contains modified Copernicus Sentinel data 2026").waitFor();
    await page.getByText("awaits an analyst").first().waitFor();
    const strip = page.getByRole("region", { name: "Pictures by day" });
    expect(await strip.locator("img").count()).toBe(2);
    expect(await strip.locator("li").count()).toBe(5);
    await strip.getByText("candidate").waitFor();
    await page.getByText("which nobody has compared yet").waitFor();
    await page.getByText("descending, Sun 57° high, 5 % cloud").first().waitFor();
    await goWithin(page, "/review");
    await page.getByRole("link", { name: "before and after" }).click();
    await page.locator(".pair-outline").first().waitFor();
    expect(addressed(page).searchParams.get("site")).toBe("BOHU");
    expect(faults).toEqual({ console: [], outside: [] });
  });

  test("a site nobody compared and one under cloud say so", async () => {
    const [page] = await turnTo(story(), "/sites?site=XICHANG", { width: 390 });
    await page.getByText("No picture of this site has been compared yet").waitFor();
    await goWithin(page, "/sites?site=WENCHANG");
    await page.getByText("No clear image since 1 June 2026").waitFor();
  });
}

/** Sites: map and list are narrowed together, and how sure a place is is said. */
export function sitesAreNarrowed(story: () => Story): void {
  test("words, bloc and kind narrow map and list, stand in the address, and leave the chosen site", async () => {
    const [page, faults] = await turnTo(story(), "/sites?site=BOHU", { width: 1440 });
    const rows = page.locator(".site-list tbody tr");
    const all = await rows.count();
    await page.getByLabel("Run by").selectOption({ label: "NATO, EU and allies" });
    await page.getByLabel("Kind").selectOption("deep space");
    const fewer = await rows.count();
    expect(fewer).toBeGreaterThan(3);
    expect(fewer).toBeLessThan(all / 4);
    await page.getByLabel("Words").fill("malargue");
    await page.getByRole("link", { name: "Malargüe 35 m dish" }).click();
    expect(await rows.count()).toBe(1);
    expect(addressed(page).search).toContain("kind=deep-space");
    expect(addressed(page).searchParams.get("site")).toBe("MALARGUE");
    await page.getByText("read in the source").waitFor();
    expect(faults).toEqual({ console: [], outside: [] });
  });
}
