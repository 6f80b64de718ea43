import { expect, test } from "vitest";
import { choiceDraw, poissonDraw } from "./count-draws.ts";
import { randomStream } from "./random-stream.ts";

const DRAWS = 20_000;

test.each([0.3, 4, 60])("Poisson draws of mean %f have that mean and variance", (mean) => {
  const random = randomStream(`poisson ${mean}`);
  const sample = Array.from({ length: DRAWS }, () => poissonDraw(random, mean));
  const drawn = sample.reduce((sum, count) => sum + count, 0) / DRAWS;
  const variance = sample.reduce((sum, count) => sum + (count - drawn) ** 2, 0) / DRAWS;
  expect(Math.abs(drawn - mean)).toBeLessThan(5 * Math.sqrt(mean / DRAWS));
  expect(Math.abs(variance / mean - 1)).toBeLessThan(5 * Math.sqrt((2 + 1 / mean) / DRAWS));
});

test("a choice falls on each place as often as its weight says, and never where it is 0", () => {
  const random = randomStream("choice");
  const weights = [0.2, 0, 0.7, 0.1];
  const counts = weights.map(() => 0);
  for (let i = 0; i < DRAWS; i++) counts[choiceDraw(random, weights)]!++;
  expect(counts[1]).toBe(0);
  weights.forEach((weight, i) => {
    expect(Math.abs(counts[i]! / DRAWS - weight)).toBeLessThan(5 * Math.sqrt(0.25 / DRAWS));
  });
});
