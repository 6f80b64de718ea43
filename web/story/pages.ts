import axe from "axe-core";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { COPIED_REPORT, FOREIGN_REPORT } from "./exchanges.ts";
import { type Faults, goWithin, settled, type Story, visit } from "./story.ts";

/** Every page, with something that must be on it once it is there. */
const PAGES: readonly (readonly [address: string, shows: string])[] = [
  ["/", ".scenario-card"],
  ["/sources", ".coverage-strip [data-kind=gap]"],
  ["/sources?asOf=2026-01-01", ".ledger-line"],
  ["/sources?show=all", ".source-group"],
  ["/sources?show=failing", ".source-standing[data-standing=down]"],
  ["/evidence", ".observation-line"],
  ["/evidence/ES-0001", ".record-row mark"],
  [`/evidence/${COPIED_REPORT}`, ".story-below .story-line[aria-current]"],
  ["/review", ".report-sentence mark"],
  ["/review?queue=contributions", ".report-sentence"],
  ["/review?queue=opinions", ".machine-lines"],
  [`/evidence/${FOREIGN_REPORT}`, ".machine-lines"],
  ["/contribute", "form[aria-label=Contribution] textarea"],
  ["/orbit?follow=900000001", ".orbit-globe .world-map[data-ready]"],
  ["/orbit?asOf=2015-01-01", "main code"],
  ["/timeline", ".periodicity-verdict"],
  ["/sites?site=BOHU&asOf=2026-11-03&kind=counterspace", ".site-looks .plot svg"],
  ["/sites?site=BOHU&asOf=2015-01-01&kind=counterspace", ".site-looks code"],
  ["/sites?site=BOHU", ".pair-outline"],
  ["/sites?site=WENCHANG&kind=launch", ".no-clear"],
  ["/indicators", ".heat-line"],
  ["/scenarios", ".move"],
  ["/requirements", ".worth-bar"],
  ["/alignment", "[aria-label^='World map'] .plot svg"],
  ["/activity", ".activity-face"],
  ["/partnership", ".rungs"],
  ["/exposure", ".matrix [data-standing=unknown]"],
  ["/law", "[aria-label*='as lanes'] .plot svg"],
  ["/law?asOf=2016-06-30&shown=all&span=80", ".vote-line"],
  ["/reaction", ".reaction .plot svg"],
  ["/warnings", ".clients-told"],
  ["/briefs", ".brief .references"],
  ["/scoreboard", ".plot svg"],
  ["/?asOf=2022-03-01&open=scenario~espionage", ".contribution"],
  ["/nowhere", "main a[href='/']"],
];

/** Each page at both sizes, the wide one in both schemes: there, within its width, accessible, quiet, and alone. */
export function pagesRender(story: () => Story): void {
  for (const width of [1440, 390] as const) {
    describe(`at ${width} px`, () => {
      let page: Page;
      let faults: Faults;
      // A start of the app costs more than most pages in it: they are gone to as a reader goes, from page to page.
      beforeAll(async () => {
        [page, faults] = await visit(story(), "/", { width });
        await page.evaluate(axe.source);
      });
      for (const [address, shows] of PAGES) {
        test(`${address} is whole, accessible and quiet`, async () => {
          for (const noted of Object.values(faults)) noted.length = 0;
          await page.emulateMedia({ colorScheme: "light" });
          await goWithin(page, address);
          await page.locator(shows).first().waitFor();
          await settled(page);
          expect(await violations(page), "light").toEqual([]);
          if (width === 1440) {
            await page.emulateMedia({ colorScheme: "dark" });
            expect(await violations(page, RULES_OF_COLOUR), "dark").toEqual([]);
          }
          expect(
            await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
          ).toBeLessThanOrEqual(0);
          expect(faults).toEqual({ console: [], outside: [] });
        });
      }
    });
  }
}

/** What another scheme can change: its elements, names and places stay the same. */
const RULES_OF_COLOUR = ["color-contrast", "link-in-text-block"];

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
  }[];
}

/** What axe objects to by its rules, or by some of them, as one line each. */
export async function violations(page: Page, rules?: readonly string[]): Promise<string[]> {
  // Told of what passes as well, axe spends most of its time on naming that.
  const options = { resultTypes: ["violations"], ...(rules && { runOnly: rules }) };
  const { violations: found } = await page.evaluate<AxeResult>(`axe.run(${JSON.stringify(options)})`);
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
  );
}
