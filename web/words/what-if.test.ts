import { expect, test } from "vitest";
import { rowsFromDwell } from "#science/belief/index.ts";
import type { OutlookReply } from "../../src/api/contract.ts";
import { AS_JUDGED, monthsAhead, suppose, whatIfOf } from "./what-if.ts";

const table = [0, 1, 2, 3, 4].map((level) => [0, level / 4, level / 2] as const);
const scenario = {
  prior: [0.8, 0.15, 0.05] as const,
  rows: rowsFromDwell([60, 18, 24], 0.5),
  influences: [],
};
const reply: OutlookReply = {
  asOf: "2026-11-23",
  basis: {
    model: {
      scenarios: [
        { ...scenario, gates: [] },
        { ...scenario, gates: [{ on: 0, atLeast: 2, epsilon: 0.02 }] },
      ],
    },
    months: 24,
    evidence: Array.from({ length: 24 * 6 }, () => 0),
    rules: [0, 1].map(() => ({
      ...{ building: 3, critical: 6, withinMonths: 12, dispersion: 2, rates: [0.1, 0.4, 0.8] as const },
      kept: Array.from({ length: 121 }, (_, j) => Math.max(0, 3 - j)),
      unseen: Array.from({ length: 121 }, (_, j) => Math.max(0, 6 - j)),
    })),
    horizonMonths: 120,
  },
  indicators: [
    { id: "known", statement: "", level: "1", tables: { s1: table } },
    { id: "blind", statement: "", level: "unknown", tables: { s1: table, s2: table } },
  ],
};
const order = ["s1", "s2"];
const critical = (supposed = AS_JUDGED) =>
  suppose(reply, order, supposed).scenarios.map(({ states }) => states[2]);

test("supposing what is judged changes nothing", () => {
  expect(critical({ levels: { known: 1, blind: "unknown" }, epsilon: {} })).toEqual(critical());
});

test("a changed level adds the difference of what the two levels say, in every scenario it bears on", () => {
  const { evidence } = whatIfOf(reply, order, { levels: { known: 4, blind: 2 }, epsilon: {} });
  expect(evidence).toEqual([
    { scenario: 0, logLikelihood: [0, 0.75, 1.5] },
    { scenario: 0, logLikelihood: [0, 0.5, 1] },
    { scenario: 1, logLikelihood: [0, 0.5, 1] },
  ]);
});

test("a higher level raises, and a wider gate raises what stands behind it", () => {
  expect(critical({ levels: { known: 4 }, epsilon: {} })[0]!).toBeGreaterThan(critical()[0]!);
  expect(critical({ levels: {}, epsilon: { "1.0": 0.9 } })[1]!).toBeGreaterThan(critical()[1]!);
});

test("the crossing is drawn up to its horizon, each month once", () => {
  expect(monthsAhead(120).slice(-2)).toEqual([84, 120]);
  expect(new Set(monthsAhead(60)).size).toBe(monthsAhead(60).length);
});
