import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Observation } from "#model/observation.ts";
import { addObservations, appendReview, openStore, type Store } from "#store/index.ts";
import { capture, NOW, observation } from "#store/testing/samples.ts";
import { readWatch } from "#watch/index.ts";
import type { Assessed } from "../assess/assess.ts";
import { createWorld, type World } from "../world.ts";
import { observationInDetail } from "./observation-in-detail.ts";

const WATCH = "examples/watches/arctic-cables";
const SENTENCE = "Норвегия и Россия подписали соглашение.";
const PAGE = capture(`Заголовок\n\nВчера шёл дождь. ${SENTENCE} Детали неизвестны.`);
const folder = mkdtempSync(path.join(tmpdir(), "tocsin-detail-"));
let [store, world] = [] as unknown as [Store, World];

const report = (id: string, knownAt: string, links: Observation["links"] = []): Observation => {
  const from = new TextDecoder().decode(PAGE.bytes).indexOf(SENTENCE);
  const locator = { type: "span", from, to: from + SENTENCE.length } as const;
  return observation(id, {
    ...{ knownAt, links, verified: "coded", attributes: { language: "ru" } },
    source: { name: id, url: "", urlKind: "exact" },
    evidence: { capture: PAGE.sha256, locator, method: "event-coder", version: "1" },
  });
};

beforeAll(async () => {
  store = await openStore({ file: path.join(folder, "store.sqlite") });
  world = createWorld({ watch: readWatch(WATCH), watchDir: WATCH, store, now: () => NOW });
  const observations = [
    report("report/a/0", "2026-11-01"),
    report("report/b/0", "2026-11-05", [
      { relation: "same-copy", to: "report/a/0", because: "contained 0.93" },
    ]),
    report("report/c/0", "2026-11-09", [{ relation: "same-story", to: "report/a/0" }]),
    report("report/d/0", "2026-11-12", [{ relation: "contradicts", to: "report/a/0" }]),
  ];
  await addObservations(store, { origin: "t", capture: PAGE, observations, rejects: [], recordedAt: NOW });
});
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

const seenOn = async (asOf: string, id = "report/a/0") => {
  const assessed = { assessment: { asOf }, situation: { measured: [] } } as unknown as Assessed;
  return (await observationInDetail(world, assessed, id))!;
};

test("on each day the story has those who had told it by then, and no other", async () => {
  const counted = async (day: string) => {
    const { components, confirming, contradicting } = (await seenOn(day)).story;
    return [components.flat().length, confirming, contradicting];
  };
  expect(await counted("2026-11-02")).toEqual([1, 1, 0]);
  expect(await counted("2026-11-06")).toEqual([2, 1, 0]);
  expect(await counted("2026-11-10")).toEqual([3, 2, 0]);
  expect(await counted("2026-11-13")).toEqual([3, 2, 1]);
});

test("the sentence comes with what stands around it on its page", async () => {
  const { evidence } = await seenOn("2026-11-02");
  expect(evidence).toMatchObject({
    before: "Заголовок\n\nВчера шёл дождь. ",
    text: SENTENCE,
    after: " Детали неизвестны.",
  });
  expect(evidence.before + evidence.text + evidence.after).toHaveLength(evidence.characters);
});

test("a report found misread tells nothing from the day on which that was said", async () => {
  const decided = { verdict: "rejected", because: "misread" } as const;
  const at = "2026-11-20T08:00:00.000Z";
  await appendReview(store, { report: "report/c/0", decided, entered: null, by: "analyst", note: "", at });
  expect((await seenOn("2026-11-19")).story.confirming).toBe(2);
  expect((await seenOn("2026-11-20")).story.confirming).toBe(1);
  expect((await seenOn("2026-11-20", "report/c/0")).story.here).toBe("report/c/0");
});

test("a voice of the state is told to be one under any name it goes by", async () => {
  const interestOf = async (knownAs: string[]) => {
    const { sources, ...watch } = readWatch(WATCH);
    const [one, ...others] = sources;
    const voice = { ...one!, name: "Agency", knownAs, country: "CHN", kind: "official" };
    world = createWorld({ ...world, watch: { ...watch, sources: [voice, ...others] } });
    return (await seenOn("2026-11-13")).story.components
      .flat()
      .find(({ observation: { id } }) => id === "report/a/0")!.interest;
  };
  expect(await interestOf(["report/a/0"])).toMatch(/^a voice of the state, which is a party to this/);
  expect(await interestOf([])).toBeNull();
});
