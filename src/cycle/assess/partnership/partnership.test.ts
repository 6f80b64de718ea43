import { expect, test } from "vitest";
import { partnershipInWords } from "#model/partnership-in-words.ts";
import { observed, tinyWatch } from "../../../../test/fixtures/tiny-watch.ts";
import { partnershipOn } from "./partnership-on.ts";

const watch = tinyWatch({
  record: [{ file: "record/ties.csv", stream: "ties", covers: { from: "2014-01-01", to: "2023-12-31" } }],
  partnership: {
    between: ["A", "B"],
    cooperation: { stream: "ties", kind: "together" },
    divergence: { stream: "ties", kind: "apart" },
    strand: "strand",
    windowYears: 3,
    rungs: [
      { statement: "They train", where: { stream: "ties", attributes: { strand: "military" } } },
      { statement: "They defend each other", where: { stream: "ties", mentions: "defend" } },
    ],
  },
});
const tie = (id: string, on: string, kind: "together" | "apart", more = {}) =>
  observed(id, on, { stream: "ties", kind, attributes: { strand: "trade" }, ...more });
const TIES = [
  tie("A1", "2018-05-01", "together"),
  tie("A2", "2019-05-01", "together", { attributes: { strand: "military" } }),
  tie("A3", "2020-05-01", "together"),
  tie("B1", "2021-05-01", "together"),
  tie("B2", "2022-05-01", "apart"),
  tie("B3", "2022-06-01", "apart", { links: [{ relation: "same-story", to: "B2" }] }),
  tie("B4", "2023-05-01", "apart"),
];
const on = (asOf: string, ties = TIES) => partnershipOn(watch, ties, asOf)!;

test("the share counts stories in the window, with the interval of Jeffreys' prior", () => {
  const { path, strands } = on("2026-11-23");
  expect(path.at(-1)).toMatchObject({ on: "2023-12-31", cooperation: 1, divergence: 2, share: 1 / 3 });
  // Beta(1.5, 2.5): 5 % and 95 % points, by SciPy's beta.ppf.
  expect(path.at(-1)!.low).toBeCloseTo(0.06241, 4);
  expect(path.at(-1)!.high).toBeCloseTo(0.76447, 4);
  expect(path[0]!.on >= "2016-12-31").toBe(true);
  expect(strands).toEqual([
    { strand: "trade", now: { cooperation: 1, divergence: 2 }, before: { cooperation: 2, divergence: 0 } },
    { strand: "military", now: { cooperation: 0, divergence: 0 }, before: { cooperation: 1, divergence: 0 } },
  ]);
});

test("what became known later changes no earlier day, and no window reaches behind the record", () => {
  const early = on("2021-12-31");
  expect(
    on(
      "2021-12-31",
      TIES.filter(({ knownAt }) => knownAt <= "2021-12-31"),
    ),
  ).toEqual(early);
  expect(on("2016-06-30")).toMatchObject({ path: [], shift: null });
  expect(partnershipInWords(on("2016-06-30"), (day) => day)[0]).toMatch(/does not vouch for a whole window/);
});

test("a shift is told with its interval, and only where both windows hold events enough", () => {
  const { shift } = on("2026-11-23");
  expect(shift!.shift).toBeCloseTo(1 / 3 - 1, 12);
  expect(shift!.high).toBeLessThan(0);
  expect(partnershipInWords(on("2026-11-23"), (day) => day)[1]).toMatch(/less than in the 3 years before/);
  expect(on("2026-11-23", TIES.slice(3)).shift).toBeNull();
});

test("a rung that was not seen is told as not seen", () => {
  expect(on("2026-11-23").rungs.map(({ seen }) => seen.map(({ id }) => id))).toEqual([["A2"], []]);
  expect(partnershipInWords(on("2026-11-23"), (day) => day).at(-1)).toMatch(
    /1 has been seen; the last has not/,
  );
});

test("a watch that names no partnership has none", () => {
  expect(partnershipOn(tinyWatch(), TIES, "2026-11-23")).toBeNull();
});
