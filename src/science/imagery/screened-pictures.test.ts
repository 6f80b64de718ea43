import { expect, test } from "vitest";
import type { Raster } from "./raster.ts";
import { screenedPictures } from "./screened-pictures.ts";
import type { SitePictures } from "./site-pictures.ts";

const SIDE = 16;
const NAMES = ["blue", "green", "red", "nir"] as const;

/** Meadow, under a cloud from the eighth column on where there is one. */
function raster(isClouded = false): Raster {
  const bands = [500, 700, 600, 3000].map((light) =>
    Uint16Array.from({ length: SIDE * SIDE }, (_, i) => (isClouded && i % SIDE >= 8 ? 5000 : light)),
  );
  return {
    ...{ width: SIDE, height: SIDE, bands, noData: null, mask: null },
    ...{ grid: { epsg: null, geotransform: null }, scales: [1, 1, 1, 1], offsets: [0, 0, 0, 0] },
  };
}

const dated = (date: string, isClouded = false, isMasked = false) => ({
  ...{ date, isMasked },
  raster: raster(isClouded),
});
const pictures = (isMasked: boolean): SitePictures => ({
  earlier: [raster()],
  before: dated("2026-06-01"),
  after: dated("2026-07-01", true, isMasked),
  later: [dated("2026-08-01"), dated("2026-09-01")],
});

test("a cloud over the picture after is hidden with its rim where no mask tells it", () => {
  const { before, after, later } = screenedPictures(pictures(false), NAMES);
  const row = [...after.raster.mask!.subarray(0, SIDE)];
  expect([row.indexOf(0), row.lastIndexOf(1)]).toEqual([6, 5]);
  expect(after.isMasked).toBe(true);
  for (const one of [before, ...later]) expect([one.raster.mask, one.isMasked]).toEqual([null, false]);
});

test("a picture that has a mask keeps it, and without a near infrared band nothing is screened", () => {
  expect(screenedPictures(pictures(true), NAMES).after.raster.mask).toBeNull();
  const given = pictures(false);
  expect(screenedPictures(given, ["blue", "green", "red"])).toBe(given);
});
