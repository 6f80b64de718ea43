import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { appendContribution, contributions, openStore } from "#store/index.ts";
import { readWatch } from "#watch/index.ts";
import { createWorld } from "../world.ts";
import { observeDocuments } from "../reports/observe-documents.ts";
import { reviewQueue } from "../reports/review-report.ts";
import { contributorLedger, vetContribution } from "./vet-contribution.ts";

const WATCH = "watches/ilrs";
const NOW = "2026-11-27T12:00:00.000Z";
const folder = mkdtempSync(path.join(tmpdir(), "tocsin-vet-"));
afterAll(() => rmSync(folder, { recursive: true }));

test("what an accepted contribution tells awaits review under the contribution's own marking", async () => {
  const store = await openStore({ file: path.join(folder, "store.sqlite") });
  const world = createWorld({ watch: readWatch(WATCH), watchDir: WATCH, store, now: () => NOW });
  const text = "China and Russia signed an agreement on a lunar station on Monday.";
  const hand = (contributor: string, said: string) =>
    appendContribution(
      store,
      { contributor, title: "Moon plans", text: said, url: "", marking: "TLP:RED" },
      NOW,
    );
  const [sound, idle] = [await hand("one", text), await hand("two", "Nothing of note.")];
  expect(await observeDocuments(world)).toMatchObject({ documents: 0 });
  await vetContribution(world, sound, { decision: "accepted", by: "duty", note: "" });
  await vetContribution(world, idle, { decision: "rejected", by: "duty", note: "" });
  expect(await observeDocuments(world)).toMatchObject({ documents: 1, reports: 1 });
  const { reports } = await reviewQueue(world, "2026-11-27", { isDecided: false, limit: 10 });
  expect(reports.map(({ sentence, report }) => [sentence, report.marking])).toEqual([[text, "TLP:RED"]]);
  expect(contributorLedger(await contributions(store))).toEqual([
    { contributor: "one", accepted: 1, rejected: 0, waiting: 0 },
    { contributor: "two", accepted: 0, rejected: 1, waiting: 0 },
  ]);
  await store.close();
});
