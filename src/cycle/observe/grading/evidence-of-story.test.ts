import { expect, test } from "vitest";
import { credibilityOf } from "./credibility.ts";
import { evidenceOfStory } from "./evidence-of-story.ts";

const alone = (article: number) => ({ article, below: [] });
const copied = { article: 0, below: [alone(1), alone(2), alone(3)] };
const beside = { contradicting: 0, isFirstHand: false, consistency: "unrelated" } as const;

test("copies confirm nothing, an independent report does, an interested party's does not", () => {
  const number = (trees: readonly (typeof copied)[], isInterested: (article: number) => boolean) =>
    credibilityOf(evidenceOfStory({ trees, independent: trees.length }, isInterested, beside)).number;
  expect(number([copied], () => false)).toBe(3);
  expect(number([copied, { article: 4, below: [] }], () => false)).toBe(1);
  expect(number([copied, { article: 4, below: [] }], (article) => article === 4)).toBe(3);
});
