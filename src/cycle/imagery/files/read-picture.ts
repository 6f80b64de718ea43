import { readFile as readText } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { InputError, OutsideFailed } from "#model/input-error.ts";
import {
  type FilesBeside,
  openTiff,
  type OpenTiff,
  type Raster,
  RasterRefused,
  readWindow,
  type WindowAsk,
  withFilesBeside,
} from "#science/imagery/index.ts";
import { DECOMPRESSORS } from "./decompressors.ts";
import { type CountedSource, fileSource } from "./file-source.ts";
import { type HttpReading, httpSource } from "./http-source.ts";
import { namesBeside } from "./names-beside.ts";
import { type CachedSource, cachedSource, type RangeCache, trimCache } from "./range-cache.ts";

/** A window of a picture, and what it cost. */
export interface PictureWindow {
  readonly raster: Raster;
  /** The level it was read from, 0 the full resolution. */
  readonly overview: number;
  readonly overviews: number;
  /** Bytes that came from the file or the server, and in how many requests. */
  readonly bytesRead: number;
  readonly requests: number;
  /** Bytes that the cache had. */
  readonly keptBytes: number;
  /** Bytes of the header, and of the blocks that the window needs. */
  readonly headerBytes: number;
  readonly blockBytes: number;
}

/** What pictures on the network take; without it only files are read. */
export interface PictureNetwork extends HttpReading {
  readonly cache: RangeCache | null;
}

/**
 * Reads one window of a GeoTIFF in a file or at an http(s) or s3 address. InputError where the picture is broken or
 * of a kind that is not read, OutsideFailed where the server fails.
 */
export async function readPicture(
  place: string,
  ask: WindowAsk,
  network: PictureNetwork | null,
): Promise<PictureWindow> {
  if (place.startsWith("file://")) return readFile(fileURLToPath(place), place, ask);
  const url = urlOf(place);
  if (url === null) return readFile(place, place, ask);
  if (network === null) throw new OutsideFailed(`${url.host}: the network is off`);
  if (network.cache === null) return readFrom(httpSource(url, network), place, ask);
  for (let isSecond = false; ; isSecond = true) {
    const source = await cachedSource(httpSource(url, network), url, network.cache);
    try {
      const read = await readFrom(source, place, ask);
      await trimCache(network.cache);
      return read;
    } catch (error) {
      if (isSecond || !source.hasChanged()) throw error;
    }
  }
}

type SourcesBeside = FilesBeside<CountedSource>;

/** A file, and those that lie beside it. */
async function readFile(file: string, place: string, ask: WindowAsk): Promise<PictureWindow> {
  const { mask, overviews, world, projection, notes } = namesBeside(file);
  const opened = (name: string | null) => (name === null ? null : fileSource(name));
  const text = (name: string | null) => (name === null ? null : readText(name, "utf8"));
  return readFrom(await fileSource(file), place, ask, {
    ...{ mask: await opened(mask), overviews: await opened(overviews) },
    ...{ world: await text(world), projection: await text(projection), notes: await text(notes) },
  });
}

/** The address of a picture on the network, null for a file. */
function urlOf(place: string): URL | null {
  if (!/^[a-z][a-z0-9+.-]+:\/\//i.test(place)) return null;
  const url = new URL(place);
  if (url.protocol !== "s3:") return url;
  if (url.host === "eodata") {
    throw new OutsideFailed("s3://eodata asks for an account's keys; take the picture from another provider");
  }
  return new URL(`https://${url.host}.s3.amazonaws.com${url.pathname}`);
}

async function readFrom(
  source: CountedSource | CachedSource,
  place: string,
  ask: WindowAsk,
  beside: SourcesBeside | null = null,
): Promise<PictureWindow> {
  try {
    const alone = await openTiff(source);
    const tiff = beside === null ? alone : await withBeside(alone, beside);
    const kept = () => ("keptBytes" in source ? source.keptBytes() : 0);
    const headerBytes = source.spent().bytes + kept();
    const { raster, overview, blockBytes } = await readWindow(tiff, DECOMPRESSORS, ask);
    const [bytesRead, requests] = spentOn([source, beside?.overviews, beside?.mask]);
    const overviews = tiff.levels.length - 1;
    return {
      ...{ raster, overview, overviews, bytesRead, requests, headerBytes, blockBytes },
      keptBytes: kept(),
    };
  } catch (error) {
    if (!(error instanceof RasterRefused)) throw error;
    throw new InputError([
      { file: place, wrong: error.message, right: "expected a sound TIFF or GeoTIFF that covers the window" },
    ]);
  } finally {
    await source.close();
    await beside?.mask?.close();
    await beside?.overviews?.close();
  }
}

/** Bytes and requests. */
function spentOn(sources: readonly (CountedSource | null | undefined)[]): [number, number] {
  const spent = sources.flatMap((one) => one?.spent() ?? []);
  return [
    spent.reduce((sum, { bytes }) => sum + bytes, 0),
    spent.reduce((sum, { requests }) => sum + requests, 0),
  ];
}

async function withBeside(tiff: OpenTiff, beside: SourcesBeside): Promise<OpenTiff> {
  const opened = (source: CountedSource | null) => (source === null ? null : openTiff(source));
  const [mask, overviews] = [await opened(beside.mask), await opened(beside.overviews)];
  return withFilesBeside(tiff, { ...beside, mask, overviews });
}
