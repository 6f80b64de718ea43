import { expect, test } from "vitest";
import { fnv1a64, randomStream, splitMix64, xoshiro128 } from "./random-stream.ts";

const take = <T>(count: number, next: () => T) => Array.from({ length: count }, next);

test("FNV-1a gives its published hashes", () => {
  expect([fnv1a64(""), fnv1a64("a"), fnv1a64("foobar")]).toEqual([
    0xcbf29ce484222325n,
    0xaf63dc4c8601ec8cn,
    0x85944171f73967e8n,
  ]);
});

test("SplitMix64 gives its published sequence for seed 1234567", () => {
  expect(take(5, splitMix64(1234567n))).toEqual([
    6457827717110365317n,
    3203168211198807973n,
    9817491932198370423n,
    4593380528125082431n,
    16408922859458223821n,
  ]);
});

test("xoshiro128** gives the reference sequence for state 1, 2, 3, 4", () => {
  expect(take(10, xoshiro128(1, 2, 3, 4))).toEqual([
    11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
  ]);
});

test("a seed names one stream, the same as an independent Python program computes", () => {
  expect(take(4, randomStream(1))).toEqual([
    0.41415962782493854, 0.5306219258425491, 0.4476872848051089, 0.02138264554312197,
  ]);
  expect(take(4, randomStream("космос"))).toEqual([
    0.5191266667769135, 0.17288568665475468, 0.2923265137540323, 0.24117426867448033,
  ]);
  expect(randomStream(7)()).not.toBe(randomStream(8)());
});

test("the stream is uniform in [0, 1) by a chi-square over 100 bins", () => {
  const random = randomStream("uniform");
  const counts = new Float64Array(100);
  for (let n = 0; n < 100_000; n++) counts[Math.floor(random() * 100)]! += 1;
  expect(counts.reduce((a, b) => a + b)).toBe(100_000);
  const chiSquare = counts.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
  expect(chiSquare).toBeGreaterThan(58.01); // 0.0005 and 0.9995 quantiles for 99 degrees of freedom
  expect(chiSquare).toBeLessThan(150.0);
});
