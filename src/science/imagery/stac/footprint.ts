import { isObject, type Json } from "./json-fields.ts";

type Ring = readonly (readonly [number, number])[];

/** An area on the globe in degrees, cut at the antimeridian and closed over a pole that it holds (RFC 7946 §3.1.9). */
export interface Footprint {
  readonly type: "MultiPolygon";
  readonly coordinates: readonly (readonly Ring[])[];
}

/** West, south, east, north in degrees; west is greater than east where it crosses the antimeridian. */
export type BoundingBox = readonly [number, number, number, number];

/** The area of a GeoJSON geometry, or of a box where that is all there is; null for what is neither. */
export function footprintOf(geometry: unknown, bbox: unknown): Footprint | null {
  const polygons = polygonsOf(geometry).flatMap(cutAtAntimeridian);
  if (polygons.length > 0) return { type: "MultiPolygon", coordinates: polygons };
  const box = boxOf(bbox);
  return box === null ? null : footprintOfBox(box);
}

/** The area of a box. */
export function footprintOfBox([west, south, east, north]: BoundingBox): Footprint {
  const parts =
    west <= east
      ? [[west, east]]
      : [
          [west, 180],
          [-180, east],
        ];
  const ring = (w: number, e: number): Ring => [
    [w, south],
    [e, south],
    [e, north],
    [w, north],
    [w, south],
  ];
  return { type: "MultiPolygon", coordinates: parts.map(([w, e]) => [ring(w!, e!)]) };
}

/** The box of four or six numbers, null where they are none. */
export function boxOf(bbox: unknown): BoundingBox | null {
  if (!Array.isArray(bbox) || !bbox.every((one) => typeof one === "number" && Number.isFinite(one)))
    return null;
  const [west, south, east, north] = bbox.length === 6 ? [bbox[0], bbox[1], bbox[3], bbox[4]] : bbox;
  return bbox.length === 4 || bbox.length === 6 ? [west, south, east, north] : null;
}

function polygonsOf(geometry: unknown): Ring[][] {
  if (!isObject(geometry)) return [];
  const { type, coordinates, geometries } = geometry as Json;
  if (type === "GeometryCollection" && Array.isArray(geometries)) return geometries.flatMap(polygonsOf);
  if (!Array.isArray(coordinates)) return [];
  if (type === "Polygon") return [ringsOf(coordinates)].filter((rings) => rings.length > 0);
  if (type === "MultiPolygon") return coordinates.map(ringsOf).filter((rings) => rings.length > 0);
  if (type === "Point") return [pointRing(coordinates)].filter((rings) => rings.length > 0);
  return [];
}

function ringsOf(rings: unknown): Ring[] {
  if (!Array.isArray(rings)) return [];
  return rings.map(placesOf).filter((ring) => ring.length >= 3);
}

function placesOf(ring: unknown): Ring {
  if (!Array.isArray(ring)) return [];
  return ring.flatMap((place) => {
    const [lon, lat] = Array.isArray(place) ? place : [];
    const isPlace = Number.isFinite(lon) && Number.isFinite(lat) && Math.abs(lat as number) <= 90.001;
    return isPlace ? [[lon, lat] as [number, number]] : [];
  });
}

function pointRing(place: unknown): Ring[] {
  const [point] = placesOf([place]);
  return point === undefined ? [] : [[point, point, point, point]];
}

/** Cuts a polygon whose edges jump over the antimeridian into parts that do not; of a ring about a pole the pole is in. */
function cutAtAntimeridian(rings: readonly Ring[]): Ring[][] {
  const unwound = rings.map(unwind);
  const lons = unwound[0]!.map(([lon]) => lon);
  const [least, most] = [Math.min(...lons), Math.max(...lons)];
  if (least >= -180 && most <= 180) return [unwound.map(closed)];
  const parts: Ring[][] = [];
  for (let turn = Math.floor((least + 180) / 360); turn <= Math.ceil((most - 180) / 360); turn++) {
    const [west, east] = [-180 + 360 * turn, 180 + 360 * turn];
    const cut = unwound
      .map((ring) => clip(clip(ring, west, 1), east, -1))
      .filter((ring) => ring.length >= 3)
      .map((ring) => closed(ring.map(([lon, lat]) => [lon - 360 * turn, lat])));
    if (cut.length > 0) parts.push(cut);
  }
  return parts;
}

const WHOLE_TURN = 359;

/** Longitudes that go on past ±180 instead of jumping; an edge that spans the whole globe is left as it is. */
function unwind(ring: Ring): Ring {
  let turn = 0;
  const out: [number, number][] = [];
  for (const [i, [lon, lat]] of ring.entries()) {
    const step = i === 0 ? 0 : lon - ring[i - 1]![0];
    if (Math.abs(step) > 180 && Math.abs(step) < WHOLE_TURN) turn -= 360 * Math.sign(step);
    out.push([lon + turn, lat]);
  }
  if (Math.abs(out.at(-1)![0] - out[0]![0]) < WHOLE_TURN) return out;
  const pole = out.reduce((sum, [, lat]) => sum + lat, 0) >= 0 ? 90 : -90;
  return [...out, [out.at(-1)![0], pole], [out[0]![0], pole], out[0]!];
}

function closed(ring: Ring): Ring {
  const [first, last] = [ring[0]!, ring.at(-1)!];
  return first[0] === last[0] && first[1] === last[1] ? ring : [...ring, first];
}

/** The part of a ring beyond a meridian: east of it for side 1, west of it for −1 (Sutherland and Hodgman). */
function clip(ring: Ring, meridian: number, side: 1 | -1): Ring {
  const out: [number, number][] = [];
  for (const [i, [lon, lat]] of ring.entries()) {
    const [lastLon, lastLat] = ring[(i + ring.length - 1) % ring.length]!;
    const [isIn, wasIn] = [(lon - meridian) * side >= 0, (lastLon - meridian) * side >= 0];
    if (isIn !== wasIn) {
      const share = (meridian - lastLon) / (lon - lastLon);
      out.push([meridian, lastLat + share * (lat - lastLat)]);
    }
    if (isIn) out.push([lon, lat]);
  }
  return out;
}

/** The narrowest box around an area, over the antimeridian where that is narrower. */
export function boundsOf({ coordinates }: Footprint): BoundingBox {
  const outers = coordinates.map(([outer]) => outer!);
  const lats = outers.flatMap((ring) => ring.map(([, lat]) => lat));
  const spans = outers
    .map((ring) => ring.map(([lon]) => lon))
    .map((lons): [number, number] => [Math.min(...lons), Math.max(...lons)])
    .toSorted((a, b) => a[0] - b[0]);
  let [west, east, widest] = [spans[0]![0], Math.max(...spans.map(([, end]) => end)), 0];
  widest = west + 360 - east;
  let reach = spans[0]![1];
  for (const [start, end] of spans.slice(1)) {
    if (start - reach > widest) [widest, west, east] = [start - reach, start, reach];
    reach = Math.max(reach, end);
  }
  return [west, Math.min(...lats), east, Math.max(...lats)];
}

/** Whether two areas have a place in common; both are cut at the antimeridian. */
export function intersects(one: Footprint, other: Footprint): boolean {
  return one.coordinates.some((a) => other.coordinates.some((b) => ringsMeet(a[0]!, b[0]!)));
}

function ringsMeet(a: Ring, b: Ring): boolean {
  if (holds(a, b[0]!) || holds(b, a[0]!)) return true;
  for (let i = 1; i < a.length; i++) {
    for (let j = 1; j < b.length; j++) if (edgesMeet(a[i - 1]!, a[i]!, b[j - 1]!, b[j]!)) return true;
  }
  return false;
}

function holds(ring: Ring, [lon, lat]: readonly [number, number]): boolean {
  let isInside = false;
  for (let i = 1; i < ring.length; i++) {
    const [[x1, y1], [x2, y2]] = [ring[i - 1]!, ring[i]!];
    if (y1 > lat !== y2 > lat && lon < x1 + ((lat - y1) / (y2 - y1)) * (x2 - x1)) isInside = !isInside;
  }
  return isInside;
}

type Place = readonly [number, number];

function edgesMeet(a: Place, b: Place, c: Place, d: Place): boolean {
  const side = (p: Place, q: Place, r: Place) =>
    Math.sign((q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]));
  const onEdge = (p: Place, q: Place, r: Place) =>
    Math.min(p[0], q[0]) <= r[0] &&
    r[0] <= Math.max(p[0], q[0]) &&
    Math.min(p[1], q[1]) <= r[1] &&
    r[1] <= Math.max(p[1], q[1]);
  const [s1, s2, s3, s4] = [side(a, b, c), side(a, b, d), side(c, d, a), side(c, d, b)];
  if (s1 !== s2 && s3 !== s4) return true;
  return (
    (s1 === 0 && onEdge(a, b, c)) ||
    (s2 === 0 && onEdge(a, b, d)) ||
    (s3 === 0 && onEdge(c, d, a)) ||
    (s4 === 0 && onEdge(c, d, b))
  );
}

const KM_PER_DEGREE = 111.195;

/** The box that holds every place within a distance; all longitudes where it holds a pole. */
export function boxAround(latDeg: number, lonDeg: number, radiusKm: number): BoundingBox {
  const reach = radiusKm / KM_PER_DEGREE;
  const [south, north] = [Math.max(-90, latDeg - reach), Math.min(90, latDeg + reach)];
  if (latDeg + reach >= 90 || latDeg - reach <= -90) return [-180, south, 180, north];
  const radian = Math.PI / 180;
  const width = Math.asin(Math.min(1, Math.sin(reach * radian) / Math.cos(latDeg * radian))) / radian;
  if (width >= 180) return [-180, south, 180, north];
  return [withinTurn(lonDeg - width), south, withinTurn(lonDeg + width), north];
}

function withinTurn(lon: number): number {
  return lon > 180 ? lon - 360 : lon < -180 ? lon + 360 : lon;
}
