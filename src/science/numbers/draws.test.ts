import { expect, test } from "vitest";
import { betaDraw, dirichletDraw, gammaDraw, standardNormal } from "./draws.ts";
import { normalCdf } from "./normal.ts";
import { randomStream } from "./random-stream.ts";

const DRAWS = 40_000;

function moments(draw: () => number) {
  const sample = Float64Array.from({ length: DRAWS }, draw);
  const mean = sample.reduce((sum, x) => sum + x, 0) / DRAWS;
  const variance = sample.reduce((sum, x) => sum + (x - mean) ** 2, 0) / DRAWS;
  return { sample: sample.sort(), mean, variance };
}

/** Largest gap between the sample and a distribution function; 1.95 / √n is its 0.1 % point. */
function kolmogorov(sorted: Float64Array, cdf: (x: number) => number): number {
  return sorted.reduce(
    (gap, x, i) => Math.max(gap, Math.abs(cdf(x) - i / DRAWS), Math.abs(cdf(x) - (i + 1) / DRAWS)),
    0,
  );
}

test("normal draws follow Φ", () => {
  const random = randomStream("normal");
  const { sample } = moments(() => standardNormal(random));
  expect(kolmogorov(sample, normalCdf)).toBeLessThan(1.95 / Math.sqrt(DRAWS));
});

test("gamma draws with shape 1 are exponential, and with shape ½ half a squared normal", () => {
  const random = randomStream("gamma");
  const exponential = moments(() => gammaDraw(random, 1)).sample;
  expect(kolmogorov(exponential, (x) => -Math.expm1(-x))).toBeLessThan(1.95 / Math.sqrt(DRAWS));
  const half = moments(() => gammaDraw(random, 0.5)).sample;
  expect(kolmogorov(half, (x) => 2 * normalCdf(Math.sqrt(2 * x)) - 1)).toBeLessThan(1.95 / Math.sqrt(DRAWS));
});

test.each([0.2, 0.9, 1, 2.5, 30])("gamma draws with shape %f have mean and variance %f", (shape) => {
  const random = randomStream(shape);
  const { mean, variance } = moments(() => gammaDraw(random, shape));
  expect(Math.abs(mean - shape)).toBeLessThan(5 * Math.sqrt(shape / DRAWS));
  expect(Math.abs(variance / shape - 1)).toBeLessThan(5 * Math.sqrt((2 + 6 / shape) / DRAWS));
});

test("beta draws with b = 1 follow x^a, also where a is tiny", () => {
  const random = randomStream("beta");
  for (const a of [0.01, 0.5, 3]) {
    const { sample } = moments(() => betaDraw(random, a, 1));
    expect(kolmogorov(sample, (x) => x ** a)).toBeLessThan(1.95 / Math.sqrt(DRAWS));
  }
});

test("Dirichlet draws sum to 1, keep structural zeros, and have the right mean and variance", () => {
  const random = randomStream("dirichlet");
  const { mean, variance } = moments(() => {
    const shares = dirichletDraw(random, [2, 0, 3, 5]);
    expect(shares.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 14);
    expect(shares[1]).toBe(0);
    return shares[0]!;
  });
  expect(Math.abs(mean - 0.2)).toBeLessThan(5 * Math.sqrt(0.16 / 11 / DRAWS));
  expect(variance).toBeCloseTo(0.16 / 11, 3);
});

test("Dirichlet draws with minute alphas put everything on one share instead of dividing by zero", () => {
  const random = randomStream("minute");
  for (let n = 0; n < 1000; n++) {
    const shares = dirichletDraw(random, [1e-4, 1e-4, 1e-4]);
    expect(shares.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 14);
  }
});

test("impossible parameters are refused with the value", () => {
  const random = randomStream(1);
  expect(() => gammaDraw(random, -2)).toThrow("-2");
  expect(() => betaDraw(random, 1, NaN)).toThrow("NaN");
  expect(() => dirichletDraw(random, [0, 0])).toThrow("at least one");
});
