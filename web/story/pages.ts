import axe from "axe-core";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { COPIED_REPORT, FOREIGN_REPORT } from "./exchanges.ts";
import { settled, type Story, visit } from "./story.ts";

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
  ["/alignment", "[aria-label^='World map'] .plot svg"],
  ["/reaction", ".reaction .plot svg"],
  ["/warnings", ".warning-card"],
  ["/briefs", ".brief .references"],
  ["/scoreboard", ".plot svg"],
  ["/?asOf=2022-03-01&open=scenario~espionage", ".contribution"],
  ["/nowhere", "main a[href='/']"],
];

/** Each page at both sizes and in both schemes: there, within its width, accessible, quiet, and alone. */
export function pagesRender(story: () => Story): void {
  for (const [address, shows] of PAGES) {
    for (const width of [1440, 390] as const) {
      test(`${address} at ${width} px is whole, accessible and quiet in light and dark`, async () => {
        const [page, faults] = await visit(story(), address, { width });
        await page.locator(shows).first().waitFor();
        await settled(page);
        for (const colorScheme of ["light", "dark"] as const) {
          await page.emulateMedia({ colorScheme });
          expect(await violations(page), colorScheme).toEqual([]);
        }
        expect(
          await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
        ).toBeLessThanOrEqual(0);
        expect(faults).toEqual({ console: [], outside: [] });
      });
    }
  }
}

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
  }[];
}

/** What axe objects to, as one line each. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations: found } = await page.evaluate<AxeResult>("axe.run()");
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
  );
}
