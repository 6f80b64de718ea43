import { isObject, type Json, numberIn, objectsIn, textIn, textsIn } from "./json-fields.ts";

/** A file of a scene. What a number means is `number × scale + offset`; null where the catalogue does not say. */
export interface ImageryAsset {
  /** The name it has in its catalogue. */
  readonly key: string;
  readonly href: string;
  readonly mediaType: string | null;
  /** Which of the file's bands, counted from 1. */
  readonly band: number;
  readonly scale: number | null;
  readonly offset: number | null;
  readonly noData: number | null;
  readonly gsdM: number | null;
}

interface Scene {
  readonly base: string;
  readonly constellation: string | null;
  readonly platform: string | null;
  readonly collection: string;
}

/** What the bands of Sentinel-2 show, by their number. */
const SENTINEL_2: Readonly<Record<string, string>> = {
  B01: "coastal",
  B02: "blue",
  B03: "green",
  B04: "red",
  B05: "rededge1",
  B06: "rededge2",
  B07: "rededge3",
  B08: "nir",
  B8A: "nir08",
  B09: "nir09",
  B10: "cirrus",
  B11: "swir16",
  B12: "swir22",
};

/** Landsat 8 and 9; the harmonised collection numbers them alike. */
const LANDSAT_8: Readonly<Record<string, string>> = {
  B01: "coastal",
  B02: "blue",
  B03: "green",
  B04: "red",
  B05: "nir08",
  B06: "swir16",
  B07: "swir22",
  B08: "pan",
  B09: "cirrus",
  B10: "lwir11",
  B11: "lwir12",
};

/** Landsat 4, 5 and 7. */
const LANDSAT_5: Readonly<Record<string, string>> = {
  B01: "blue",
  B02: "green",
  B03: "red",
  B04: "nir08",
  B05: "swir16",
  B06: "lwir",
  B07: "swir22",
  B08: "pan",
};

/** Names of assets that say what they show, in small letters. */
const NAMES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    [...Object.values(SENTINEL_2), ...Object.values(LANDSAT_8)].map((role) => [role, role]),
  ),
  ...{
    pan: "pan",
    scl: "scl",
    qa_pixel: "qa",
    pixel_qa: "qa",
    bqa: "qa",
    fmask: "qa",
    visual: "visual",
    tci: "visual",
    aot: "aot",
    wvp: "wvp",
  },
  ...{ cloud: "cloud", snow: "snow", thumbnail: "thumbnail", lwir: "lwir", swir1: "swir16", swir2: "swir22" },
};

const POLARISATION = /(?:^|[-_])(vv|vh|hh|hv)$/i;
const PICTURE = /\.(png|jpe?g|webp)$|^image\/(png|jpeg|webp)/i;

/** The assets of an Item by what they show; the finest where there are several, and files of blocks before JPEG 2000. */
export function assetsOf(assets: Json, scene: Scene): Record<string, ImageryAsset> {
  const offers: { role: string; asset: ImageryAsset; rank: number }[] = [];
  for (const [key, asset] of Object.entries(assets)) {
    if (!isObject(asset)) continue;
    for (const { role, band } of rolesOf(key, asset, scene)) {
      const read = readAsset(key, asset, band, scene.base);
      const isOfMany = bandsOf(asset).length > 1;
      if (read !== null) offers.push({ role, asset: read, rank: rankOf(read, isOfMany) });
    }
  }
  const best: Record<string, ImageryAsset> = {};
  for (const { role, asset } of offers.toSorted((a, b) => a.rank - b.rank)) best[role] ??= asset;
  const [nir, swir] = [best.nir ?? best.nir08, best.swir16 ?? best.swir22];
  return { ...best, ...(nir && { nir }), ...(swir && { swir }) };
}

/** Bands of a file of many come last, JPEG 2000 before them, and coarse files after fine ones. */
function rankOf({ href, mediaType, gsdM, key }: ImageryAsset, isOfMany: boolean): number {
  const isJpeg2000 = /jp2/i.test(mediaType ?? "") || /\.jp2$/i.test(href);
  const coarse = gsdM ?? Number(/_(\d+)m$/.exec(key)?.[1] ?? 0);
  return (isOfMany ? 1e6 : 0) + (isJpeg2000 ? 1e5 : 0) + coarse;
}

interface Role {
  readonly role: string;
  readonly band: number;
}

function rolesOf(key: string, asset: Json, scene: Scene): Role[] {
  const roles = textsIn(asset, "roles");
  const plain = key.replace(/[-_](\d+m|jp2|cog)$/i, "");
  const known = NAMES[plain.toLowerCase()];
  if (roles.includes("thumbnail") || known === "thumbnail") return [{ role: "thumbnail", band: 1 }];
  if (roles.includes("overview") && isPicture(asset)) return [{ role: "overview", band: 1 }];
  if (roles.includes("metadata") && known !== "qa") return [];
  const polarisation = POLARISATION.exec(plain)?.[1]?.toLowerCase();
  if (polarisation !== undefined) return [{ role: polarisation, band: 1 }];
  const bands = bandsOf(asset);
  const isVisual = roles.includes("visual") || roles.includes("overview") || known === "visual";
  if (isVisual) return [{ role: "visual", band: 1 }];
  if (bands.length > 1)
    return bands.flatMap((band, i) => (band.common === null ? [] : [{ role: band.common, band: i + 1 }]));
  const numbered = numberedRole(bands[0]?.name ?? plain, scene) ?? numberedRole(plain, scene);
  const role = numbered ?? bands[0]?.common ?? known;
  return role === undefined || role === null ? [] : [{ role, band: 1 }];
}

function isPicture(asset: Json): boolean {
  return PICTURE.test(textIn(asset, "type") ?? "") || PICTURE.test(textIn(asset, "href") ?? "");
}

/** What a numbered band shows, where the numbers of that satellite are known. */
function numberedRole(name: string, { constellation, platform, collection }: Scene): string | undefined {
  const isSentinel = constellation === "sentinel-2" || /sentinel-?2|sentinel-s2|hlss30/i.test(collection);
  const number = /^(?:S[RT]_)?B(?:and)?[-_ ]?0?(\d{1,2}|8A)$/i.exec(name)?.[1]?.toUpperCase();
  if (number === undefined) return undefined;
  const band = number === "8A" ? "B8A" : `B${number.padStart(2, "0")}`;
  if (isSentinel) return SENTINEL_2[band];
  if (/hlsl30/i.test(collection) || /^landsat-[89]$/.test(platform ?? "")) return LANDSAT_8[band];
  return /^landsat-[457]$/.test(platform ?? "") ? LANDSAT_5[band] : undefined;
}

/** The bands by their name and by the common name that catalogues share, in STAC before and since 1.1. */
function bandsOf(asset: Json): { name: string | null; common: string | null }[] {
  const bands =
    objectsIn(asset, "bands").length > 0 ? objectsIn(asset, "bands") : objectsIn(asset, "eo:bands");
  return bands.map((band) => ({
    name: textIn(band, "name"),
    common: textIn(band, "eo:common_name", "common_name"),
  }));
}

function readAsset(key: string, asset: Json, band: number, base: string): ImageryAsset | null {
  const href = bestHref(asset, base);
  if (href === null) return null;
  const raster = objectsIn(asset, "raster:bands")[band - 1] ?? {};
  const since11 = objectsIn(asset, "bands")[band - 1] ?? {};
  const first = (...keys: readonly string[]) =>
    numberIn(raster, ...keys) ?? numberIn(since11, ...keys) ?? numberIn(asset, ...keys);
  return {
    ...{ key, href, band },
    mediaType: textIn(asset, "type"),
    scale: first("scale", "raster:scale"),
    offset: first("offset", "raster:offset"),
    noData: first("nodata"),
    gsdM: first("spatial_resolution", "raster:spatial_resolution", "gsd", "eo:gsd"),
  };
}

/** The address, over https where the catalogue names that beside a store of its own kind. */
function bestHref(asset: Json, base: string): string | null {
  const alternates = isObject(asset.alternate) ? Object.values(asset.alternate).filter(isObject) : [];
  const hrefs = [asset, ...alternates].flatMap((one) => {
    const href = textIn(one, "href");
    return href !== null && (URL.canParse(href, base) || base === "") ? [href] : [];
  });
  const resolved = hrefs.map((href) => (URL.canParse(href, base) ? new URL(href, base).href : href));
  return resolved.find((href) => /^https?:/.test(href)) ?? resolved[0] ?? null;
}
