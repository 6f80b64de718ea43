import { expect, test } from "vitest";
import { meanWithinRims } from "./mean-within-rims.ts";

const [width, height] = [9, 9];
const pictureOf = (at: (x: number, y: number) => number) =>
  Float32Array.from({ length: width * height }, (_, i) => at(i % width, Math.floor(i / width)));
const all = new Uint8Array(width * height).fill(1);
const isSquare = (x: number, y: number) => x >= 3 && x <= 5 && y >= 3 && y <= 5;

test("pixels beside a strong change stay as low as they are, where a mean would raise them", () => {
  const out = meanWithinRims(
    pictureOf((x, y) => (isSquare(x, y) ? 30 : 1)),
    all,
    { width, height },
  );
  for (let i = 0; i < out.length; i++) {
    if (isSquare(i % width, Math.floor(i / width))) expect(out[i]).toBeGreaterThan(10);
    else expect(out[i]).toBeCloseTo(1, 5);
  }
});

test("a hole in what changed is filled, and a pixel alone is no more than its mean", () => {
  const holed = pictureOf((x, y) => (x === 4 && y === 4 ? 0 : isSquare(x, y) ? 9 : 0));
  expect(meanWithinRims(holed, all, { width, height })[4 * width + 4]).toBeCloseTo(8, 5);
  const alone = pictureOf((x, y) => (x === 4 && y === 4 ? 9 : 0));
  expect(meanWithinRims(alone, all, { width, height })[4 * width + 4]).toBeCloseTo(1, 5);
});

test("pixels that may not be compared count for nothing, and the picture's edge is none", () => {
  const usable = all.map((_, i) => (i % width === 4 ? 0 : 1));
  const out = meanWithinRims(
    pictureOf((x) => (x === 4 ? NaN : 2)),
    usable,
    { width, height },
  );
  for (let i = 0; i < out.length; i++) {
    if (usable[i] === 0) expect(out[i]).toBeNaN();
    else expect(out[i]).toBeCloseTo(2, 5);
  }
});
