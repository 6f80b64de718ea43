import fc from "fast-check";
import { expect, test } from "vitest";
import { estimativeWords } from "./words.ts";

const at = (p: number) => estimativeWords(p, p, p);

test.each([
  [0, "below 1 %"],
  [0.0099, "below 1 %"],
  [0.01, "almost no chance"],
  [0.0499, "almost no chance"],
  [0.05, "very unlikely"],
  [0.1999, "very unlikely"],
  [0.2, "unlikely"],
  [0.4499, "unlikely"],
  [0.45, "roughly even chance"],
  [0.5, "roughly even chance"],
  [0.55, "roughly even chance"],
  [0.5501, "likely"],
  [0.8, "likely"],
  [0.8001, "very likely"],
  [0.95, "very likely"],
  [0.9501, "almost certain"],
  [0.99, "almost certain"],
  [0.9901, "above 99 %"],
  [1, "above 99 %"],
])("%f is said as %s: an edge belongs to the band nearer to even chance", (p, words) => {
  expect(at(p)).toBe(words);
});

test("an interval within one band keeps that band's word", () => {
  expect(estimativeWords(0.3, 0.2, 0.44)).toBe("unlikely");
});

test("an interval that spans bands names both ends", () => {
  expect(estimativeWords(0.4, 0.22, 0.7)).toBe("unlikely to likely");
  expect(estimativeWords(0.03, 0.001, 0.1)).toBe("almost no chance to very unlikely");
});

test("an interval that runs on beyond 1 or 99 % is named by its outermost word", () => {
  expect(estimativeWords(0.953, 0.951, 0.998)).toBe("almost certain");
  expect(estimativeWords(0.004, 0.001, 0.012)).toBe("almost no chance");
  expect(estimativeWords(0.4, 0.001, 0.999)).toBe("almost no chance to almost certain");
  expect(estimativeWords(0.995, 0.992, 0.999)).toBe("above 99 %");
});

test("a probability outside its own interval still counts", () => {
  expect(estimativeWords(0.6, 0.2, 0.5)).toBe("unlikely to likely");
});

test("words for p and 1 − p mirror each other", () => {
  const mirror: Record<string, string> = {
    "below 1 %": "above 99 %",
    "almost no chance": "almost certain",
    "very unlikely": "very likely",
    unlikely: "likely",
    "roughly even chance": "roughly even chance",
  };
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 511 }), (n) => {
      expect(at(1 - n / 1024)).toBe(mirror[at(n / 1024)]);
    }),
  );
});

test("numbers that are no probabilities, and intervals turned round, are refused", () => {
  expect(() => estimativeWords(1.2, 0, 1)).toThrow("got 1.2");
  expect(() => estimativeWords(Number.NaN, 0, 1)).toThrow(RangeError);
  expect(() => estimativeWords(0.5, 0.6, 0.4)).toThrow("0.6 to 0.4");
});
