import proj4 from "proj4";
import type { ChangedObject, Raster } from "#science/imagery/index.ts";

/** From pixel corners to what the polygons are told in. */
export interface Ground {
  readonly crs: "EPSG:4326" | "pixels" | `EPSG:${number}`;
  readonly at: (x: number, y: number) => [number, number];
  readonly pixelArea: number | null;
  /** Whether rings must be turned round, since y points up on the ground and down in the picture. */
  readonly isMirrored: boolean;
}

/** Longitude and latitude where the grid's projection is known, else its own metres, else pixels. */
export function groundOf({ epsg, geotransform }: Raster["grid"]): Ground {
  if (geotransform === null)
    return { crs: "pixels", at: (x, y) => [x, y], pixelArea: null, isMirrored: false };
  const [x0, dx, ex, y0, ey, dy] = geotransform;
  const onGrid = (x: number, y: number): [number, number] => [x0 + x * dx + y * ex, y0 + x * ey + y * dy];
  if (epsg === null) return { crs: "pixels", at: (x, y) => [x, y], pixelArea: null, isMirrored: false };
  const isMirrored = dx * dy - ex * ey < 0;
  if (epsg === 4326) return { crs: "EPSG:4326", at: onGrid, pixelArea: null, isMirrored };
  const pixelArea = Math.abs(dx * dy - ex * ey);
  const definition = definitionOf(epsg);
  if (definition === null) return { crs: `EPSG:${epsg}`, at: onGrid, pixelArea, isMirrored };
  const { inverse } = proj4(definition);
  return { crs: "EPSG:4326", at: (x, y) => inverse(onGrid(x, y)) as [number, number], pixelArea, isMirrored };
}

/** Zones of UTM on WGS 84, and the web's Mercator. */
function definitionOf(epsg: number): string | null {
  if (epsg === 3857) return "EPSG:3857";
  const zone = epsg % 100;
  if (zone < 1 || zone > 60) return null;
  if (epsg > 32_600 && epsg < 32_661) return `+proj=utm +zone=${zone} +datum=WGS84 +units=m`;
  if (epsg > 32_700 && epsg < 32_761) return `+proj=utm +zone=${zone} +south +datum=WGS84 +units=m`;
  return null;
}

/** One changed object as a GeoJSON feature; its rings are pixel-exact. */
export function featureOf({ pixels, meanMagnitude, peakMagnitude, rings }: ChangedObject, ground: Ground) {
  const coordinates = rings.map((ring) => {
    const corners = ring.map(([x, y]) => ground.at(x, y));
    return ground.isMirrored ? corners.reverse() : corners;
  });
  const [outside] = coordinates;
  const [x, y] = [0, 1].map((axis) => {
    const values = outside!.map((corner) => corner[axis]!);
    return (Math.min(...values) + Math.max(...values)) / 2;
  }) as [number, number];
  const areaM2 = ground.pixelArea === null ? null : pixels * ground.pixelArea;
  return {
    type: "Feature" as const,
    geometry: { type: "Polygon" as const, coordinates },
    properties: { pixels, areaM2, meanMagnitude, peakMagnitude, x, y },
  };
}
