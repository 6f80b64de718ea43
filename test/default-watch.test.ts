import { cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { collectAndObserve } from "#cycle/cycle.ts";
import { assessAndWarn, replay } from "#cycle/judge.ts";
import { createWorld, type World } from "#cycle/world.ts";
import type { Assessment } from "#model/assessment.ts";
import { dayAt, daysBetween } from "#model/day.ts";
import type { Indicator } from "#model/indicator.ts";
import type { Query } from "#model/query.ts";
import type { Watch } from "#model/watch.ts";
import { countStories, storiesKnown } from "#model/story-count.ts";
import { randomStream } from "#science/numbers/index.ts";
import { observationsKnown, openStore } from "#store/index.ts";
import { readWatch } from "#watch/index.ts";
import { createAssessor } from "../src/cycle/assess/assess.ts";

const DIR = "watches/ilrs";
const TODAY = "2026-11-23";
const worlds: World[] = [];

/** The watch in a folder, collected into a fresh store. */
async function collected(dir: string): Promise<World> {
  const watch = readWatch(dir);
  const store = await openStore({
    file: path.join(mkdtempSync(path.join(tmpdir(), "tocsin-")), "store.sqlite"),
  });
  const world = createWorld({ watch, watchDir: dir, store, now: () => "2026-11-23T00:00:00.000Z" });
  worlds.push(world);
  await collectAndObserve(world);
  return world;
}

const copyOfWatch = (): string => {
  const dir = mkdtempSync(path.join(tmpdir(), "tocsin-watch-"));
  cpSync(DIR, dir, { recursive: true });
  return dir;
};

async function replayed(world: World, days: readonly string[]): Promise<Assessment[]> {
  const told: Assessment[] = [];
  for await (const assessment of replay(world, days)) told.push(assessment);
  return told;
}

let world: World;
beforeAll(async () => {
  world = await collected(DIR);
});
afterAll(async () => {
  for (const { store } of worlds) await store.close();
});

describe("replay", () => {
  const days = ["2014-01-01", "2016-07-15", "2019-03-01", "2022-02-24", "2024-12-31", "2026-01-01"];

  test("a day asked for alone has the bits it has in a replay", async () => {
    const [alone] = await replayed(world, ["2022-02-24"]);
    const within = (await replayed(world, days)).find(({ asOf }) => asOf === "2022-02-24");
    expect(JSON.stringify(alone)).toBe(JSON.stringify(within));
  });
});

test("a row taken out of the record is as if it had never been there", async () => {
  const dir = copyOfWatch();
  const edited = await collected(dir);
  const file = path.join(dir, "record/espionage.csv");
  const lines = readFileSync(file, "utf8").trimEnd().split("\n");
  writeFileSync(file, `${lines.filter((line) => !line.startsWith("ES-0100,")).join("\n")}\n`);
  await collectAndObserve(edited);
  const never = await collected(dir);
  const told = async (of: World) => JSON.stringify(await assessAndWarn(of, TODAY));
  expect(await told(edited)).toBe(await told(never));
  expect(await told(edited)).not.toBe(await told(world));
});

test("a file that can no longer be read takes nothing back, and comes into its own when it is mended", async () => {
  const dir = copyOfWatch();
  const broken = await collected(dir);
  const file = path.join(dir, "record/hybrid.csv");
  const sound = readFileSync(file);
  const told = async () => JSON.stringify(await assessAndWarn(broken, TODAY, { withPath: false }));
  const before = await told();
  for (const bytes of [Buffer.from([0xff, 0x00, 0x41]), cutShort(sound), Buffer.from("id,date\n1,2\n")]) {
    writeFileSync(file, bytes);
    const kept = await collectAndObserve(broken);
    expect(kept.find(({ origin }) => origin === "record/hybrid.csv")).toMatchObject({ withdrawn: 0 });
    expect(await told()).toBe(before);
  }
  writeFileSync(file, sound);
  await collectAndObserve(broken);
  expect(await told()).toBe(before);
});

/** The file up to the middle of a row. */
function cutShort(bytes: Buffer): Buffer {
  return bytes.subarray(0, bytes.indexOf("\n", 4000) + 12);
}

test("half the record read with half the exposure leaves the year ahead about as it is; read as all there is, it does not", async () => {
  const { watch, store } = world;
  const full = await assessAndWarn(world, "2024-04-01", { withPath: false });
  const observations = (await observationsKnown(store, { known: "2024-04-01" })).map(
    ({ observation }) => observation,
  );
  const random = randomStream("thin");
  const halves = Array.from({ length: 6 }, () => observations.filter(() => random() < 0.5));
  const yearAhead = (of: Watch): number[] => {
    const assess = createAssessor(of);
    const told = halves.map((half) =>
      assess({ asOf: "2024-04-01", observations: half, inputsHash: "", withPath: false, withDrivers: false }),
    );
    return watch.scenarios.map(
      (_, k) =>
        told.reduce((sum, { assessment }) => sum + assessment.scenarios[k]!.crossing.p365, 0) / halves.length,
    );
  };
  const declared = yearAhead({
    ...watch,
    indicators: watch.indicators.map(halfExposed),
    scenarios: watch.scenarios.map((scenario) => ({
      ...scenario,
      resolution: { ...scenario.resolution, where: halve(scenario.resolution.where) },
    })),
  });
  const silent = yearAhead(watch);
  full.scenarios.forEach(({ crossing }, k) => {
    expect(Math.abs(declared[k]! - crossing.p365)).toBeLessThan(0.3);
    expect(silent[k]!).toBeLessThan(declared[k]!);
  });
});

/** Every stream gets a twin that nobody collects, so that half of what there is to see can be seen. */
function halve(where: Query): Query {
  const twins = (stream: string | string[]): string[] =>
    [stream].flat().flatMap((name) => [name, `${name}, unseen`]);
  return {
    ...where,
    ...(where.stream === undefined ? {} : { stream: twins(where.stream) }),
    ...(where.any === undefined ? {} : { any: where.any.map(halve) }),
  };
}

function halfExposed(indicator: Indicator): Indicator {
  const { measure } = indicator;
  if (measure.type === "count" || measure.type === "rate")
    return { ...indicator, measure: { ...measure, where: halve(measure.where) } };
  return indicator;
}

test("the estimate's gate shows: competition would be likelier were it open, never less", async () => {
  const { scenarios } = await assessAndWarn(world, "2018-06-30", { withPath: false });
  const competition = scenarios.find(({ id }) => id === "competition")!;
  expect(competition.gates[0]!.pIfOpen).toBeGreaterThan(competition.p);
});

test("the base rates behind the open questions are what their own rules count in the record", async () => {
  const { watch, store } = world;
  const recorded = await observationsKnown(store, { known: watch.writtenOn });
  const known = storiesKnown(
    recorded.map(({ observation }) => observation),
    watch.writtenOn,
  );
  const counted = watch.questions.flatMap(({ id, basis, resolution }) => {
    const [, from, to] = /^The same rule, (\S+) to ([\d-]+)/.exec(basis.counted) ?? [];
    if (from === undefined || to === undefined || resolution.by !== "record" || basis.type !== "rate")
      return [];
    const events = countStories(resolution, known).between(from, to);
    return [
      { id, said: [basis.events, basis.years], counts: [events, (daysBetween(from, to) + 1) / 365.25] },
    ];
  });
  expect(counted.length).toBeGreaterThan(10);
  for (const { id, said, counts } of counted) {
    expect(counts[0], id).toBe(said[0]);
    expect(counts[1], id).toBeCloseTo(said[1]!, 1);
  }
});

test("the base rates that quote the record are the stories that their own measures count, by when each became known", async () => {
  const { watch, store } = world;
  const recorded = await observationsKnown(store, { known: TODAY });
  const { situation } = createAssessor(watch)({
    ...{ asOf: TODAY, observations: recorded.map(({ observation }) => observation), inputsHash: "" },
    ...{ withPath: false, withDrivers: false },
  });
  const quoting = situation.measured.filter(({ indicator }) => indicator.baseRate.startsWith("Record: "));
  expect(quoting.map(({ indicator }) => indicator.id)).toEqual(["S1-01", "S1-02", "S1-03", "S1-13", "S1-14"]);
  for (const { indicator, increments } of quoting) {
    const first = [...new Map(increments.toReversed().map(({ story, day }) => [story, dayAt(day)])).values()];
    const { said, counted } = quotedOfRecord(
      indicator.baseRate,
      (from, before) => first.filter((day) => from <= day && day < before).length,
    );
    expect(said.length, indicator.id).toBeGreaterThan(0);
    expect(said, indicator.id).toEqual(counted);
  }
});

/** `3-8 a year 2018-2023, 14 in 2024, 6 by May 2026, 6 since 2020`: each number said, and what is counted there. */
function quotedOfRecord(text: string, within: (from: string, before: string) => number) {
  const inYear = (year: number) => within(String(year), String(year + 1));
  const quoted = [
    ...text.matchAll(/(\d+)(?:-(\d+) a year (\d{4})-(\d{4})| in (\d{4})| by May (\d{4})| since (\d{4}))/g),
  ];
  const pairs = quoted.map(([, n, most, from, to, year, may, since]): [number[], number[]] => {
    if (from !== undefined && to !== undefined) {
      const counts = Array.from({ length: Number(to) - Number(from) + 1 }, (_, i) =>
        inYear(Number(from) + i),
      );
      return [
        [Number(n), Number(most)],
        [Math.min(...counts), Math.max(...counts)],
      ];
    }
    if (year !== undefined) return [[Number(n)], [inYear(Number(year))]];
    return [[Number(n)], [may === undefined ? within(since!, "9") : within(may, `${may}-06`)]];
  });
  return { said: pairs.map(([said]) => said), counted: pairs.map(([, counted]) => counted) };
}
