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
  const earlier = dates.slice(after - 3, after - 1);
  return { before: dated(after - 1), after: dated(after), later: [dated(after + 1)], earlier };
}

/** Bright ground of twelve pixels square in a corner, as a small thick cloud. */
function withCloud(raster: Raster): Raster {
  const isUnder = (i: number) => i % raster.width < 12 && i < 12 * raster.width;
  return {
    ...raster,
    bands: raster.bands.map((band) => band.map((value, i) => (isUnder(i) ? 5000 : value))),
  };
}
