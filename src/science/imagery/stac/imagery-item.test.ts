import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type ImageryItem, readItem } from "./imagery-item.ts";

const STAC = "../shared/data/geo/stac";

function read(file: string): ImageryItem {
  return readItem(
    JSON.parse(readFileSync(`${STAC}/${file}`, "utf8")),
    "test",
    `https://example.org/${file}`,
  )!;
}

const keys = ({ assets }: ImageryItem, ...roles: readonly string[]) =>
  roles.map((role) => assets[role]?.key ?? null);

describe.skipIf(!existsSync(STAC))("items of real catalogues in the same words (need ../shared/data)", () => {
  test("Sentinel-2 of the Planetary Computer, whose red-edge bands share one name", () => {
    const item = read("odc-stac/S2B_MSIL2A_20190629T212529_R043_T06VVN_20201006T080531_raster_ext.json");
    expect(item).toMatchObject({
      ...{ collection: "sentinel-2-l2a", datetime: "2019-06-29T21:25:29.024Z", platform: "sentinel-2b" },
      ...{
        constellation: "sentinel-2",
        instruments: ["msi"],
        relativeOrbit: 43,
        passDirection: "descending",
      },
      ...{ processingBaseline: "02.12", cloudPercent: 0.314_306, epsg: 32_606 },
    });
    expect(item.sunElevationDeg).toBeCloseTo(52.087, 3);
    expect(
      keys(item, "blue", "red", "rededge2", "nir", "nir08", "swir16", "swir22", "scl", "visual", "thumbnail"),
    ).toEqual(["B02", "B04", "B06", "B08", "B8A", "B11", "B12", "SCL", "visual", "preview"]);
    expect(item.assets.red).toMatchObject({ noData: 0, scale: null, gsdM: 10 });
  });

  test("Sentinel-2 of the first Earth Search, with its orbit and baseline only in the product's name", () => {
    const item = read("odc-stac/S2A_28QCH_20200714_0_L2A.json");
    expect(item).toMatchObject({
      relativeOrbit: 123,
      processingBaseline: "02.14",
      gsdM: 10,
      passDirection: null,
    });
    expect(keys(item, "red", "nir", "swir", "scl", "thumbnail")).toEqual([
      "B04",
      "B08",
      "B11",
      "SCL",
      "thumbnail",
    ]);
  });

  test("Sentinel-2 at 80° N in STAC 1.1, the finest of its copies, scale and offset, addresses made whole", () => {
    const item = read(
      "sentinel2/S2B_MSIL2A_20220413T150759_N0400_R025_T33XWJ_20220414T082126.SAFE.item.json",
    );
    expect(item).toMatchObject({
      processingBaseline: "04.00",
      relativeOrbit: 25,
      passDirection: "ascending",
      epsg: 32_633,
    });
    expect(item.sunElevationDeg).toBeCloseTo(13.471, 3);
    expect(keys(item, "red", "nir", "nir08", "swir16", "aot")).toEqual([
      "red",
      "nir",
      "nir08",
      "swir16",
      "aot_10m",
    ]);
    expect(item.assets.red).toMatchObject({ scale: 0.0001, offset: -0.1, noData: 0, gsdM: 10 });
    expect(item.assets.red!.href).toMatch(/^https:\/\/example.org\/sentinel2\/GRANULE\/.*_B04_10m/);
  });

  test("Landsat 8 and 7, whose near infrared goes by another name", () => {
    const eight = read("odc-stac/LC08_L2SP_028030_20200114_20200824_02_T1_SR.json");
    expect(eight).toMatchObject({
      platform: "landsat-8",
      constellation: "landsat",
      relativeOrbit: 28,
      cloudPercent: 8.18,
      epsg: 32_615,
    });
    expect(keys(eight, "red", "nir", "swir16", "swir22", "qa", "thumbnail")).toEqual([
      "red",
      "nir08",
      "swir16",
      "swir22",
      "qa_pixel",
      "thumbnail",
    ]);
    const seven = read("odc-stac/LE07_L2SP_044033_20210329_20210424_02_T1_SR.json");
    expect(keys(seven, "blue", "red", "nir", "swir")).toEqual(["blue", "red", "nir08", "swir16"]);
  });

  test("Sentinel-1, terrain-corrected and not, with its polarisations", () => {
    const rtc = read("sentinel1/S1A_20200103_17RMJ_ASC__S1A_20200103_17RMJ_ASC.json");
    expect(rtc).toMatchObject({
      constellation: "sentinel-1",
      relativeOrbit: 121,
      passDirection: "ascending",
      gsdM: 20,
      cloudPercent: null,
    });
    expect(keys(rtc, "vv", "vh", "incidence")).toEqual(["gamma0_vv", "gamma0_vh", null]);
    const grd = read(
      "sentinel1/S1A_IW_GRDH_1SDV_20210809T173953_20210809T174018_039156_049F13__S1A_IW_GRDH_1SDV_20210809T173953_20210809T174018_039156_049F13.json",
    );
    expect(grd.relativeOrbit).toBe(59);
    expect(keys(grd, "vv", "vh").every((key) => key !== null && !/schema|noise|calibration/.test(key))).toBe(
      true,
    );
  });

  test("files of many bands, alternate addresses, relative addresses, spans of time", () => {
    const extended = read("stac-spec/extended-item.json");
    expect(extended.assets.nir).toMatchObject({ key: "analytic", band: 4 });
    expect(extended.epsg).toBe(32_659);
    expect(read("stac-spec/core-item.json")).toMatchObject({
      datetime: "2020-12-11T22:38:32.125Z",
      endDatetime: "2020-12-11T22:38:32.327Z",
    });
    const relative = read("rio-tiler/stac_relative.json");
    expect(relative.assets.blue!.href).toMatch(/^https:\/\/example.org\/rio-tiler\/urn_ogc.*_B.tif$/);
    expect(Object.keys(read("rio-tiler/stac_alternate.json").assets)).toEqual(
      expect.arrayContaining(["red", "green", "blue"]),
    );
  });
});

test("Sentinel-1's relative orbit follows from the absolute one", () => {
  const item = (platform: string, orbit: number) =>
    readItem(
      { type: "Feature", id: "x", properties: { platform, "sat:absolute_orbit": orbit }, assets: {} },
      "p",
      "",
    )!.relativeOrbit;
  expect([item("sentinel-1a", 39_156), item("sentinel-1a", 30_643)]).toEqual([59, 121]);
});

test("what is no item is none, and a bare one is read", () => {
  for (const bad of [
    null,
    7,
    [],
    {},
    { type: "Feature" },
    { type: "Feature", properties: {} },
    { type: "Catalog", id: "x" },
  ]) {
    expect(readItem(bad, "p", "https://x/")).toBeNull();
  }
  expect(readItem({ type: "Feature", id: 5, properties: {}, assets: null }, "p", "https://x/")).toMatchObject(
    { id: "5", footprint: null, assets: {} },
  );
});

describe("assets that are named by number alone", () => {
  const assetsOf = (platform: string, assets: object) => {
    const item = { type: "Feature", id: "x", properties: { platform }, assets };
    const read = readItem(item, "test", "https://example.org/")!;
    return Object.fromEntries(Object.entries(read.assets).map(([role, { key }]) => [role, key]));
  };
  const files = (...names: string[]) =>
    Object.fromEntries(names.map((name) => [name, { href: `${name}.tif` }]));

  test("show what that Landsat's numbers stand for", () => {
    for (const names of [
      ["B3", "B4", "B5"],
      ["SR_B3", "SR_B4", "SR_B5"],
      ["band3", "band4", "band5"],
    ]) {
      const [third, fourth, fifth] = names;
      expect(assetsOf("LANDSAT_8", files(...names))).toEqual({
        ...{ green: third, red: fourth, nir08: fifth, nir: fifth },
      });
      expect(assetsOf("landsat-7", files(...names))).toMatchObject({
        red: third,
        nir: fourth,
        swir16: fifth,
      });
    }
    expect(assetsOf("worldview-3", files("B3", "B4"))).toEqual({});
  });

  test("come from a file of their own before a file of many", () => {
    const many = { href: "all.tif", bands: [{ "eo:common_name": "red" }, { "eo:common_name": "green" }] };
    const one = { href: "B04.tif", gsd: 10, bands: [{ name: "B04", "raster:scale": 0.0001 }] };
    expect(assetsOf("sentinel-2a", { many, one })).toEqual({ red: "one", green: "many" });
  });
});
