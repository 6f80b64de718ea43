import { expect, test } from "vitest";
import { randomStream } from "#science/numbers/index.ts";
import { type SiteDate, siteSeries } from "../testing/site-series.ts";
import { sceneOf } from "../scene-of-raster.ts";
import type { Scene } from "../scene.ts";
import { screenByTime } from "./screen-by-time.ts";

const SIDE = 48;
const QUESTION = { bands: { blue: 0, infrared: [1, 2] }, unit: 1 };
const LIGHT = [0.05, 0.3, 0.2];

/** Seven dates of leaves, the fourth with what is done to it in a square of twelve pixels. */
function dates(done: (band: number, value: number) => number, until = 4): Scene[] {
  const random = randomStream("screen");
  const isInside = (i: number) => i % SIDE >= 10 && i % SIDE < 22 && i >= 10 * SIDE && i < 22 * SIDE;
  return Array.from({ length: 7 }, (_, t) => ({
    ...{ width: SIDE, height: SIDE, usable: null },
    bands: LIGHT.map((light, k) =>
      Float32Array.from({ length: SIDE * SIDE }, (__, i) => {
        const ground = light * (0.95 + 0.1 * random());
        return isInside(i) && t >= 3 && t < until ? done(k, ground) : ground;
      }),
    ),
  }));
}

const hidden = (clear: Uint8Array | null) => clear!.reduce((sum, one) => sum + 1 - one, 0);
/** Twelve pixels and two around them, but for the corners that discs round off. */
const SQUARE = 16 ** 2 - 12;

test.each([
  ["a cloud", (_: number, value: number) => 0.5 * value + 0.25],
  ["a shadow", (_: number, value: number) => 0.45 * value],
])("%s on one date is hidden with its rim, and nothing on the others", (_, done) => {
  const clear = screenByTime(dates(done), QUESTION);
  expect(clear.map((one) => (one === null ? null : hidden(one)))).toEqual([
    ...[null, null, 0, SQUARE, 0, null, null],
  ]);
});

test("what is built and stays is not hidden", () => {
  const clear = screenByTime(
    dates((k) => [0.2, 0.27, 0.3][k]!, 7),
    QUESTION,
  );
  for (const one of clear.slice(2, 5)) expect(hidden(one)).toBe(0);
});

test("water, dark in the infrared on all dates, is no shadow where one date has less of it", () => {
  const water = dates((_, value) => value).map(({ bands, ...scene }, t) => ({
    ...scene,
    bands: bands.map((band, k) => (k === 0 ? band : band.map(() => (t === 3 ? 0.008 : 0.02)))),
  }));
  expect(hidden(screenByTime(water, QUESTION)[3]!)).toBe(0);
});

test("a date that carries a processing offset is clear", () => {
  const [first, ...rest] = dates((_, value) => value).map((scene, t) =>
    t === 3 ? { ...scene, bands: scene.bands.map((band) => band.map((value) => value + 0.1)) } : scene,
  );
  expect(hidden(screenByTime([first!, ...rest], QUESTION)[3]!)).toBe(0);
});

test("in made-up series of a site most of what a mask would hide is hidden, and little else", () => {
  const asked = { seed: "screened", side: 72, years: 1, planted: null } as const;
  const bare = siteSeries({ ...asked, masks: "none", troubles: ["season", "haze", "clouds", "shift"] });
  const clean = siteSeries({ ...asked, masks: "none", troubles: ["season", "haze", "shift"] });
  const question = { bands: { blue: 0, infrared: [3, 4] }, unit: 10_000 };
  const shareHidden = (series: readonly SiteDate[]) => {
    const clear = screenByTime(
      series.map(({ raster }) => sceneOf(raster)),
      question,
    ).slice(2, -2);
    return clear.reduce((sum, one) => sum + hidden(one), 0) / (clear.length * 72 * 72);
  };
  expect(shareHidden(clean)).toBeLessThan(0.04);
  expect(shareHidden(bare)).toBeGreaterThan(0.1);
});
