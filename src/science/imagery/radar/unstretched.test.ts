import { describe, expect, test } from "vitest";
import { randomStream } from "#science/numbers/index.ts";
import type { Scene } from "../scene.ts";
import { simulatedStack } from "./simulated-stack.ts";
import { speckleFit } from "./speckle-fit.ts";
import { unstretched } from "./unstretched.ts";

const side = 160;
const sceneOf = (band: Float32Array): Scene => ({ width: side, height: side, bands: [band], usable: null });
const power = (looks: number): Float32Array =>
  simulatedStack({ side, dates: 1, looks, naturalDb: 0, random: randomStream(`stretch ${looks}`) })[0]!;
const bits = (value: number) => Math.max(0, Math.min(255, Math.round(value)));
const amplitude = (looks: number, zero: number) => power(looks).map((v) => bits(180 * Math.sqrt(v) + zero));
const decibels = (looks: number) => power(looks).map((v) => bits(6 * (10 * Math.log10(v) + 30)));

describe("speckle shows how a picture of 8 bits was stretched", () => {
  test.each([1, 4, 16])("by %d looks", (looks) => {
    expect(speckleFit(amplitude(looks, 0), sceneOf(amplitude(looks, 0)))!.power).toBeCloseTo(1, 0.6);
    expect(Math.abs(speckleFit(decibels(looks), sceneOf(decibels(looks)))!.power)).toBeLessThan(0.25);
  });

  test.each([0, 30])("a zero of amplitude at %d is found within its error", (zero) => {
    const fit = speckleFit(amplitude(4, zero), sceneOf(amplitude(4, zero)))!;
    expect(Math.abs(fit.zero - zero)).toBeLessThan(Math.max(3 * fit.zeroError, 0.1 * fit.middle));
  });
});

test("a zero that lies elsewhere than at 0 is moved there, and amplitude is left as it is", () => {
  const [plain, raised] = [sceneOf(amplitude(4, 0)), sceneOf(amplitude(4, 30))];
  const { dates, undone } = unstretched([plain, raised]);
  const [before, after] = dates;
  expect(undone).toBe("an offset of amplitude");
  expect(before.bands[0]).toBe(plain.bands[0]);
  const moved = raised.bands[0]![0]! - after.bands[0]![0]!;
  expect(Math.abs(moved - 30)).toBeLessThan(6);
});

test("decibels of 8 bits become values whose logarithms differ by as much a step on both dates", () => {
  const { dates, undone } = unstretched([sceneOf(decibels(4)), sceneOf(decibels(2))]);
  expect(undone).toBe("a stretch of decibels");
  const steps = dates.map(({ bands }, k) => {
    const stored = decibels(k === 0 ? 4 : 2);
    const [low, high] = [stored.indexOf(100), stored.indexOf(150)];
    return Math.log(bands[0]![high]! / bands[0]![low]!);
  });
  expect(steps[0]).toBeGreaterThan(1);
  expect(steps[1]).toBeCloseTo(steps[0]!, 4);
});

test("ground that hardly differs says nothing, and stays", () => {
  const even = sceneOf(amplitude(4, 0).map((value) => 100 + (value % 3)));
  expect(speckleFit(even.bands[0]!, even)).toBeNull();
  expect(unstretched([even, even]).dates[0].bands[0]).toBe(even.bands[0]);
});
