import { expect, test } from "vitest";
import { randomStream, standardNormal } from "#science/numbers/index.ts";
import { integralRange } from "./integral-range.ts";

const side = 192;
const all = new Uint8Array(side * side).fill(1);

function patches(seed: string, wide: number): Float32Array {
  const random = randomStream(seed);
  const own = Float32Array.from({ length: side * side }, () => standardNormal(random));
  return own.map((_, i) => own[Math.floor((i % side) / wide) + side * Math.floor(i / side / wide)]!);
}

test("pixels alike in patches count as one a patch, those of their own as themselves", () => {
  expect(integralRange(patches("own", 1), all, side)).toBeLessThan(1.6);
  const eight = integralRange(patches("eight", 8), all, side);
  expect(eight).toBeGreaterThan(50);
  expect(eight).toBeLessThan(100);
});

test("what was not compared does not count, and a picture without differences has no range", () => {
  const values = patches("eight", 8);
  const seen = all.map((_, i) => (i % side < side / 2 ? 1 : 0));
  const holed = values.map((value, i) => (seen[i] === 1 ? value : NaN));
  expect(integralRange(holed, seen, side)).toBeGreaterThan(40);
  expect(integralRange(new Float32Array(side * side), all, side)).toBe(1);
  expect(integralRange(patches("small", 8).slice(0, 400), all.slice(0, 400), 20)).toBe(1);
});
