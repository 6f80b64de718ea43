import { expect, test } from "vitest";
import { horizonText, promisesText, rateText, scoreText, skillText, verdictText } from "./scores.ts";

const skill = { isClaimed: false, verdict: "", questionsWanted: null };

test("a skill is told with its interval, and what is unknown is said", () => {
  expect(skillText({ ...skill, value: 0.124, low: -0.031, high: 0.24 })).toBe("+0.12 (−0.03 to +0.24)");
  expect(skillText({ ...skill, value: 0.124, low: null, high: null })).toBe("+0.12 (no interval)");
  expect(skillText({ ...skill, value: 0.87, low: -1.4e149, high: 0.98 })).toBe("+0.87 (below −10 to +0.98)");
  expect(skillText({ ...skill, value: null, low: null, high: null })).toBe("unknown");
  expect([scoreText(0.18449), scoreText(null)]).toEqual(["0.184", "unknown"]);
});

test("a rate is told with what it was counted over", () => {
  expect(rateText({ events: 2, exposure: 21.17, rate: 0.09, low: 0.017, high: 0.297 })).toBe(
    "2 in 21.2 scenario-years (0.02–0.30 a year)",
  );
  expect(rateText(null)).toMatch(/^Nothing to count/);
});

test("warnings of a start and those renewed while a critical point lasts are told apart", () => {
  const alarm = { scenario: "spying", from: "2024-01-31", to: "2024-05-31", leadDays: null };
  const late = { ...alarm, verdict: "late", criticalSince: "2024-01-10" } as const;
  const lasted = { ...late, verdict: "lasted" } as const;
  expect(verdictText(late)).toBe("too late");
  expect(verdictText(lasted)).toBe("critical already since 10 January 2024; it lasted");
  expect(promisesText([late, lasted], ["right", "late", "false"])).toBe(
    "1 judged: 0 right, 1 too late, 0 false",
  );
  expect(promisesText([late], ["lasted", "ended"])).toBe("none judged");
});

test("the horizon of a forecast is told in days", () => {
  expect([0, 90].map(horizonText)).toEqual(["on the day", "within 90 days"]);
});
