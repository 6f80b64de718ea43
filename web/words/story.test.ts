import { expect, test } from "vitest";
import { joinWords, storyWords } from "./story.ts";

test("the ground of a join is said in words, several of them one after the other", () => {
  expect(joinWords({ relation: "copy", because: "contained 0.93" })).toBe("copy: 93 % of its text");
  expect(joinWords({ relation: "origin", because: "credit TASS, owner a.example" })).toBe(
    "same origin: both go back to TASS; both published by a.example",
  );
  expect(joinWords({ relation: "origin", because: "" })).toBe("same origin, as entered");
});

test("copies are counted apart from what confirms, and an interested party apart from both", () => {
  const component = (tellers: number) => Array.from({ length: tellers }, () => ({}) as never);
  const story = { here: "a", against: [], versions: [], contradicting: 0 };
  expect(storyWords({ ...story, components: [component(3), component(1)], confirming: 1 })).toBe(
    "1 independent origin tells it; 1 with a stake in it does; none contradicts it. 2 copies and repeats count for nothing.",
  );
  expect(storyWords({ ...story, components: [component(1)], confirming: 0 })).toBe(
    "No independent origin tells it; 1 with a stake in it does; none contradicts it.",
  );
  expect(storyWords({ ...story, components: [component(1)], confirming: 1, contradicting: 2 })).toBe(
    "1 independent origin tells it; 2 origins to the contrary.",
  );
});
