import { writeFileSync } from "node:fs";
import path from "node:path";
import { deflateSync } from "node:zlib";
import {
  type Raster,
  type Resampling,
  type Wanted,
  type WindowAsk,
  writeGeoTiff,
} from "#science/imagery/index.ts";
import { type PictureWindow, readPicture } from "../../../cycle/imagery/files/read-picture.ts";
import { readConfig } from "../../config.ts";
import { WrongUse } from "../../failure.ts";
import { JSON_OUT, numberIn, oneOf } from "../../options.ts";
import { table } from "../../table.ts";
import { defineVerb, type Given } from "../../verb.ts";
import { siteIn } from "../orbits/sites-given.ts";
import { bandStats, rounded } from "./band-stats.ts";
import { IMAGERY_NETWORK, imageryNetwork } from "./imagery-network.ts";
import { numbersIn } from "./numbers-in.ts";

const OPTIONS = {
  bbox: {
    takes: "W,S,E,N",
    summary:
      "a box in degrees (west above east crosses the antimeridian), or in the picture's own units beyond ±360",
  },
  site: { takes: "LAT,LON", summary: "a window around a place, as wide as --size-m" },
  "size-m": { takes: "N", summary: "metres the window is wide and high (5000 unless given)" },
  pixels: { takes: "X,Y,W,H", summary: "a window in the pixels of the level that is read" },
  resolution: {
    takes: "M",
    summary: "metres a pixel; the file's own unless given. The coarsest level that is fine enough is read",
  },
  epsg: { takes: "CODE", summary: "the projection of the window; the file's own unless given" },
  overview: { takes: "N", summary: "the level to read: 0 the full resolution, 1 the first overview" },
  resampling: {
    takes: "HOW",
    summary: "nearest (unless given), bilinear or average; counts with --resolution or --epsg",
  },
  out: { takes: "FILE", summary: "write the window as a GeoTIFF" },
  ...IMAGERY_NETWORK,
  ...JSON_OUT,
} as const;

/** Reads one window of a GeoTIFF, of a file or by range requests. */
export const window = defineVerb({
  words: ["FILE"],
  options: OPTIONS,
  async run({ options, words: [place] }, shell) {
    const ask = askIn(options);
    const network = imageryNetwork(options, readConfig(shell.env), () => Date.parse(shell.now()));
    const read = await readPicture(place!, ask, network);
    if (options.out !== undefined) writeFileSync(options.out, writeGeoTiff(masked(read.raster), deflateSync));
    const row = rowOf(read, options.out);
    if (options.json) shell.out(JSON.stringify(row));
    else tell(row, place!, shell.out);
    return 0;
  },
});

type Options = Given<typeof OPTIONS>["options"];

function askIn(options: Options): WindowAsk {
  const number = (name: "resolution" | "epsg" | "overview", least: number, most: number) => {
    const text = options[name];
    return text === undefined ? {} : { [name]: numberIn(name, text, { least, most }) };
  };
  return {
    wanted: wantedIn(options),
    ...number("resolution", 1e-9, 1e6),
    ...number("epsg", 1024, 99_999),
    ...number("overview", 0, 100),
    resampling: oneOf("resampling", options.resampling ?? "nearest", [
      "nearest",
      "bilinear",
      "average",
    ]) satisfies Resampling,
  };
}

function wantedIn(options: Options): Wanted {
  const given = [options.bbox, options.site, options.pixels].filter((one) => one !== undefined);
  if (given.length !== 1)
    throw new WrongUse("needs one of --bbox W,S,E,N, --site LAT,LON and --pixels X,Y,W,H");
  if (options.pixels !== undefined) {
    const [x, y, width, height] = numbersIn("pixels", options.pixels, "0,0,512,512") as [
      number,
      number,
      number,
      number,
    ];
    const isSound = [x, y, width, height].every(Number.isInteger) && width > 0 && height > 0;
    if (isSound) return { by: "pixels", window: { x, y, width, height } };
    throw new WrongUse(
      `--pixels is "${options.pixels}"; whole numbers with a width and a height above 0 would be right`,
    );
  }
  if (options.site !== undefined) {
    const { latDeg, lonDeg } = siteIn(options.site);
    const sizeM = numberIn("size-m", options["size-m"] ?? "5000", { least: 0.01, most: 5_000_000 });
    return { by: "site", latDeg, lonDeg, sizeM };
  }
  return boxIn(options.bbox!);
}

function boxIn(text: string): Wanted {
  const [west, south, east, north] = numbersIn("bbox", text, "112.5,37.8,112.7,38.0") as [
    number,
    number,
    number,
    number,
  ];
  if (!(north > south)) throw new WrongUse(`--bbox is "${text}"; its north must be above its south`);
  const isDegrees =
    Math.abs(west) <= 360 && Math.abs(east) <= 360 && Math.abs(south) <= 90 && Math.abs(north) <= 90;
  if (isDegrees) return { by: "degrees", box: { west, south, east, north } };
  if (!(east > west)) throw new WrongUse(`--bbox is "${text}"; its east must be above its west`);
  return { by: "units", box: { minX: west, minY: south, maxX: east, maxY: north } };
}

/** The raster with nodata where the mask hides a pixel, as far as it has a nodata number. */
function masked(raster: Raster): Raster {
  const { mask, noData } = raster;
  if (mask === null || noData === null) return raster;
  const bands = raster.bands.map((band) => band.map((value, i) => (mask[i] === 0 ? noData : value)));
  return { ...raster, bands };
}

const DTYPES: Readonly<Record<string, string>> = {
  Uint8Array: "uint8",
  Int8Array: "int8",
  Uint16Array: "uint16",
  Int16Array: "int16",
  Uint32Array: "uint32",
  Int32Array: "int32",
  Float32Array: "float32",
  Float64Array: "float64",
};

function rowOf({ raster, ...cost }: PictureWindow, out: string | undefined) {
  const { grid, noData } = raster;
  const at = grid.geotransform;
  return {
    width: raster.width,
    height: raster.height,
    crs: grid.epsg === null ? null : `EPSG:${grid.epsg}`,
    transform: at === null ? null : [at[1], at[2], at[0], at[4], at[5], at[3]],
    geotransform: at,
    bands: raster.bands.length,
    dtype: DTYPES[raster.bands[0]!.constructor.name]!,
    nodata: noData === null || Number.isFinite(noData) ? noData : String(noData),
    scales: raster.scales,
    offsets: raster.offsets,
    ...cost,
    stats: raster.bands.map((_, band) => bandStats(raster, band)),
    ...(out !== undefined && { out: path.normalize(out) }),
  };
}

function tell(row: ReturnType<typeof rowOf>, place: string, out: (line: string) => void): void {
  const where = row.crs ?? "no EPSG code";
  out(
    `${place}: ${row.width} × ${row.height} pixels, ${row.bands} × ${row.dtype}, ${where}, overview ${row.overview}`,
  );
  out(`${row.bytesRead} bytes in ${row.requests} requests (blocks ${row.blockBytes}, kept ${row.keptBytes})`);
  const cells = row.stats.map(({ band, valid, min, max, mean, std }) =>
    [band, valid, min, max, mean, std].map((value) => (value === null ? "" : String(rounded(value, 6)))),
  );
  out(table(["band", "measured", "least", "most", "mean", "spread"], cells));
}
