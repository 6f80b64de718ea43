import { expect, test } from "vitest";
import { randomStream, standardNormal } from "#science/numbers/index.ts";
import { irMad } from "./ir-mad.ts";

const random = randomStream("ir-mad");
const n = 4000;
const noise = () => 0.1 * standardNormal(random);
const ground = Array.from({ length: 3 }, () =>
  Float64Array.from({ length: n }, () => standardNormal(random)),
);
const before = ground.map((band) => band.map((v) => v + noise()));
const after = ground.map((band, k) =>
  band.map((v, i) => (i < 400 ? standardNormal(random) * 2 : (1 + 0.3 * k) * v) - k + noise()),
);
const mean = (values: Float64Array) => values.reduce((sum, v) => sum + v, 0) / values.length;

test("changed pixels weigh next to nothing, unchanged ones a lot", () => {
  const { weights, correlations } = irMad(before, after);
  expect(mean(weights.subarray(0, 400))).toBeLessThan(0.05);
  expect(mean(weights.subarray(400))).toBeGreaterThan(10 * mean(weights.subarray(0, 400)));
  expect(Math.min(...correlations)).toBeGreaterThan(0.97);
});

test("another gain and offset of a band change no weight", () => {
  const { weights } = irMad(before, after);
  const rescaled = after.map((band, k) => band.map((v) => (k === 1 ? -40 : 7) * v + 300));
  const { weights: same } = irMad(before, rescaled);
  for (let i = 0; i < n; i += 97) expect(same[i]!).toBeCloseTo(weights[i]!, 1);
});

test("dates with different numbers of bands, bands that repeat, and a constant band", () => {
  const constant = new Float64Array(n).fill(5);
  const { weights, correlations } = irMad(
    [...before, before[0]!.map((v) => 3 * v), constant],
    after.slice(0, 2),
  );
  expect(correlations).toHaveLength(2);
  expect(weights.every(Number.isFinite)).toBe(true);
  expect(mean(weights.subarray(400))).toBeGreaterThan(5 * mean(weights.subarray(0, 400)));
});
