import { describe, expect, test } from "vitest";
import { randomStream, standardNormal } from "#science/numbers/index.ts";
import { agreement } from "../testing/agreement.ts";
import { settledByNeighbours } from "./settled-by-neighbours.ts";

const SIDE = 96;
const ground = { width: SIDE, height: SIDE, usable: new Uint8Array(SIDE * SIDE).fill(1) };

/** A disc that brightened and a square that darkened, by so many spreads of a single pixel. */
function made(seed: string, step = 2) {
  const random = randomStream(`settled ${seed}`);
  const sign = (i: number) => {
    const [x, y] = [i % SIDE, Math.floor(i / SIDE)];
    if ((x - 30) ** 2 + (y - 30) ** 2 < 144) return 1;
    return x >= 60 && x < 84 && y >= 50 && y < 80 ? -1 : 0;
  };
  const truth = Uint8Array.from({ length: SIDE * SIDE }, (_, i) => Math.abs(sign(i)));
  const ratio = () => Float32Array.from(truth, (_, i) => 0.3 + step * sign(i) + standardNormal(random));
  return { truth, ratio };
}

/** The mask as smoothing leaves it: what lies within so many pixels of change counts as change. */
function widened(mask: Uint8Array, radius: number): Uint8Array {
  return mask.map((_, i) => {
    const [x, y] = [i % SIDE, Math.floor(i / SIDE)];
    for (let dy = -radius; dy <= radius; dy++) {
      for (let dx = -radius; dx <= radius; dx++) {
        const [column, row] = [x + dx, y + dy];
        const isInside = column >= 0 && column < SIDE && row >= 0 && row < SIDE;
        if (isInside && mask[row * SIDE + column] === 1) return 1;
      }
    }
    return 0;
  });
}

const kappa = (mask: Uint8Array, truth: Uint8Array) => agreement(mask, (i) => truth[i]!).kappa;

describe("a mask settled by neighbours", () => {
  test("has its rims where they are, though the mask before was two pixels too wide or too narrow", () => {
    const { truth, ratio } = made("rims");
    const wide = widened(truth, 2);
    const narrow = widened(truth.map((one) => 1 - one) as Uint8Array, 2).map((one) => 1 - one);
    for (const start of [wide, narrow]) {
      expect(kappa(start, truth)).toBeLessThan(0.88);
      expect(kappa(settledByNeighbours([ratio()], start, ground), truth)).toBeGreaterThan(0.95);
    }
  });

  test("loses dots of speckle and holes, and stays empty where it was", () => {
    const { truth, ratio } = made("dots");
    const random = randomStream("dots");
    const spoilt = truth.map((one) => (random() < 0.03 ? 1 - one : one));
    expect(kappa(settledByNeighbours([ratio()], spoilt, ground), truth)).toBeGreaterThan(0.95);
    const none = settledByNeighbours([ratio()], new Uint8Array(SIDE * SIDE), ground);
    expect(none.some((one) => one === 1)).toBe(false);
  });

  test("keeps a place that changed by a third of what another did, which half of their common middle would not", () => {
    const random = randomStream("own amount");
    const stepOf = (i: number) => {
      const [x, y] = [i % SIDE, Math.floor(i / SIDE)];
      if (y < 20 || y >= 76) return 0;
      return x >= 10 && x < 40 ? 4.5 : x >= 60 && x < 76 ? 1.5 : 0;
    };
    const truth = Uint8Array.from({ length: SIDE * SIDE }, (_, i) => (stepOf(i) > 0 ? 1 : 0));
    const ratio = Float32Array.from(truth, (_, i) => stepOf(i) + standardNormal(random));
    expect(kappa(settledByNeighbours([ratio], truth, ground), truth)).toBeGreaterThan(0.95);
  });

  test("is the same whichever date comes first", () => {
    const { truth, ratio } = made("order");
    const forth = ratio();
    const back = forth.map((value) => -value);
    const start = widened(truth, 1);
    expect(settledByNeighbours([back], start, ground)).toEqual(settledByNeighbours([forth], start, ground));
  });

  test("is better by two polarisations than by one where the step is small", () => {
    const { truth, ratio } = made("two", 1);
    const [one, other, start] = [ratio(), ratio(), widened(truth, 2)];
    const single = kappa(settledByNeighbours([one], start, ground), truth);
    expect(kappa(settledByNeighbours([one, other], start, ground), truth)).toBeGreaterThan(single);
  });

  test("says nothing of pixels that were not compared", () => {
    const { truth, ratio } = made("hidden");
    const usable = truth.map((_, i) => (i % SIDE < 30 ? 0 : 1));
    const values = ratio().map((value, i) => (usable[i] === 1 ? value : NaN));
    const mask = settledByNeighbours([values], truth, { ...ground, usable });
    expect(mask.some((one, i) => one === 1 && usable[i] === 0)).toBe(false);
    expect(kappa(mask, truth.map((one, i) => one * usable[i]!) as Uint8Array)).toBeGreaterThan(0.95);
  });
});
