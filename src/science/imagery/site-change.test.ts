import { describe, expect, test } from "vitest";
import type { Raster } from "./raster.ts";
import { siteChange } from "./site-change.ts";
import type { SitePictures } from "./site-pictures.ts";
import { type PlantedChange, siteSeries } from "./testing/site-series.ts";

const QUESTION = { kind: "optical", leastPixels: 4, shiftLimitPx: 5 } as const;
const planted: PlantedChange = { year: 0.5, left: 30, top: 40, side: 8 };
const series = (masks: "usual" | "none", troubles: Parameters<typeof siteSeries>[0]["troubles"]) =>
  siteSeries({ seed: "site change", side: 72, years: 0.75, masks, planted, troubles: troubles! });

describe("a site under season and haze", () => {
  const dates = series("usual", ["season", "haze"]).map(({ raster }) => raster);
  const built = 13;

  test("what is built is confirmed by a later date, and nothing else is told", () => {
    const { groups } = siteChange(picturesFrom(dates, built), QUESTION);
    expect(groups.map(({ standing: { status } }) => status)).toEqual(["confirmed"]);
    expect(groups[0]!.group.pixels).toBeGreaterThan(40);
  });

  test("what is built where a cloud hid the date before is found since an earlier date, and confirmed", () => {
    const hidden = dates.with(built - 1, withHole(dates[built - 1]!));
    const { groups, found } = siteChange(picturesFrom(hidden, built), QUESTION);
    const on = groups.filter(({ group: { members } }) => members.includes(44 * 72 + 34));
    expect(found.compared[44 * 72 + 34]).toBe(0);
    expect(on).toMatchObject([
      { standing: { status: "confirmed" }, dated: { lastBefore: null, first: String(built) } },
    ]);
    expect(groups.filter(({ standing: { status } }) => status === "confirmed")).toHaveLength(1);
  });

  test("a cloud on the date before that no mask knows is not confirmed by the dates after", () => {
    const clouded = dates.with(built + 1, withCloud(dates[built + 1]!));
    const pictures = picturesFrom(clouded, built + 2);
    const alone = siteChange({ ...pictures, earlier: [] }, QUESTION).groups;
    expect(alone.map(({ standing: { status } }) => status)).toContain("confirmed");
    const { groups } = siteChange(pictures, QUESTION);
    expect(groups.length).toBeGreaterThan(0);
    for (const { standing } of groups)
      expect(standing).toMatchObject({ status: "gone", isInBeforeAlone: true });
  });
});

function picturesFrom(dates: readonly Raster[], after: number): SitePictures {
  const dated = (k: number) => ({ date: String(k), raster: dates[k]!, isMasked: true });
  const earlier = dates.slice(after - 4, after - 1);
  return { before: dated(after - 1), after: dated(after), later: [dated(after + 1)], earlier };
}

/** A mask over what is built and around it. */
function withHole(raster: Raster): Raster {
  const isHidden = (x: number, y: number) => x >= 24 && x < 46 && y >= 34 && y < 56;
  const mask = Uint8Array.from(raster.bands[0]!, (_, i) =>
    isHidden(i % raster.width, Math.floor(i / raster.width)) ? 0 : 1,
  );
  return { ...raster, mask };
}

/** Bright ground of twelve pixels square in a corner, as a small thick cloud. */
function withCloud(raster: Raster): Raster {
  const isUnder = (i: number) => i % raster.width < 12 && i < 12 * raster.width;
  return {
    ...raster,
    bands: raster.bands.map((band) => band.map((value, i) => (isUnder(i) ? 5000 : value))),
  };
}
