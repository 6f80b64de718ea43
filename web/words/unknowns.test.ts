import { expect, test } from "vitest";
import type { WatchReply } from "../../src/api/contract.ts";
import type { Assessment } from "#model/assessment.ts";
import { unknowns } from "./unknowns.ts";

const watch = {
  record: [{ to: "2026-04-30" }, { to: "2026-09-14" }],
  reportingGrowth: { factor: 3, low: 1, high: 6 },
} as unknown as WatchReply;
const assessment = {
  asOf: "2026-11-23",
  indicators: [{ level: "unknown" }, { level: 2 }, { level: 0 }],
  inputs: { observations: 800, awaitingSource: 200 },
  method: { temper: 1 },
} as unknown as Assessment;

test("what limits the picture is counted and dated", () => {
  expect(unknowns(assessment, watch).map((text) => text.replaceAll("\u202f", " "))).toEqual([
    "1 of 3 indicators cannot be observed now.",
    "25 % of the observations are not yet checked against a source.",
    "The record ends on 14 September 2026, 2 months before this day.",
    "Reporting grew about 3-fold (1–6) over the record; every interval carries that doubt.",
  ]);
});

test("a record that reaches the day is not said to have ended, a widened interval is told", () => {
  const then = { ...assessment, asOf: "2026-01-31", method: { ...assessment.method, temper: 0.4 } };
  const told = unknowns(then, watch).join(" ");
  expect(told).not.toMatch(/ends on/);
  expect(told).toMatch(/widened/);
});
