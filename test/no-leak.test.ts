import { appendFileSync, cpSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { activityOnDay } from "#cycle/answers/activity-on-day.ts";
import { alignmentOnDay } from "#cycle/answers/alignment-on-day.ts";
import { collectionPlanOnDay } from "#cycle/answers/collection-plan-on-day.ts";
import { explainScenario } from "#cycle/answers/explain-scenario.ts";
import { exposureOnDay } from "#cycle/answers/exposure-on-day.ts";
import { lawOnDay } from "#cycle/answers/law-on-day.ts";
import { partnershipOnDay } from "#cycle/answers/partnership-on-day.ts";
import { reactionsAsKnown } from "#cycle/answers/reactions-as-known.ts";
import { scenarioRequirements } from "#cycle/answers/scenario-requirements.ts";
import { scoreLedger } from "#cycle/answers/score-ledger.ts";
import { sourceLedgerOnDay } from "#cycle/answers/source-ledger-on-day.ts";
import { timelineAsKnown } from "#cycle/answers/timeline-as-known.ts";
import { briefAsKnown } from "#cycle/brief-as-known.ts";
import { sitesKnown } from "#cycle/sites/sites-known.ts";
import { collectAndObserve } from "#cycle/cycle.ts";
import { assessAndWarn, assessAsKnown, withWarnings } from "#cycle/judge.ts";
import { createWorld, type World } from "#cycle/world.ts";
import { addDays } from "#model/day.ts";
import type { Observation } from "#model/observation.ts";
import { randomStream } from "#science/numbers/index.ts";
import {
  addDocuments,
  appendAcknowledgement,
  appendAssessment,
  appendBrief,
  appendContribution,
  appendNotice,
  appendReview,
  appendSiteCheck,
  appendVetting,
  contributions,
  observationsKnown,
  openStore,
  reviewsStanding,
} from "#store/index.ts";
import { assessment, brief, capture, document } from "#store/testing/samples.ts";
import { readWatch } from "#watch/index.ts";

const DIR = "watches/ilrs";
const PLANTS = 100;
/** Days on which what was planted becomes known; everything before them must stay as it was, bit by bit. */
const KNOWN_ON = ["2021-01-01", "2023-03-17", "2024-09-30", "2026-01-01", "2027-06-01"];
const random = randomStream("plants");
const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
const opened: World[] = [];

async function collected(dir: string): Promise<World> {
  const file = path.join(mkdtempSync(path.join(tmpdir(), "tocsin-leak-")), "store.sqlite");
  const store = await openStore({ file });
  const world = createWorld({
    watch: readWatch(dir),
    watchDir: dir,
    store,
    now: () => "2026-11-23T00:00:00.000Z",
  });
  opened.push(world);
  await collectAndObserve(world);
  return world;
}

/** A copy of the watch whose record files hold rows of old dates and later knowledge, tied to rows of the past. */
function plantedWatch(): string {
  const dir = mkdtempSync(path.join(tmpdir(), "tocsin-leak-"));
  cpSync(DIR, dir, { recursive: true });
  const files = readWatch(dir).record.map(({ file }) => path.join(dir, file));
  const sound = new Map(files.map((file) => [file, readFileSync(file, "utf8").trimEnd().split("\n")]));
  for (let i = 0; i < PLANTS; i++) {
    const [file, [header, ...lines]] = pick([...sound]);
    const columns = header!.split(",");
    const knownOn = KNOWN_ON[i % KNOWN_ON.length]!;
    const rows = lines
      .filter((line) => !line.includes('"'))
      .map((line) => line.split(","))
      .filter((row) => row[columns.indexOf("date")]! < knownOn);
    const cells = [...pick(rows)];
    const set = (column: string, value: string) => (cells[columns.indexOf(column)] = value);
    const relation = pick(["same-story", "same-origin", "supersedes", "contradicts"]);
    set("id", `PLANT-${i}`);
    set("known_on", knownOn);
    set("links", i % 3 === 0 ? "" : `${relation}=${pick(rows)[0]}`);
    set("credibility", pick(["1", "2", "6"]));
    appendFileSync(file, `${cells.join(",")}\n`);
  }
  return dir;
}

/** A moment after all days that are asked about. */
const LATER = "2027-06-01T08:00:00.000Z";
const BY = { by: "analyst", note: "planted" };

/** Leaves ten of everything else that people and machines leave in a store, all of it later: 90 beside the observations. */
async function plantDecisions({ store, watch }: World): Promise<void> {
  const recorded = (await observationsKnown(store, { known: "2014-05-31" })).slice(0, 10);
  for (const [i, { observation }] of recorded.entries()) {
    const verdict = { verdict: "rejected", because: i % 2 === 0 ? "refuted" : "misread" } as const;
    await appendReview(store, { report: observation.id, decided: verdict, entered: null, ...BY, at: LATER });
    const said = { contributor: `c${i}`, title: "Told", text: "It was not so.", url: "" };
    const id = await appendContribution(store, { ...said, marking: "TLP:GREEN" }, LATER);
    await appendVetting(store, id, { decision: "rejected", because: "refuted", ...BY, at: LATER });
    const published = { title: observation.claim, published: "2027-05-31T00:00:00.000Z", fetchedAt: LATER };
    const documents = [document(`plant-${i}`, { ...published, capture: capture(`plant ${i}`).sha256 })];
    const kept = { capture: capture(`plant ${i}`), rejects: [], recordedAt: LATER };
    await addDocuments(store, { origin: "plants", documents, ...kept });
    await appendAcknowledgement(store, { warning: `${watch.scenarios[0]!.id}/${i}`, ...BY, at: LATER });
    await appendNotice(store, {
      ...{ client: "c", item: `change/${i}`, title: "Told", marking: "TLP:CLEAR", at: LATER },
      ...{ outcome: "told", fault: null, tries: 1, notBefore: null },
    });
    await appendBrief(store, brief(`plant-${i}`, `2027-06-1${i % 10}`), LATER);
    const watched = { id: watch.id, name: watch.name, hash: `later version ${i}` };
    await appendAssessment(store, { ...assessment(`2027-06-1${i % 10}`, 0.99), watch: watched }, LATER);
    const { id: site = `s${i}`, lat = 0, lon = 0 } = watch.sites[i % Math.max(1, watch.sites.length)] ?? {};
    await appendSiteCheck(store, {
      ...{ site, lat, lon: -lon, precisionKm: 1, source: "planted", ...BY, at: LATER },
    });
  }
}

let [sound, planted]: World[] = [];
beforeAll(async () => {
  [sound, planted] = [await collected(DIR), await collected(plantedWatch())];
  await plantDecisions(planted!);
});
afterAll(async () => {
  for (const { store } of opened) await store.close();
});

/** A file with more rows has another hash, whichever of its rows is told. */
const OF_A_FILE = /"capture":"[0-9a-f]{64}"/g;

const isPlant = ({ id }: Observation) => id.startsWith("PLANT-");

test("the record takes every plant, and says it only once it is known", async () => {
  const counts = await Promise.all(
    ["2020-12-31", ...KNOWN_ON].map(async (known) => {
      const recorded = await observationsKnown(planted!.store, { known });
      return recorded.filter(({ observation }) => isPlant(observation)).length;
    }),
  );
  expect(counts).toEqual([0, 20, 40, 60, 80, 100]);
});

test("decisions, contributions and checks of a later day are in the store, and not known before it", async () => {
  const { store } = planted!;
  const held = async (day: string) =>
    [await reviewsStanding(store, day), await contributions(store, day)].map(({ length }) => length);
  expect([await held("2027-05-31"), await held("2027-06-01")]).toEqual([
    [0, 0],
    [10, 10],
  ]);
  const onDay = (world: World) => sitesKnown(world, "2020-12-31");
  expect(await onDay(planted!)).toEqual(await onDay(sound!));
});

test("assessments, warnings and briefs of the days before are the same bits", async () => {
  for (const asOf of ["2014-05-31", "2020-12-31"]) {
    const told = async (world: World) => {
      const assessed = await assessAsKnown(world, asOf);
      return JSON.stringify([withWarnings(assessed), await briefAsKnown(world, assessed)]);
    };
    expect(await told(planted!)).toBe(await told(sound!));
  }
});

test("what the pages ask of the days before is answered with the same bits", async () => {
  for (const asOf of ["2014-05-31", "2020-12-31"]) {
    const told = async (world: World) => {
      const assessed = await assessAsKnown(world, asOf);
      const scenarios = world.watch.scenarios.map(({ id }) => id);
      const asked = [
        activityOnDay,
        partnershipOnDay,
        exposureOnDay,
        sourceLedgerOnDay,
        reactionsAsKnown,
        timelineAsKnown,
      ];
      const answers = [
        ...(await Promise.all(asked.map((answer) => answer(world, asOf)))),
        await lawOnDay(world.store, assessed),
        ...[alignmentOnDay(assessed), collectionPlanOnDay(assessed)],
        ...scenarios.flatMap((id) => [explainScenario(assessed, id), scenarioRequirements(assessed, id)]),
      ];
      return answers.map((answer) => JSON.stringify(answer).replaceAll(OF_A_FILE, ""));
    };
    const [before, after] = [await told(sound!), await told(planted!)];
    for (const [i, answer] of before.entries()) expect(after[i] === answer, `answer ${i} leaks`).toBe(true);
  }
}, 180_000);

test("scores, claims, warnings and questions of the days before are the same bits", async () => {
  const told = async (world: World) => {
    await appendAssessment(world.store, await assessAndWarn(world, "2018-09-30"), world.now());
    const { ledger, ...scored } = await scoreLedger(world, "2018-09-30");
    // How long the ledger is is no knowledge of that day.
    return JSON.stringify({ ...scored, live: ledger.live, notScored: ledger.notScored });
  };
  expect(await told(planted!)).toBe(await told(sound!));
});

test("each plant by itself leaves the day before it as it was, and they are seen on their day", async () => {
  const all = (await observationsKnown(planted!.store, { known: "2099-12-31" })).map(
    ({ observation }) => observation,
  );
  const [plants, rows] = [all.filter(isPlant), all.filter((one) => !isPlant(one))];
  const { assessor } = sound!;
  const told = (asOf: string, observations: readonly Observation[]) =>
    JSON.stringify(withWarnings(assessor({ asOf, observations, inputsHash: "", withPath: false })));
  const seen: boolean[] = [];
  for (const knownAt of KNOWN_ON) {
    const dayBefore = addDays(knownAt, -1);
    const [before, on] = [told(dayBefore, rows), told(knownAt, rows)];
    for (const [i, plant] of plants.filter((one) => one.knownAt === knownAt).entries()) {
      expect(told(dayBefore, [...rows, plant]) === before, `${plant.id} leaks`).toBe(true);
      if (i % 4 === 0) seen.push(told(knownAt, [...rows, plant]) !== on);
    }
  }
  // A plant that takes the place of a row nobody reads may change nothing.
  expect(seen.filter(Boolean).length).toBeGreaterThan(seen.length * 0.8);
}, 180_000);
