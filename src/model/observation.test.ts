import fc from "fast-check";
import { expect, test } from "vitest";
import { observed } from "../../test/fixtures/tiny-watch.ts";
import { contentText, observation, type Observation } from "./observation.ts";

const SAMPLE = observed("A", "2024-02-29", {
  attribution: "alleged",
  place: { name: "Kiruna", lat: 67.86, lon: 20.22 },
  measures: { officials: 3, members: 2 },
  attributes: { sector: "space", method: "radio" },
  actors: [{ id: "RUS", role: "source" }],
  links: [{ relation: "same-story", to: "B" }],
});

const shuffledKeys = (value: unknown, order: (a: string, b: string) => number): unknown => {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => shuffledKeys(item, order));
  const keys = Object.keys(value).sort(order);
  return Object.fromEntries(
    keys.map((key) => [key, shuffledKeys((value as Record<string, unknown>)[key], order)]),
  );
};

test("the content text does not depend on the order in which anything was written down", () => {
  fc.assert(
    fc.property(fc.func(fc.integer({ min: -1, max: 1 })), (order) => {
      const again = shuffledKeys(SAMPLE, (a, b) => order(a, b)) as Observation;
      expect(contentText(again)).toBe(contentText(SAMPLE));
    }),
  );
});

test("every field but the evidence is part of the content", () => {
  const { evidence, ...claimed } = SAMPLE;
  expect(contentText({ ...SAMPLE, evidence: { ...evidence, capture: "other" } })).toBe(contentText(SAMPLE));
  expect(Object.keys(JSON.parse(contentText(SAMPLE)) as object).sort()).toEqual(Object.keys(claimed).sort());
  expect(
    Object.keys(observation.shape)
      .filter((key) => key !== "evidence")
      .sort(),
  ).toEqual(Object.keys(claimed).sort());
});

test("an observation that is not one is refused by its schema", () => {
  expect(observation.safeParse(SAMPLE).success).toBe(true);
  for (const wrong of [
    { knownAt: "2023-02-29" },
    { grade: { reliability: "G", credibility: 2 } },
    { id: "a b" },
  ]) {
    expect(observation.safeParse({ ...SAMPLE, ...wrong }).success).toBe(false);
  }
});
