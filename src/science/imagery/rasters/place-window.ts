import type { Geotransform } from "../raster.ts";
import type { PixelWindow } from "./block-plan.ts";
import { levelTransform, type OpenTiff } from "./open-tiff.ts";
import { type Projection, projectionBy, projectionOf, utmEpsg } from "./projection.ts";
import { RasterRefused } from "./raster-refused.ts";

/** A box of degrees; its west is greater than its east where it crosses the antimeridian. */
export interface DegreeBox {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** What part of a picture is wanted. */
export type Wanted =
  | { readonly by: "pixels"; readonly window: PixelWindow }
  | { readonly by: "degrees"; readonly box: DegreeBox }
  | { readonly by: "units"; readonly box: Box }
  | { readonly by: "site"; readonly latDeg: number; readonly lonDeg: number; readonly sizeM: number };

/** A box in the units of some projection. */
export interface Box {
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
}

/** The projection of a picture; RasterRefused, saying why, where it has none that is known. */
export function projectionOfPicture({ place }: OpenTiff): Projection {
  if (place.geotransform === null) {
    const why = place.hasControlPointsOnly
      ? "it has ground control points in place of a grid: warp it first, or give --pixels"
      : "it says nowhere where it lies: give --pixels";
    throw new RasterRefused(why);
  }
  const known = ownProjection(place);
  if (known !== null) return known;
  if (place.epsg !== null) return knownProjection(place.epsg);
  const what = place.isUserDefined
    ? "its projection is given without an EPSG code, and by a method, an ellipsoid or a unit that are not read"
    : "it names no projection";
  throw new RasterRefused(`${what}: give --pixels, or a box in its own units`);
}

/** By its code, else by the parameters that the file gives; null where neither is known. */
function ownProjection({ epsg, definition }: OpenTiff["place"]): Projection | null {
  const named = epsg === null ? null : projectionOf(epsg);
  return named ?? (definition === null ? null : projectionBy(definition, epsg));
}

/** RasterRefused for a code whose parameters are not known here. */
export function knownProjection(epsg: number): Projection {
  const projection = projectionOf(epsg);
  if (projection === null)
    throw new RasterRefused(`the parameters of EPSG:${epsg} are not known: give --pixels`);
  return projection;
}

/** The box in a projection that holds what is wanted; a site's box is as many metres wide as was asked. */
export function boxIn(projection: Projection, wanted: Exclude<Wanted, { by: "pixels" }>): Box {
  if (wanted.by === "units") return wanted.box;
  if (wanted.by === "degrees") return boxOfDegrees(projection, wanted.box);
  const { latDeg, lonDeg, sizeM } = wanted;
  const middle = projection.forward(lonDeg, latDeg);
  if (middle === null) throw new RasterRefused(`${latDeg}, ${lonDeg} has no place in ${projection.name}`);
  const [across, down] = unitsPerMetre(projection, lonDeg, latDeg);
  const [halfX, halfY] = [(sizeM / 2) * across, (sizeM / 2) * down];
  return {
    minX: middle[0] - halfX,
    minY: middle[1] - halfY,
    maxX: middle[0] + halfX,
    maxY: middle[1] + halfY,
  };
}

const STEPS = 20;

/** Follows the edges of the box: in a projection they bend. */
function boxOfDegrees(projection: Projection, { west, south, east, north }: DegreeBox): Box {
  const width = east >= west ? east - west : east + 360 - west;
  const places: (readonly [number, number])[] = [];
  for (let i = 0; i <= STEPS; i++) {
    for (let j = 0; j <= STEPS; j++) {
      if (i % STEPS !== 0 && j % STEPS !== 0) continue;
      const [lon, lat] = [west + (width * i) / STEPS, south + ((north - south) * j) / STEPS];
      const place = projection.isGeographic ? ([lon, lat] as const) : projection.forward(lon, lat);
      if (place !== null) places.push(place);
    }
  }
  if (places.length === 0) throw new RasterRefused(`the box has no place in ${projection.name}`);
  const [xs, ys] = [places.map(([x]) => x), places.map(([, y]) => y)];
  return { minX: Math.min(...xs), minY: Math.min(...ys), maxX: Math.max(...xs), maxY: Math.max(...ys) };
}

/** The degrees that hold a box of a projection's units. */
export function degreesOf(projection: Projection, { minX, minY, maxX, maxY }: Box): DegreeBox {
  if (projection.isGeographic) return { west: minX, south: minY, east: maxX, north: maxY };
  const corners = [
    [minX, minY],
    [minX, maxY],
    [maxX, minY],
    [maxX, maxY],
  ].flatMap(([x, y]) => {
    const place = projection.inverse(x!, y!);
    return place === null ? [] : [place];
  });
  if (corners.length < 4) throw new RasterRefused(`the box has no place in ${projection.name}`);
  const [lons, lats] = [corners.map(([lon]) => lon), corners.map(([, lat]) => lat)];
  const box = { south: Math.min(...lats), north: Math.max(...lats) };
  const isAcross = Math.max(...lons) - Math.min(...lons) > 180;
  if (!isAcross) return { ...box, west: Math.min(...lons), east: Math.max(...lons) };
  return {
    ...box,
    west: Math.min(...lons.filter((lon) => lon > 0)),
    east: Math.max(...lons.filter((lon) => lon <= 0)),
  };
}

const METRES_PER_DEGREE = 111_195;
const TRUE_TO = 0.02;

/** Units of a projection for a metre on the ground there; projections true to 2 % count as true, as UTM is. */
function unitsPerMetre(projection: Projection, lonDeg: number, latDeg: number): [number, number] {
  const radian = Math.PI / 180;
  const e2 = 0.00669437999014;
  const w = Math.sqrt(1 - e2 * Math.sin(latDeg * radian) ** 2);
  const perDegreeLat = (6_378_137 * (1 - e2) * radian) / w ** 3;
  const perDegreeLon = Math.max(1, (6_378_137 * Math.cos(latDeg * radian) * radian) / w);
  if (projection.isGeographic) return [1 / perDegreeLon, 1 / perDegreeLat];
  const step = 100 / METRES_PER_DEGREE;
  const lat = latDeg > 0 ? latDeg - step : latDeg + step;
  const [here, there] = [projection.forward(lonDeg, latDeg), projection.forward(lonDeg, lat)];
  if (here === null || there === null) return [1, 1];
  const scale = Math.hypot(there[0] - here[0], there[1] - here[1]) / (step * perDegreeLat);
  const units = Math.abs(scale - 1) < TRUE_TO ? 1 : scale;
  return [units, units];
}

/** The pixels of a level that hold a box of the picture's own units; of a grid in degrees, from whichever turn of the globe. */
export function pixelsOf(tiff: OpenTiff, level: number, box: Box, exactSize: boolean): PixelWindow {
  const { picture } = tiff.levels[level]!;
  const transform = levelTransform(tiff, picture)!;
  const turned = isDegrees(tiff) ? nearestTurn(transform, picture.width, box) : box;
  const corners = [
    [turned.minX, turned.minY],
    [turned.minX, turned.maxY],
    [turned.maxX, turned.minY],
    [turned.maxX, turned.maxY],
  ].map(([x, y]) => toPixel(transform, x!, y!));
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  if (exactSize) {
    const [width, height] = [Math.max(1, Math.round(right - left)), Math.max(1, Math.round(bottom - top))];
    return {
      x: Math.round((left + right - width) / 2),
      y: Math.round((top + bottom - height) / 2),
      width,
      height,
    };
  }
  const [x, y] = [Math.floor(left + NEARLY), Math.floor(top + NEARLY)];
  const [endX, endY] = [Math.ceil(right - NEARLY), Math.ceil(bottom - NEARLY)];
  return { x, y, width: Math.max(1, endX - x), height: Math.max(1, endY - y) };
}

/** A box that ends within a thousandth of a pixel of an edge ends at the edge. */
const NEARLY = 1e-3;

function isDegrees({ place }: OpenTiff): boolean {
  return ownProjection(place)?.isGeographic ?? false;
}

function nearestTurn([x0, dx]: Geotransform, width: number, box: Box): Box {
  const [west, east] = [Math.min(x0, x0 + dx * width), Math.max(x0, x0 + dx * width)];
  const overlap = (turn: number) => Math.min(east, box.maxX + turn) - Math.max(west, box.minX + turn);
  const turn = [0, 360, -360].reduce((best, one) => (overlap(one) > overlap(best) ? one : best));
  return { ...box, minX: box.minX + turn, maxX: box.maxX + turn };
}

/** Where a position falls, in columns and rows counted from the outer corner. */
export function toPixel([x0, dx, ex, y0, ey, dy]: Geotransform, x: number, y: number): [number, number] {
  const determinant = dx * dy - ex * ey;
  const [px, py] = [x - x0, y - y0];
  return [(dy * px - ex * py) / determinant, (dx * py - ey * px) / determinant];
}

/** The projection of a site's own grid. */
export function siteProjection(lonDeg: number, latDeg: number): Projection {
  return knownProjection(utmEpsg(lonDeg, latDeg));
}
