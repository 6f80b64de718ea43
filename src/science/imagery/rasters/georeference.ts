import type { Geotransform, Grid } from "../raster.ts";
import type { Directory } from "./directory.ts";
import type { Header } from "./header.ts";
import { readGeoKeys } from "./geo-keys.ts";
import { definitionOfKeys } from "./projection-of-keys.ts";
import { numbersOfField } from "./tag-values.ts";

const [PIXEL_SCALE, TIE_POINTS, TRANSFORMATION] = [33550, 33922, 34264];
const [MODEL, RASTER_TYPE, GEOGRAPHIC, PROJECTED] = [1024, 1025, 2048, 3072];
const [PROJECTED_MODEL, POINT] = [1, 2];
const USER_DEFINED = 32767;

/** Where the pixels lie, and how that is known. */
export interface Georeference extends Grid {
  /** Ground control points stand in place of a grid. */
  readonly hasControlPointsOnly: boolean;
  /** A projection is given by its parameters, without a code. */
  readonly isUserDefined: boolean;
  /** The projection by its parameters, as PROJ writes it or in Well-Known Text; null where the file gives none that are known here. */
  readonly definition: string | null;
}

/** Reads the GeoTIFF fields (OGC 19-008r4); a place given for a pixel's middle is moved to its corner. */
export async function readGeoreference(
  header: Header,
  directory: Directory,
  isLittleEndian: boolean,
): Promise<Georeference> {
  const all = (id: number) => numbersOfField(header, directory, id, isLittleEndian);
  const keys = await readGeoKeys(header, directory, isLittleEndian);
  const ties = await all(TIE_POINTS);
  const plain = geotransformOf(await all(PIXEL_SCALE), ties, await all(TRANSFORMATION));
  // a projection without a code must not pass for the degrees that it rests on
  const isProjected = keys.get(MODEL)?.[0] === PROJECTED_MODEL;
  const epsg = (keys.get(PROJECTED) ?? (isProjected ? null : keys.get(GEOGRAPHIC)))?.[0] ?? null;
  const isNamed = epsg !== null && epsg > 0 && epsg < USER_DEFINED;
  return {
    epsg: isNamed ? epsg : null,
    geotransform: plain !== null && keys.get(RASTER_TYPE)?.[0] === POINT ? toCorner(plain) : plain,
    hasControlPointsOnly: plain === null && ties.length > 6,
    isUserDefined: keys.size > 0 && !isNamed,
    definition: definitionOfKeys(keys),
  };
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
