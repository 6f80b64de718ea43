import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Opinion } from "#model/opinion.ts";
import { addCapture, appendOpinion, openStore, type Store } from "#store/index.ts";
import { capture, NOW } from "#store/testing/samples.ts";
import { readWatch } from "#watch/index.ts";
import { createWorld, type World } from "../world.ts";
import { knownToJudge } from "../known-to-judge.ts";
import { decideOpinion, opinionQueue } from "./decide-opinion.ts";

const WATCH = "examples/watches/arctic-cables";
const TODAY = NOW.slice(0, 10);
const PAGE = capture("Norway and Russia are both on the shore.");
const folder = mkdtempSync(path.join(tmpdir(), "tocsin-opinions-"));
let [store, world] = [] as unknown as [Store, World];

const opinion = (id: string, changed: Partial<Opinion> = {}): Opinion => ({
  ...{ id, kind: "sentence", model: "m", refused: null, at: NOW },
  sentence: {
    ...{ text: "Norway and Russia are both on the shore.", language: "en", capture: PAGE.sha256 },
    ...{ from: 0, to: 40, url: "https://example.org/", source: "Barents Observer", reliability: "B" },
    ...{ marking: "TLP:CLEAR", knownAt: "2026-11-02" },
  },
  answer: {
    kind: "sentence",
    events: [{ source: "Norway", target: "Russia", root: "CONSULT", trigger: "both" }],
  },
  ...changed,
});

beforeAll(async () => {
  store = await openStore({ file: path.join(folder, "store.sqlite") });
  world = createWorld({ watch: readWatch(WATCH), watchDir: WATCH, store, now: () => NOW });
  await addCapture(store, PAGE);
  const words = { words: "shore", as: "actor", meaning: "none" } as const;
  await appendOpinion(store, opinion("a"));
  await appendOpinion(
    store,
    opinion("b", { kind: "dictionary", answer: { kind: "dictionary", proposals: [words] } }),
  );
  await appendOpinion(store, opinion("c", { answer: null, refused: "the answer is no JSON" }));
  await appendOpinion(store, opinion("d", { answer: { kind: "sentence", events: [] } }));
});
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

const waiting = async () => {
  const { opinions, refused } = await opinionQueue(world, TODAY, { isDecided: false, limit: 9 });
  return [opinions.map((one) => one.opinion.id), refused];
};
const decide = (report: string, decided: Parameters<typeof decideOpinion>[1]["decided"]) =>
  decideOpinion(world, { report, decided, by: "analyst", note: "" });
const judged = async () => (await knownToJudge(store, TODAY)).map(({ observation }) => observation);

test("what says something waits; refused answers are counted, and nothing bears on a judgement", async () => {
  expect(await waiting()).toEqual([["b", "a"], 1]);
  expect(await judged()).toEqual([]);
  expect((await opinionQueue(world, "2026-11-01", { isDecided: false, limit: 9 })).total).toBe(0);
});

test("a sentence that is taken enters as the analyst says, from its own page, with no word of the model", async () => {
  const stream = world.watch.record[0]!.stream;
  await decide("a", { verdict: "accepted", correction: { stream, kind: "talks", claim: "They met" } });
  const [entry] = await judged();
  expect(entry).toMatchObject({
    ...{ stream, kind: "talks", claim: "They met", verified: "analyst", links: [], knownAt: "2026-11-02" },
    ...{ source: { name: "Barents Observer" }, grade: { reliability: "B", credibility: 6 } },
    evidence: { capture: PAGE.sha256, locator: { type: "span", from: 0, to: 40 }, method: "analyst" },
  });
  expect(JSON.stringify(entry)).not.toContain("CONSULT");
  await decide("a", { verdict: "undone" });
  expect(await judged()).toEqual([]);
  expect(await waiting()).toEqual([["b", "a"], 1]);
});

test("words for a dictionary are taken without entering anything, and what was refused cannot be taken", async () => {
  expect(await decide("b", { verdict: "accepted", correction: {} })).toMatchObject({ entered: null });
  expect(await judged()).toEqual([]);
  expect(await decide("c", { verdict: "accepted", correction: {} })).toBeNull();
  expect(await decide("nothing", { verdict: "undone" })).toBeNull();
});
