import { expect, test } from "vitest";
import { casesInWords, changeInWords } from "#model/activity-in-words.ts";
import { activityRules } from "#model/activity.ts";
import type { Actor } from "#model/actor.ts";
import { observed, tinyWatch } from "../../../../test/fixtures/tiny-watch.ts";
import { activityOn } from "./activity-on.ts";

const actor = (id: string, bloc: string, country = id) => ({ id, bloc, country }) as Actor;
const watch = tinyWatch({
  actors: [actor("FRA", "WEST"), actor("CNES", "WEST", "FRA"), actor("EU", "WEST", ""), actor("RUS", "EAST")],
  record: [{ file: "record/cases.csv", stream: "cases", covers: { from: "2018-01-01", to: "2023-12-31" } }],
  activity: activityRules.parse({
    name: "Spying",
    where: { stream: "cases" },
    windowYears: 3,
    faces: [
      { name: "For whom", attribute: "sponsor" },
      { name: "Where", bloc: "WEST" },
      { name: "After what", attribute: "target", groups: { technology: ["engines", "lasers"] } },
    ],
  }),
});
const of = (id: string, on: string, attributes: Record<string, string>, actors = ["FRA"], more = {}) =>
  observed(id, on, {
    stream: "cases",
    attributes,
    actors: actors.map((one) => ({ id: one, role: "target" as const })),
    ...more,
  });
const CASES = [
  ...Array.from({ length: 8 }, (_, n) => of(`A${n}`, `2019-0${n + 1}-01`, { sponsor: "X", target: "state" })),
  ...Array.from({ length: 8 }, (_, n) =>
    of(`B${n}`, `2022-0${n + 1}-01`, { sponsor: "Y", target: "engines" }),
  ),
  of("B9", "2023-01-01", { sponsor: "X;Y", target: "lasers" }, ["CNES", "FRA", "EU", "RUS"]),
  of("B10", "2023-02-01", {}, [], { links: [{ relation: "same-story", to: "B9" }] }),
];
const on = (asOf: string, cases = CASES) => activityOn(watch, cases, asOf)!;

test("each story is filed once, under every value it has, by the states of the bloc and by groups", () => {
  const { now, before, faces, cases } = on("2026-11-23");
  expect([now, before]).toEqual([9, 8]);
  expect(cases.find(({ id }) => id === "B9")!.values).toEqual([["X", "Y"], ["FRA", "EU"], ["technology"]]);
  const [sponsor, where, target] = faces;
  expect(sponsor!.values.map(({ value, now: n, before: b }) => [value, n, b])).toEqual([
    ["X", 1, 8],
    ["Y", 9, 0],
  ]);
  expect(where!.values.find(({ value }) => value === "FRA")).toMatchObject({ now: 9, before: 8 });
  expect(target!.values.find(({ value }) => value === "technology")).toMatchObject({ now: 9, before: 0 });
});

test("a mix that turned is told with the shares that moved, one that did not is not", () => {
  const { faces } = on("2026-11-23");
  expect(faces[0]!.p).toBeLessThan(0.01);
  expect(changeInWords(faces[0]!, (value) => value)).toMatch(/^Changed \(p .*\): X −.*, Y \+100 points\.$/);
  expect(changeInWords(faces[1]!, (value) => value)).toMatch(/^Not shown to have changed/);
});

test("what became known later changes no earlier day, and a window not vouched for is not counted", () => {
  const early = on("2021-06-30");
  expect(
    on(
      "2021-06-30",
      CASES.filter(({ knownAt }) => knownAt <= "2021-06-30"),
    ),
  ).toEqual(early);
  expect(early).toMatchObject({ now: 8, before: null });
  expect(early.faces[0]!.p).toBeNull();
  expect(casesInWords(early, (day) => day)).toBe(
    "8 cases in the 3 years to 2021-06-30; the years before are not vouched for.",
  );
  expect(on("2019-06-30")).toMatchObject({ now: null, faces: [] });
});

test("a watch that follows no activity has none", () => {
  expect(activityOn(tinyWatch(), CASES, "2026-11-23")).toBeNull();
});
