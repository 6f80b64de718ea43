import { expect, test } from "vitest";
import { wordsOf } from "./words.ts";

test("words lose case and accents and keep their order", () => {
  expect(wordsOf("Chang'e-5: Élysée, СПУТНИК ёлка")).toEqual([
    "chang",
    "e",
    "5",
    "elysee",
    "спутник",
    "елка",
  ]);
});

test("each Chinese or Japanese character is a word, also between letters", () => {
  expect(wordsOf("CZ-5B长征ロケット2号")).toEqual([..."cz 5b 长 征 ロ ケ ッ ト 2 号".split(" ")]);
});

test("a very long word or text is cut rather than refused", () => {
  expect(wordsOf("x".repeat(5000))).toEqual(["x".repeat(100)]);
  expect(wordsOf("字".repeat(20_000))).toHaveLength(10_000);
});
