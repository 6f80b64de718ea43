import { expect, test } from "vitest";
import type { WarningChange } from "#model/warning-change.ts";
import { changeInWords } from "./warning-entry.ts";

const change: WarningChange = {
  ...{ warning: "spying-2022-09", scenario: "spying", name: "Spying", criticalPoint: "Five thefts." },
  step: { on: "2022-09-30", from: "warning", to: "critical", because: "five thefts" },
  ...{ p90: 0.97, p90Low: 0.96, p90High: 0.998, withinYear: 0.99 },
  expected: { from: "2022-09-30", median: "2022-09-30", to: "2022-10-30" },
  critical: { since: "2022-08", p: 0.953, low: 0.951, high: 0.998, words: "almost certain" },
  ...{ movedBy: [], illustrative: false, marking: "TLP:CLEAR", recordedAt: "" },
};

test("a change of what is critical already tells since when, and one of anything else when it is expected", () => {
  expect(changeInWords(change)).toEqual([
    "TLP:CLEAR. On 30 September 2022 this went from warning to critical: five thefts.",
    "Critical point: Five thefts.",
    "That it is reached now or within 90 days: almost certain (97 %, 96–>99); within a year: 99 %.",
    "Judged critical since August 2022; 95 % (95–>99), almost certain.",
  ]);
  expect(changeInWords({ ...change, critical: null })).toContain(
    "Expected (10–90 %): from now, in the median now, to 30 October 2022.",
  );
});
