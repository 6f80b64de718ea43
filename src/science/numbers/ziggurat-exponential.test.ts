import { expect, test } from "vitest";
import { randomStream } from "./random-stream.ts";
import { zigguratExponential } from "./ziggurat-exponential.ts";

const DRAWS = 400_000;
const random = randomStream("exponential");
const sample = Float64Array.from({ length: DRAWS }, () => zigguratExponential(random)).sort();

test("exponential draws follow 1 − exp(−x), also beyond the ziggurat's tail", () => {
  const gap = sample.reduce((most, x, i) => Math.max(most, Math.abs(-Math.expm1(-x) - (i + 0.5) / DRAWS)), 0);
  expect(gap).toBeLessThan(1.95 / Math.sqrt(DRAWS));
  for (const beyond of [4, 7, 8.5]) {
    const wanted = DRAWS * Math.exp(-beyond);
    expect(Math.abs(sample.filter((x) => x > beyond).length - wanted)).toBeLessThan(4 * Math.sqrt(wanted));
  }
});
