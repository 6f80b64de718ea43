import type { Geotransform, Grid } from "../raster.ts";
import type { Directory } from "./directory.ts";
import type { Header } from "./header.ts";
import { numbersOf } from "./tag-values.ts";

const [PIXEL_SCALE, TIE_POINTS, TRANSFORMATION, GEO_KEYS] = [33550, 33922, 34264, 34735];
const [RASTER_TYPE, GEOGRAPHIC, PROJECTED] = [1025, 2048, 3072];
const POINT = 2;
const USER_DEFINED = 32767;

/** Where the pixels lie, and how that is known. */
export interface Georeference extends Grid {
  /** Ground control points stand in place of a grid. */
  readonly hasControlPointsOnly: boolean;
  /** A projection is given by its parameters, without a code. */
  readonly isUserDefined: boolean;
}

/** Reads the GeoTIFF fields (OGC 19-008r4); a place given for a pixel's middle is moved to its corner. */
export async function readGeoreference(
  header: Header,
  { tags }: Directory,
  isLittleEndian: boolean,
): Promise<Georeference> {
  const all = async (id: number) => {
    const tag = tags.get(id);
    return tag === undefined ? [] : numbersOf(header, tag, isLittleEndian);
  };
  const keys = geoKeysOf(await all(GEO_KEYS));
  const ties = await all(TIE_POINTS);
  const plain = geotransformOf(await all(PIXEL_SCALE), ties, await all(TRANSFORMATION));
  const epsg = keys.get(PROJECTED) ?? keys.get(GEOGRAPHIC) ?? null;
  const isNamed = epsg !== null && epsg > 0 && epsg < USER_DEFINED;
  return {
    epsg: isNamed ? epsg : null,
    geotransform: plain !== null && keys.get(RASTER_TYPE) === POINT ? toCorner(plain) : plain,
    hasControlPointsOnly: plain === null && ties.length > 6,
    isUserDefined: keys.size > 0 && !isNamed,
  };
}

/** Keys whose value is a short number; texts and doubles are not needed. */
function geoKeysOf(words: readonly number[]): ReadonlyMap<number, number> {
  const keys = new Map<number, number>();
  for (let at = 4; at + 3 < words.length && at < 4 + (words[3] ?? 0) * 4; at += 4) {
    if (words[at + 1] === 0) keys.set(words[at]!, words[at + 3]!);
  }
  return keys;
}

function geotransformOf(
  scale: readonly number[],
  ties: readonly number[],
  matrix: readonly number[],
): Geotransform | null {
  if (scale.length >= 2 && ties.length >= 6 && scale[0] !== 0 && scale[1] !== 0) {
    const [dx, dy] = [scale[0]!, scale[1]!];
    const [column, row, , x, y] = ties as [number, number, number, number, number];
    return finite([x - column * dx, dx, 0, y + row * dy, 0, -dy]);
  }
  if (matrix.length < 8) return null;
  const [a, b, , x, d, e, , y] = matrix as [number, number, number, number, number, number, number, number];
  return a * e - b * d === 0 ? null : finite([x, a, b, y, d, e]);
}

function finite(transform: Geotransform): Geotransform | null {
  return transform.every(Number.isFinite) ? transform : null;
}

function toCorner([x, dx, ex, y, ey, dy]: Geotransform): Geotransform {
  return [x - (dx + ex) / 2, dx, ex, y - (ey + dy) / 2, ey, dy];
}
