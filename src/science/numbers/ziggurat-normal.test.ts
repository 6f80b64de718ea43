import { expect, test } from "vitest";
import { normalCdf } from "./normal.ts";
import { randomStream } from "./random-stream.ts";
import { zigguratNormal } from "./ziggurat-normal.ts";

const DRAWS = 400_000;
const random = randomStream("normal");
const sample = Float64Array.from({ length: DRAWS }, () => zigguratNormal(random)).sort();

test("normal draws follow Φ", () => {
  const gap = sample.reduce(
    (most, x, i) =>
      Math.max(most, Math.abs(normalCdf(x) - i / DRAWS), Math.abs(normalCdf(x) - (i + 1) / DRAWS)),
    0,
  );
  expect(gap).toBeLessThan(1.95 / Math.sqrt(DRAWS));
});

test("the tails are there, on both sides, and of the right length", () => {
  for (const beyond of [2, 3, 3.7]) {
    const wanted = DRAWS * normalCdf(-beyond);
    const [low, high] = [sample.filter((x) => x < -beyond).length, sample.filter((x) => x > beyond).length];
    expect(Math.abs(low - wanted)).toBeLessThan(4 * Math.sqrt(wanted));
    expect(Math.abs(high - wanted)).toBeLessThan(4 * Math.sqrt(wanted));
  }
  expect(sample.at(-1)!).toBeGreaterThan(4);
  expect(sample.at(-1)!).toBeLessThan(6.5);
});

test("moments up to the sixth are those of a normal", () => {
  const moment = (power: number) => sample.reduce((sum, x) => sum + x ** power, 0) / DRAWS;
  for (const [power, wanted, variance] of [
    [1, 0, 1],
    [2, 1, 2],
    [3, 0, 15],
    [4, 3, 96],
    [6, 15, 10_170],
  ] as const)
    expect(Math.abs(moment(power) - wanted)).toBeLessThan(4.5 * Math.sqrt(variance / DRAWS));
});
