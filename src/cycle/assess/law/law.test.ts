import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { LawOnDay } from "#model/law.ts";
import { lawInWords } from "#model/law-in-words.ts";
import type { Observation } from "#model/observation.ts";
import type { Watch } from "#model/watch.ts";
import { readWatch } from "#watch/index.ts";
import { readRecord } from "../../collect/sources/record.ts";
import { lawOn } from "./law-on.ts";

const watch = readWatch("watches/ilrs");
const record = readRecord(
  {
    bytes: readFileSync("watches/ilrs/record/legal.csv"),
    sha256: "c",
    source: "record",
    headers: {},
    url: "file:record/legal.csv",
    mediaType: "text/csv",
    fetchedAt: "2026-11-23T00:00:00.000Z",
  },
  { stream: "legal", actors: watch.actors, marking: watch.marking },
).observations;

const nothingElse = { readings: [], votes: [], judged: [] };
const lawBy = (asOf: string, observations: readonly Observation[] = record) =>
  lawOn(watch, { ...nothingElse, observations }, asOf)!;
const threadOf = ({ threads }: LawOnDay, id: string) => threads.find((one) => one.id === id);

test("an instrument stands as its steps were known: an end that came later does not leak back", () => {
  const standings = ["2022-12-31", "2023-12-31", "2026-11-23"].map((day) => {
    const { standing, to } = threadOf(lawBy(day), "NEW_START")!;
    return [standing, to];
  });
  expect(standings).toEqual([
    ["in-force", null],
    ["suspended", null],
    ["ended", "2026-02-05"],
  ]);
  expect(threadOf(lawBy("2014-12-31"), "ICOC")).toMatchObject({ standing: "proposed", to: null });
  expect(threadOf(lawBy("2022-12-31"), "OEWG 76/231")).toMatchObject({ standing: "under-way" });
});

test("what became known later changes no earlier day", () => {
  const known = record.filter(({ knownAt }) => knownAt <= "2023-06-30");
  expect(lawBy("2023-06-30")).toEqual(lawBy("2023-06-30", known));
});

test("whoever leaves changes the parties alone where the instrument stands for others", () => {
  const moon = threadOf(lawBy("2026-11-23"), "MOON")!;
  expect(moon).toMatchObject({ standing: "in-force", force: "binding", to: null });
  expect(moon.moves.map(({ step }) => step)).toEqual(["adopted", "left"]);
});

test("texts under one word are told apart by their day, and a contradiction stays with what it contradicts", () => {
  const drafts = lawBy("2026-11-23").threads.filter(({ name }) => name.startsWith("Security Council draft"));
  expect(drafts.map(({ name, moves }) => [name, moves.map(({ observation }) => observation)])).toEqual([
    ["Security Council draft of 2024-04-24", ["LG-0063", "LG-0080"]],
    ["Security Council draft of 2024-05-20", ["LG-0064"]],
  ]);
});

test("votes that the record does not hold are unknown, and a side is given only where its states are named", () => {
  const { votes } = lawBy("2026-11-23");
  const vote = (id: string) => votes.find(({ observation }) => observation === id);
  expect(vote("LG-0054")).toMatchObject({ counts: null, inFavour: null, sides: ["EAST"] });
  expect(vote("LG-0070")).toMatchObject({ sides: ["WEST"], inFavour: 167 / 177 });
  expect(vote("LG-0063")).toMatchObject({ sides: ["EAST", "WEST"], counts: { yes: 13, no: 1, abstain: 1 } });
  expect(vote("LG-0046")).toMatchObject({ sides: [], named: [] });
});

test("every step is counted in its year, and a year nobody vouches for is said to be so", () => {
  const { years, covers } = lawBy("2026-11-23");
  expect(covers).toEqual({ from: "2019-01-01", to: "2026-05-20" });
  const [y1967, y2024, y2026] = [1967, 2024, 2026].map((year) => years.find((one) => one.year === year));
  expect(y1967).toMatchObject({ made: ["LG-0007", "LG-0008"], covered: "none" });
  expect(y2024).toMatchObject({ made: ["LG-0065"], unmade: ["LG-0062"], covered: "whole" });
  expect(y2026).toMatchObject({ made: [], unmade: ["LG-0078"], covered: "part" });
  expect(years.find(({ year }) => year === 2022)).toMatchObject({ made: [], unmade: [], deadlocked: [] });
});

test("a retelling of one event is one step", () => {
  const again = {
    ...record.find(({ id }) => id === "LG-0078")!,
    id: "X-1",
    links: [{ relation: "same-story" as const, to: "LG-0078" }],
  };
  const moves = threadOf(lawBy("2026-11-23", [...record, again]), "NEW_START")!.moves;
  expect(moves.map(({ observation }) => observation)).toEqual(["LG-0042", "LG-0055", "LG-0078"]);
});

test("states named together are counted by instrument, and a target is not named with who condemns it", () => {
  const { together } = lawBy("2026-11-23");
  const pair = together.find(({ states }) => states.join() === "CHN,RUS")!;
  expect(pair.threads).toContain("PPWT");
  expect(together.some(({ states }) => states.join() === "PRK,RUS")).toBe(false);
});

test("the verdict counts what was made and unmade, and says for how long there was nothing binding", () => {
  const told = (asOf: string) => lawInWords(lawBy(asOf), asOf, (day) => day).join("\n");
  expect(told("2026-11-23")).toContain("more was unmade than made");
  expect(told("2026-11-23")).toContain("The record holds no binding instrument on arms in space at all");
  expect(told("2026-11-23")).toContain("Nobody has looked after 2026-05-20");
  expect(told("2018-06-30")).toContain("vouches for no day by then");
});

test("indicators that read the law are told with the scenarios they bear on", () => {
  const reading = (id: string, stream: string, scenario: string) => ({
    ...{ id, statement: id, scenarios: [scenario], level: 1 as const, levelName: "low", streams: [stream] },
  });
  const judged = ["espionage", "hybrid", "legal-order"].map((id) => ({
    ...{ id, name: id, p: 0.1, low: 0.05, high: 0.2, words: "unlikely" },
  }));
  const readings = [
    reading("S1", "legal", "espionage"),
    reading("S3", "hybrid", "hybrid"),
    reading("S4", "legal", "legal-order"),
    reading("S5", "legal", "legal-order"),
  ];
  const told = lawOn(watch, { observations: record, votes: [], readings, judged }, "2026-11-23")!;
  expect(told.indicators.map(({ id }) => id)).toEqual(["S1", "S4", "S5"]);
  expect(told.scenarios.map(({ id }) => id)).toEqual(["legal-order", "espionage"]);
});

test("a watch without law has none", () => {
  const { law: _law, ...bare } = watch;
  expect(lawOn(bare as Watch, { ...nothingElse, observations: record }, "2026-11-23")).toBeNull();
});
