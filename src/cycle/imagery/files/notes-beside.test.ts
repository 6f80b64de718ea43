import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { afterAll, describe, expect, test } from "vitest";
import { type Raster, readGeoTiff, writeGeoTiff } from "#science/imagery/index.ts";
import {
  type GdalInfo,
  gdalBands,
  gdalInfo,
  gdalTranslate,
  HAS_GDAL,
  scratchFolder,
} from "../testing/gdal.ts";
import { DECOMPRESSORS } from "./decompressors.ts";
import { readPicture } from "./read-picture.ts";

const scratch = scratchFolder();
afterAll(scratch.remove);

const [WIDTH, HEIGHT] = [40, 30];
const WHOLE = { by: "pixels", window: { x: 0, y: 0, width: WIDTH, height: HEIGHT } } as const;
const BARE = { epsg: null, geotransform: null };
const PLACED = { epsg: 32_649, geotransform: [600_000, 10, 0, 4_200_000, 0, -10] } as const;

const rasterOf = (more: Partial<Raster> = {}): Raster => ({
  ...{ width: WIDTH, height: HEIGHT, noData: null, mask: null, scales: [1, 1], offsets: [0, 0], grid: BARE },
  bands: [0, 1].map((b) => Float32Array.from({ length: WIDTH * HEIGHT }, (_, i) => (i * (b + 3)) % 211)),
  ...more,
});
const OWN = rasterOf({ grid: PLACED, noData: -9999, scales: [0.1, 0.1], offsets: [5, 5] });

function picture(raster: Raster, notes: string): string {
  const file = scratch.at("noted.tif");
  writeFileSync(file, writeGeoTiff(raster));
  writeFileSync(`${file}.aux.xml`, notes);
  return file;
}

const read = async (file: string) => (await readPicture(file, { wanted: WHOLE }, null)).raster;

/** What GDAL tells of a picture, in the same words. */
function toldByGdal({ geoTransform, coordinateSystem, gcps, bands }: GdalInfo) {
  const wkt = coordinateSystem?.wkt ?? "";
  const noData = bands[0]!.noDataValue ?? null;
  return {
    epsg: Number(/ID\["EPSG",(\d+)\]\]$/.exec(wkt)?.[1] ?? 0) || null,
    geotransform: gcps === undefined ? (geoTransform ?? null) : null,
    noData: noData === "NaN" ? NaN : noData,
    scales: bands.map(({ scale }) => scale ?? 1),
    offsets: bands.map(({ offset }) => offset ?? 0),
  };
}

const toldBy = ({ grid, noData, scales, offsets }: Raster) => ({ ...grid, noData, scales, offsets });

const bandsNoted = (inner: string) =>
  [1, 2].map((band) => `<PAMRasterBand band="${band}">${inner}</PAMRasterBand>`).join("");
const GRID = "<GeoTransform> 1.0e+02,  2.0e+01, 0.0e+00,  9.0e+02,  0.0e+00, -2.0e+01</GeoTransform>";
const UTM =
  'PROJCS["WGS 84 / UTM zone 50N",GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,' +
  'AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433],' +
  'AUTHORITY["EPSG","4326"]],PROJECTION["Transverse_Mercator"],PARAMETER["latitude_of_origin",0],' +
  'PARAMETER["central_meridian",117],PARAMETER["scale_factor",0.9996],PARAMETER["false_easting",500000],' +
  'PARAMETER["false_northing",0],UNIT["metre",1],AUTHORITY["EPSG","32650"]]';

const NOTES: Readonly<Record<string, string>> = {
  "a grid and a projection in words": `<SRS dataAxisToSRSAxisMapping="1,2">${UTM.replaceAll('"', "&quot;")}</SRS>${GRID}`,
  "a projection by its code": `<SRS>EPSG:32651</SRS>${GRID}`,
  "nodata, scale and offset": bandsNoted(
    "<NoDataValue>7</NoDataValue><Offset>1.5</Offset><Scale>0.25</Scale>",
  ),
  "a scale alone": bandsNoted("<Scale>0.5</Scale>"),
  "a nodata that is no number": bandsNoted("<NoDataValue>nan</NoDataValue>"),
  "statistics alone": bandsNoted('<Metadata><MDI key="Scale">3</MDI><Scale>4</Scale></Metadata>'),
  "bands that are not there": '<PAMRasterBand band="9"><Scale>3</Scale></PAMRasterBand><PAMRasterBand/>',
  "a comment": `<!-- ${GRID} --><PAMRasterBand band="2"><Scale>4</Scale></PAMRasterBand>`,
};

describe.skipIf(!HAS_GDAL)(
  "notes that GDAL keeps beside a picture are read as GDAL reads them (needs gdal-bin)",
  () => {
    test.each(Object.entries(NOTES))("%s", async (_, inner) => {
      for (const raster of [rasterOf(), OWN]) {
        const file = picture(raster, `<PAMDataset>${inner}</PAMDataset>`);
        expect(toldBy(await read(file))).toEqual(toldByGdal(gdalInfo(file)));
      }
    });

    test("a file of another kind says nothing", async () => {
      for (const text of ["hello", `<?xml version="1.0"?><Notes>${GRID}</Notes>`, ""]) {
        const file = picture(OWN, text);
        expect(toldBy(await read(file))).toEqual(toldByGdal(gdalInfo(file)));
      }
    });

    test("GDAL's own, with a nodata that its decimals round", async () => {
      const least = Math.fround(-3.4028234663852886e38);
      const holed = rasterOf({
        ...{ grid: PLACED, noData: least, scales: [0.1, 2], offsets: [5, -3] },
        bands: OWN.bands.map((band) => Float32Array.from(band, (value, i) => (i % 9 === 0 ? least : value))),
      });
      writeFileSync(scratch.at("whole.tif"), writeGeoTiff(holed));
      const file = scratch.at("baseline.tif");
      gdalTranslate(scratch.at("whole.tif"), file, ["-co", "PROFILE=BASELINE"]);
      const raster = await read(file);
      expect(toldBy(raster)).toEqual(toldBy(holed));
      // GDAL prints single precision shorter than it is
      const told = toldByGdal(gdalInfo(file));
      expect({ ...toldBy(raster), noData: null }).toEqual({ ...told, noData: null });
      expect(raster.bands[0]![9]).toBe(raster.noData);
      const inMemory = await readGeoTiff(readFileSync(file), DECOMPRESSORS, {
        ...{ mask: null, overviews: null, world: null, projection: null },
        notes: readFileSync(`${file}.aux.xml`, "utf8"),
      });
      expect(toldBy(inMemory)).toEqual(toldBy(holed));
      rmSync(`${file}.aux.xml`);
      expect(toldBy(await read(file))).toEqual(toldBy(rasterOf()));
    });

    test("a band that they call alpha hides pixels", async () => {
      const file = picture(
        rasterOf({ bands: OWN.bands.map((band) => Uint8Array.from(band)) }),
        '<PAMDataset><PAMRasterBand band="2"><ColorInterp>Alpha</ColorInterp></PAMRasterBand></PAMDataset>',
      );
      const { mask } = await read(file);
      const [alpha] = gdalBands(file, { ...OWN, bands: [new Uint8Array(WIDTH * HEIGHT)] }, ["-b", "mask"]);
      expect(mask).toEqual(alpha!.map((value) => (value === 0 ? 0 : 255)));
    });

    test.each([
      [
        '<GCPList Projection="EPSG:4326"><GCP Pixel="0" Line="0" X="1" Y="2"/><GCP Pixel="5" Line="0" X="2" Y="2"/></GCPList>',
      ],
      [
        '<Metadata domain="xml:ESRI" format="xml"><GeodataXform><SourceGCPs><Double>0</Double><Double>0</Double></SourceGCPs>' +
          "<TargetGCPs><Double>10</Double><Double>20</Double></TargetGCPs></GeodataXform></Metadata>",
      ],
    ])("control points stand in place of the picture's own grid: %s", async (inner) => {
      const file = picture(OWN, `<PAMDataset>${inner}</PAMDataset>`);
      expect(toldByGdal(gdalInfo(file)).geotransform).toBeNull();
      expect((await read(file)).grid.geotransform).toBeNull();
      const box = { minX: 600_100, minY: 4_199_800, maxX: 600_200, maxY: 4_199_900 };
      await expect(readPicture(file, { wanted: { by: "units", box } }, null)).rejects.toThrow(
        "it has ground control points in place of a grid",
      );
    });
  },
);

test.each([
  ["<GeoTransform>1,2,0,3,0</GeoTransform>", "hold"],
  ["<GeoTransform>1,x,0,3,0,-2</GeoTransform>", 'hold "1,x,0,3,0,-2", where the six numbers of a grid'],
  [bandsNoted("<Scale>tenth</Scale>"), 'hold "tenth", where a number would be right'],
  ['<PAMRasterBand band="1"><NoDataValue>7</NoDataValue></PAMRasterBand>', "nodata values (7, none)"],
])("notes that cannot be are refused in one line: %s", async (inner, message) => {
  const file = picture(rasterOf(), `<PAMDataset>${inner}</PAMDataset>`);
  await expect(read(file)).rejects.toThrow(
    `the notes beside it (.aux.xml) ${message.startsWith("nodata") ? `give its bands different ${message}` : message}`,
  );
  const cut = picture(rasterOf(), `<PAMDataset>${GRID}`);
  await expect(read(cut)).rejects.toThrow("the notes beside it (.aux.xml) are cut short");
});
