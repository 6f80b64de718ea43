import fc from "fast-check";
import { expect, test } from "vitest";
import { readElements } from "../elements/read-elements.ts";
import { findLooks, type Sensor, uncovered } from "./looks.ts";

const SENTINEL = `1 40697U 15028A   24306.50000000  .00000100  00000-0  60000-4 0  999
2 40697  98.5665  20.0000 0001100  90.0000 270.1300 14.30820737 4890`;
const FROM = Date.UTC(2024, 10, 2);
const SPAN = { fromMs: FROM, toMs: FROM + 3 * 86_400_000 };
const SITE = { latDeg: 48, lonDeg: 11, altKm: 0.5 };

function looksOf(sensor: Sensor) {
  const [elements] = readElements(SENTINEL, "test").elements;
  return findLooks([{ elements: elements!, sensor }], SITE, SPAN).looks;
}

test("a sensor that looks farther aside sees a site more often, never beyond its limit, and by day if it needs light", () => {
  const counts = [10, 30, 45].map((maxOffNadirDeg) => {
    const looks = looksOf({ kind: "optical", minOffNadirDeg: 0, maxOffNadirDeg });
    for (const look of looks) {
      expect(look.offNadirDeg).toBeLessThan(maxOffNadirDeg + 0.5);
      expect(new Date(look.peakMs).getUTCHours()).toBeGreaterThan(6);
      expect(new Date(look.peakMs).getUTCHours()).toBeLessThan(17);
    }
    return looks.length;
  });
  expect(counts[1]!).toBeGreaterThanOrEqual(counts[0]!);
  expect(counts[2]!).toBeGreaterThan(counts[0]!);
  const radar = looksOf({ kind: "radar", minOffNadirDeg: 0, maxOffNadirDeg: 45 });
  expect(radar.length).toBeGreaterThan(counts[2]!);
});

test("a radar does not see what passes straight below it", () => {
  const looks = looksOf({ kind: "radar", minOffNadirDeg: 20, maxOffNadirDeg: 45 });
  expect(looks.length).toBeGreaterThan(0);
  expect(looks.every(({ offNadirDeg }) => offNadirDeg >= 20)).toBe(true);
});

test("what is covered and what is not make up the whole span", () => {
  const span = fc.tuple(fc.integer({ min: -5, max: 25 }), fc.integer({ min: 0, max: 8 }));
  fc.assert(
    fc.property(fc.array(span, { maxLength: 8 }), (pairs) => {
      const covering = pairs
        .map(([fromMs, length]) => ({ fromMs, toMs: fromMs + length }))
        .toSorted((a, b) => a.fromMs - b.fromMs);
      const gaps = uncovered({ fromMs: 0, toMs: 20 }, covering);
      for (let at = 0.5; at < 20; at++) {
        const isIn = (one: { fromMs: number; toMs: number }) => one.fromMs < at && at < one.toMs;
        expect(gaps.some(isIn)).toBe(!covering.some(isIn));
      }
    }),
  );
});
