import { assetsOf, type ImageryAsset } from "./assets.ts";
import { type BoundingBox, boundsOf, type Footprint, footprintOf } from "./footprint.ts";
import { isObject, type Json, linksIn, numberIn, textIn, textsIn } from "./json-fields.ts";

/** One scene of a catalogue, in the same words for every provider; null where the catalogue does not say. */
export interface ImageryItem {
  readonly id: string;
  readonly provider: string;
  readonly collection: string | null;
  /** ISO 8601 UTC; the beginning where a span is all there is. */
  readonly datetime: string | null;
  readonly startDatetime: string | null;
  readonly endDatetime: string | null;
  readonly footprint: Footprint | null;
  readonly bbox: BoundingBox | null;
  readonly cloudPercent: number | null;
  readonly sunElevationDeg: number | null;
  /** In small letters with hyphens: `sentinel-2a`, `landsat-8`. */
  readonly platform: string | null;
  readonly constellation: string | null;
  readonly instruments: readonly string[];
  /** Landsat's path, where the satellite is one. */
  readonly relativeOrbit: number | null;
  readonly passDirection: "ascending" | "descending" | null;
  /** As `05.11`. */
  readonly processingBaseline: string | null;
  readonly gsdM: number | null;
  readonly epsg: number | null;
  readonly href: string | null;
  /** By what they show: `red`, `nir`, `swir16`, `scl`, `vv`, `thumbnail` and so on. */
  readonly assets: Readonly<Record<string, ImageryAsset>>;
}

/** Reads a STAC Item (0.9 to 1.1) from where it came; null for what is none. */
export function readItem(document: unknown, provider: string, base: string): ImageryItem | null {
  if (!isObject(document) || document.type !== "Feature" || !isObject(document.properties)) return null;
  const id = textIn(document, "id") ?? numberIn(document, "id")?.toString() ?? null;
  if (id === null) return null;
  const { properties } = document;
  const self = linksIn(document, base).find(({ rel }) => rel === "self")?.href ?? null;
  const footprint = footprintOf(document.geometry, document.bbox);
  const platform = named(textIn(properties, "platform", "eo:platform"));
  const constellation =
    named(textIn(properties, "constellation", "eo:constellation")) ?? constellationOf(platform);
  const [start, end] = [instantIn(properties, "start_datetime"), instantIn(properties, "end_datetime")];
  const assets = isObject(document.assets) ? document.assets : {};
  const collection = textIn(document, "collection") ?? textIn(properties, "collection");
  return {
    ...{ id, provider, collection, footprint, platform, constellation },
    datetime: instantIn(properties, "datetime") ?? start,
    ...{ startDatetime: start, endDatetime: end },
    bbox: footprint === null ? null : boundsOf(footprint),
    cloudPercent: numberIn(properties, "eo:cloud_cover", "cloud_cover", "s2:cloud_cover"),
    sunElevationDeg: sunElevationOf(properties),
    instruments: instrumentsOf(properties),
    relativeOrbit: relativeOrbitOf(properties, id, platform),
    passDirection: passOf(properties),
    processingBaseline: baselineOf(properties, id),
    gsdM: numberIn(properties, "gsd", "eo:gsd"),
    epsg: epsgOf(properties),
    href: self,
    assets: assetsOf(assets, { base: self ?? base, constellation, platform, collection: collection ?? "" }),
  };
}

function named(name: string | null): string | null {
  return name === null
    ? null
    : name
        .trim()
        .toLowerCase()
        .replace(/[\s_]+/g, "-");
}

function constellationOf(platform: string | null): string | null {
  return platform === null
    ? null
    : (/^(sentinel-\d)[a-d]$/.exec(platform)?.[1] ?? /^landsat/.exec(platform)?.[0] ?? null);
}

function instantIn(properties: Json, key: string): string | null {
  const text = textIn(properties, key);
  const ms = text === null ? NaN : Date.parse(/[zZ]|[+-]\d\d:?\d\d$/.test(text) ? text : `${text}Z`);
  return Number.isNaN(ms) ? null : new Date(ms).toISOString();
}

function sunElevationOf(properties: Json): number | null {
  const zenith = numberIn(properties, "s2:mean_solar_zenith");
  return (
    numberIn(properties, "view:sun_elevation", "eo:sun_elevation") ?? (zenith === null ? null : 90 - zenith)
  );
}

function instrumentsOf(properties: Json): string[] {
  const one = textIn(properties, "instrument", "eo:instrument");
  const all = textsIn(properties, "instruments");
  return (all.length > 0 ? all : one === null ? [] : [one]).map((name) => name.toLowerCase());
}

/** Orbits from which the relative orbits of Sentinel-1 count, each 175 long. */
const SENTINEL_1_START: Readonly<Record<string, number>> = {
  "sentinel-1a": 73,
  "sentinel-1b": 27,
  "sentinel-1c": 172,
};

function relativeOrbitOf(properties: Json, id: string, platform: string | null): number | null {
  const [said, absolute] = [
    numberIn(properties, "sat:relative_orbit"),
    numberIn(properties, "sat:absolute_orbit"),
  ];
  if (said !== null) return said;
  const path = numberIn(properties, "landsat:wrs_path");
  if (path !== null) return path;
  const inName = /_R(\d{3})_/.exec(productName(properties, id))?.[1];
  if (inName !== undefined) return Number(inName);
  const start = SENTINEL_1_START[platform ?? ""];
  return start === undefined || absolute === null ? null : ((((absolute - start) % 175) + 175) % 175) + 1;
}

/** The name of the product, which holds orbit and baseline of Sentinel-2. */
function productName(properties: Json, id: string): string {
  return textIn(properties, "s2:product_uri", "sentinel:product_id", "s2:product_id", "title") ?? id;
}

function passOf(properties: Json): ImageryItem["passDirection"] {
  const said = textIn(properties, "sat:orbit_state", "s1:orbit_state")?.toLowerCase();
  return said === "ascending" || said === "descending" ? said : null;
}

function baselineOf(properties: Json, id: string): string | null {
  const said = textIn(
    properties,
    "s2:processing_baseline",
    "processing:version",
    "sentinel:processing_baseline",
  );
  if (said !== null) return said;
  const digits = /_N(\d\d)(\d\d)(_|$)/.exec(`${productName(properties, id)} ${id}`);
  return digits === null ? null : `${digits[1]}.${digits[2]}`;
}

function epsgOf(properties: Json): number | null {
  const code = /^EPSG:(\d+)$/i.exec(textIn(properties, "proj:code") ?? "")?.[1];
  return code === undefined ? numberIn(properties, "proj:epsg") : Number(code);
}
