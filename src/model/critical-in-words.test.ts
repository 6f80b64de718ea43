import { expect, test } from "vitest";
import { criticalWithEstimate } from "./critical-in-words.ts";

const since = "2022-09";

test("what is critical already is told since when and how likely, in numbers and in words", () => {
  expect(criticalWithEstimate({ since, p: 0.953, low: 0.951, high: 0.998, words: "almost certain" })).toBe(
    "judged critical since September 2022; 95 % (95–>99), almost certain",
  );
  expect(criticalWithEstimate({ since, p: 0.63, low: 0.35, high: 0.8, words: "unlikely to likely" })).toBe(
    "judged critical since September 2022; 63 % (35–80), unlikely to likely",
  );
});

test("a limit that has no word is said once", () => {
  expect(criticalWithEstimate({ since, p: 0.998, low: 0.995, high: 0.999, words: "above 99 %" })).toBe(
    "judged critical since September 2022; above 99 %",
  );
});
