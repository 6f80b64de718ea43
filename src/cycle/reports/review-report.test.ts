import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SourceDocument } from "#model/source-document.ts";
import { addDocuments, openStore, readingTotals, type Store } from "#store/index.ts";
import { capture, document } from "#store/testing/samples.ts";
import { readWatch } from "#watch/index.ts";
import { createWorld, type World } from "../world.ts";
import { knownToJudge } from "../known-to-judge.ts";
import { lessonsOf } from "./lessons.ts";
import { observeDocuments } from "./observe-documents.ts";
import { reviewQueue, reviewReport } from "./review-report.ts";

const WATCH = "watches/ilrs";
const TODAY = "2026-11-27";
const folder = mkdtempSync(path.join(tmpdir(), "tocsin-reports-"));
let [store, world] = [] as unknown as [Store, World];

const story = (id: string, title: string, text: string): SourceDocument => ({
  ...document(id, { title, text }),
  language: "en",
  fetchedAt: `${TODAY}T12:00:00.000Z`,
  published: "2026-11-22T08:00:00.000Z",
});

beforeAll(async () => {
  store = await openStore({ file: path.join(folder, "store.sqlite") });
  const now = () => `${TODAY}T12:00:00.000Z`;
  world = createWorld({ watch: readWatch(WATCH), watchDir: WATCH, store, now });
  const of = capture("a page");
  const documents = [
    story("1", "Moon plans", "China and Russia signed an agreement on a lunar station on Monday. It rained."),
    story("2", "Spies", "Germany expelled two Russian diplomats over espionage. Brazil met Peru."),
  ].map((one) => ({ ...one, capture: of.sha256 }));
  await addDocuments(store, { origin: "s", capture: of, documents, rejects: [], recordedAt: now() });
});
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

const pending = async () => (await reviewQueue(world, TODAY, { isDecided: false, limit: 10 })).reports;
const judged = async () => (await knownToJudge(store, TODAY)).map(({ observation }) => observation);
const decide = (report: string, decided: Parameters<typeof reviewReport>[1]["decided"]) =>
  reviewReport(world, { report, decided, by: "analyst", note: "" });

describe("documents, reports and what an analyst makes of them", () => {
  test("what is read awaits review with its sentence, and bears on no judgement", async () => {
    expect(await observeDocuments(world)).toMatchObject({ documents: 2, reports: 2 });
    expect((await pending()).map(({ sentence }) => sentence).sort()).toEqual([
      "China and Russia signed an agreement on a lunar station on Monday.",
      "Germany expelled two Russian diplomats over espionage.",
    ]);
    expect(await judged()).toEqual([]);
  });

  test("nothing is read twice unless asked for, and then says the same", async () => {
    expect(await observeDocuments(world)).toMatchObject({ documents: 0 });
    expect(await observeDocuments(world, true)).toMatchObject({ documents: 2, reports: 2 });
    expect(await pending()).toHaveLength(2);
    expect(await readingTotals(store)).toMatchObject({ documents: 2, reports: 2 });
  });

  test("the same event told again is linked to what told it first, and stays so when all is read again", async () => {
    const of = capture("another page");
    const again = story(
      "3",
      "Spies",
      "Germany expelled two Russian diplomats over espionage. Brazil met Peru.",
    );
    const later = { ...again, published: "2026-11-24T06:00:00.000Z", capture: of.sha256 };
    await addDocuments(store, {
      origin: "s",
      capture: of,
      documents: [later],
      rejects: [],
      recordedAt: world.now(),
    });
    await observeDocuments(world);
    const linked = async () =>
      (await pending()).flatMap(({ report }) => report.links.map(({ relation }) => relation));
    expect(await linked()).toEqual(["same-copy"]);
    await observeDocuments(world, true);
    expect(await linked()).toEqual(["same-copy"]);
    const copy = (await pending()).find(({ report }) => report.links.length > 0)!;
    await decide(copy.report.id, { verdict: "rejected", because: "known-already" });
  });

  test("what comes later takes no link from what came before", async () => {
    const of = capture("a page days later");
    const later = story("4", "Orbits", "India signed a launch agreement with Japan on Friday.");
    const documents = [{ ...later, published: "2026-11-27T06:00:00.000Z", capture: of.sha256 }];
    await addDocuments(store, { origin: "s", capture: of, documents, rejects: [], recordedAt: world.now() });
    await observeDocuments(world);
    const { reports } = await reviewQueue(world, TODAY, { isDecided: true, limit: 10 });
    expect(reports.map(({ report }) => report.links.map(({ relation }) => relation))).toEqual([
      ["same-copy"],
    ]);
  });

  test("an accepted report is entered as corrected and supersedes what was read; undone, it is as if it had not been", async () => {
    const [first] = await pending();
    const report = first!.report.id;
    const review = await decide(report, {
      verdict: "accepted",
      correction: { claim: "Two are expelled", credibility: 2, root: "COERCE" },
    });
    const [entry] = await judged();
    expect(entry).toMatchObject({
      id: review!.entered,
      claim: "Two are expelled",
      grade: { credibility: 2 },
      verified: "analyst",
      links: [{ relation: "supersedes", to: report }],
      evidence: first!.report.evidence,
    });
    expect((await pending()).map((one) => one.report.id)).not.toContain(report);
    expect(await lessonsOf(world)).toMatchObject([
      { corrected: 1, instead: { COERCE: 1 }, wrongIn: [report] },
    ]);
    await decide(report, { verdict: "undone" });
    expect(await judged()).toEqual([]);
    expect(await pending()).toHaveLength(2);
  });

  test("a rejected report is out of the queue and entered nowhere", async () => {
    const report = (await pending())[0]!.report.id;
    await decide(report, { verdict: "rejected", because: "misread" });
    expect((await pending()).map((one) => one.report.id)).not.toContain(report);
    expect(await judged()).toEqual([]);
    await decide(report, { verdict: "undone" });
  });

  test("a stream or an actor the watch does not know is refused, and nothing is kept", async () => {
    const report = (await pending())[0]!.report.id;
    const accepted = (correction: object) => decide(report, { verdict: "accepted", correction });
    await expect(accepted({ stream: "weather" })).rejects.toThrow('"weather" is no stream of this watch');
    await expect(accepted({ actors: [{ id: "NOBODY", role: "actor" }] })).rejects.toThrow(
      '"NOBODY" is no actor',
    );
    expect(await pending()).toHaveLength(2);
    expect(await decide("report/none/0.0", { verdict: "undone" })).toBeNull();
  });
});
