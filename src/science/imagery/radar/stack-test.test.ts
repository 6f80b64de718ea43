import { expect, test } from "vitest";
import { randomStream } from "#science/numbers/index.ts";
import { calibrate } from "../calibration/calibrate.ts";
import { simulatedStack } from "./simulated-stack.ts";
import { datedSplit, logStack, pixelwiseT } from "./stack-test.ts";

const [side, before, after] = [96, 15, 3];
const usable = new Uint8Array(side * side).fill(1);
const isObject = (i: number) =>
  i % 16 >= 5 && i % 16 < 10 && Math.floor(i / side) % 16 >= 5 && Math.floor(i / side) % 16 < 10;
const logsOf = (stepDb: number) => {
  const dates = simulatedStack({
    ...{ side, dates: before + after, looks: 4.4, naturalDb: 1, random: randomStream(`stack ${stepDb}`) },
    changeDb: (i, date) => (date >= before && isObject(i) ? stepDb : 0),
  });
  return logStack({ width: side, height: side, dates, usable });
};
const testOf = (past: readonly Float32Array[], later: readonly Float32Array[]) =>
  pixelwiseT(past, later, new Float32Array(side * side)).map(Math.abs);

test("objects of 25 pixels and 6 dB are found at a threshold from the stack's own past, and its rate holds", () => {
  const logs = logsOf(6);
  const history = [0, 3, 6, 9, 12].map((from) =>
    testOf(
      logs.slice(0, before).filter((_, k) => k < from || k >= from + 3),
      logs.slice(from, from + 3),
    ),
  );
  const { threshold, stated, measured } = calibrate(history, 0.002);
  expect(measured / stated).toBeGreaterThan(0.5);
  expect(measured / stated).toBeLessThan(2);
  const t = testOf(logs.slice(0, before), logs.slice(before));
  const share = (wanted: (i: number) => boolean) => {
    const all = t.filter((_, i) => wanted(i));
    return all.filter((value) => value > threshold).length / all.length;
  };
  expect(share(isObject)).toBeGreaterThan(0.8);
  const steady = logsOf(0);
  const alarms = testOf(steady.slice(0, before), steady.slice(before)).filter((value) => value > threshold);
  expect(alarms.length / side ** 2).toBeLessThan(0.004);
});

test("t is Student's, but for the variance that the picture lends", () => {
  const dates = [1, 2, 3, 6, 8].map((value) => Float32Array.of(value));
  // own variance 1 over two degrees, lent variance the same: pooled 1; difference 5 over sqrt(1/3 + 1/2)
  const [t] = pixelwiseT(dates.slice(0, 3), dates.slice(3), new Float32Array(1));
  expect(t).toBeCloseTo(5 / Math.sqrt(1 / 3 + 1 / 2), 5);
  expect(() => pixelwiseT(dates.slice(0, 2), dates.slice(3), new Float32Array(1))).toThrow(
    /at least 3 and 1/,
  );
});

test("a step is dated between the dates it lies between", () => {
  expect(datedSplit([1, 1.1, 0.9, 1, 4, 4.2, 3.9]).at).toBe(4);
  expect(datedSplit([5, 5.1, 4.9, 5, 5, 5.1, 2]).at).toBe(6);
});

test("a calibration says its rate on what it has not seen, and refuses a past too short", () => {
  const random = randomStream("calibration");
  const history = Array.from({ length: 8 }, () => Float32Array.from({ length: 4000 }, () => random()));
  const told = calibrate(history, 0.01);
  expect(told.threshold).toBeCloseTo(0.99, 2);
  expect(told.measured).toBeCloseTo(0.01, 3);
  expect(told.range[0]).toBeLessThanOrEqual(told.measured);
  expect(() => calibrate(history.slice(0, 2), 0.01)).toThrow(/at least 3/);
  expect(() => calibrate(history, 1e-6)).toThrow(/cannot show a share/);
});
