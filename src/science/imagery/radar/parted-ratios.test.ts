import { expect, test } from "vitest";
import { randomStream, standardNormal } from "#science/numbers/index.ts";
import { minimumError } from "./minimum-error.ts";
import { partedRatios } from "./parted-ratios.ts";
import { unchangedBody } from "./unchanged-body.ts";

const side = 160;
const all = new Uint8Array(side * side).fill(1);

/** Noise of unit spread on every pixel, and a step on the first rows. */
function field(seed: string, share: number, step: number): Float32Array {
  const random = randomStream(seed);
  return Float32Array.from(
    { length: side * side },
    (_, i) => standardNormal(random) + (i < share * side * side ? step : 0),
  );
}

test.each([0, 0.1, 0.4])(
  "the unchanged keep their middle and spread where a share of %d changed",
  (share) => {
    const { median, sigma } = unchangedBody(field("body", share, 5), all, { width: side, apartPx: 7 });
    expect(Math.abs(median)).toBeLessThan(0.2);
    expect(Math.abs(sigma - 1)).toBeLessThan(0.1);
  },
);

test.each([0.01, 0.05, 0.2, 0.4])(
  "least error lies where both classes are as likely, for a share of %d",
  (share) => {
    const values = field(`error ${share}`, share, 6).map(Math.abs);
    const { cut, share: found } = minimumError(values, 1);
    expect(Math.abs(found / share - 1)).toBeLessThan(0.1);
    // 2 (1 − share) φ(z) = share φ(z − 6): a half-normal body against a class six spreads away
    expect(cut).toBeCloseTo(3 + Math.log((2 * (1 - share)) / share) / 6, 0.7);
  },
);

test("ground that drifts by fields widens the class of no change, and is not taken for a class of its own", () => {
  const random = randomStream("fields");
  const drift = Float32Array.from({ length: side * side }, () => 1.2 * standardNormal(random));
  const ofField = (i: number) => drift[Math.floor((i % side) / 16) + side * Math.floor(i / side / 16)]!;
  const values = field("drifting", 0.03, 7).map((value, i) => Math.abs(value + ofField(i)));
  const { cut, share } = minimumError(values, 1);
  expect(Math.abs(share / 0.03 - 1)).toBeLessThan(0.2);
  expect(cut).toBeGreaterThan(4);
  expect(cut).toBeLessThan(5.5);
});

test("a class of changes far beyond the body is found", () => {
  const { cut, share } = minimumError(field("far", 0.02, 400).map(Math.abs), 1);
  expect(share).toBeCloseTo(0.02, 3);
  expect(cut).toBeGreaterThan(3);
  expect(cut).toBeLessThan(398);
});

test("one class has a guard of 4 MAD, with drift alike over many pixels and without", () => {
  const still = field("still", 0, 0);
  const drift = still.map((value, i) => value + 1.5 * Math.sin((i % side) / 12));
  for (const ratio of [still, drift]) {
    const { threshold, magnitude } = partedRatios([ratio], all, { width: side, apartPx: 7, alpha: null });
    expect(threshold).toMatchObject({ method: "guard", threshold: 4 });
    expect(magnitude.filter((value) => value > 4).length).toBeLessThan(10);
  }
});

test("fields that changed by far more than fields drift are parted from them, and drift alone is not", () => {
  const random = randomStream("drifting fields");
  const drift = Float32Array.from({ length: side * side }, () => 1.5 * standardNormal(random));
  const fieldAt = (i: number) => Math.floor((i % side) / 16) + side * Math.floor(i / side / 16);
  const drifting = field("apart", 0, 0).map((value, i) => value + drift[fieldAt(i)]!);
  const changed = drifting.map((value, i) =>
    fieldAt(i) % 31 === 3 ? value - drift[fieldAt(i)]! - 9 : value,
  );
  const asked = { width: side, apartPx: 7, alpha: null };
  expect(partedRatios([drifting], all, asked).threshold.method).toBe("guard");
  const { threshold, magnitude } = partedRatios([changed], all, asked);
  expect(threshold.method).not.toBe("guard");
  const wrong = magnitude.reduce(
    (sum, value, i) => sum + (value > threshold.threshold === (fieldAt(i) % 31 === 3) ? 0 : 1),
    0,
  );
  expect(wrong / magnitude.length).toBeLessThan(0.01);
});

test("with alpha, that share of the unchanged lies above, of one polarisation or two", () => {
  const ratios = [field("one", 0, 0), field("two", 0, 0)];
  for (const bands of [1, 2]) {
    const { threshold, magnitude } = partedRatios(ratios.slice(0, bands), all, {
      width: side,
      apartPx: 7,
      alpha: 0.01,
    });
    const above = magnitude.filter((value) => value > threshold.threshold).length / magnitude.length;
    expect(Math.abs(above - 0.01)).toBeLessThan(0.004);
  }
});

test("a past that only drifts is told in the spreads of the unchanged where the present is, which drift does not widen", () => {
  const drifting = field("drift", 0, 0).map(
    (value, i) => value + 3 * Math.sin((2 * Math.PI * (i % side)) / side),
  );
  const above = (spread: "unchanged" | null) => {
    const { magnitude } = partedRatios([drifting], all, { width: side, apartPx: 7, alpha: null, spread });
    return magnitude.reduce((sum, value) => sum + (value > 4 ? 1 : 0), 0) / magnitude.length;
  };
  const own = partedRatios([drifting], all, { width: side, apartPx: 7, alpha: null });
  expect(own.spread).toBe("whole");
  expect(above(null)).toBeLessThan(0.001);
  expect(above("unchanged")).toBeGreaterThan(0.02);
});
