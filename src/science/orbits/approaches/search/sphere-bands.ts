/**
 * The sphere in bands of latitude and each band in cells of longitude, so that two directions no more than `angle`
 * apart lie in one band or in neighbours, and within the reach in longitude that is noted.
 */
export interface SphereBands {
  readonly bands: readonly Band[];
  readonly cells: number;
}

export interface Band {
  readonly firstCell: number;
  readonly cells: number;
  readonly cellsPerRadian: number;
  /** How far apart in longitude two such directions can be, both in this band, or one in the next; radians. */
  readonly reach: number;
  readonly reachOver: number;
  readonly cosineOfEdge: number;
}

/** Latitudes and longitudes are known to this many radians. */
const ERROR = 5e-5;
/** Finer cells waste less on their corners, and cost more to keep in order. */
const CELLS_PER_ANGLE = 3;

/** Throws RangeError where the angle leaves fewer than two bands. */
export function sphereBands(angle: number): SphereBands {
  const count = Math.floor(Math.PI / (angle + 2 * ERROR));
  if (count < 2) throw new RangeError(`angle must be below π/2 radians, got ${angle}`);
  const width = Math.PI / count;
  const edges = (b: number) => [b, b + 1].map((edge) => Math.abs(edge * width - Math.PI / 2));
  const bands: Band[] = [];
  let firstCell = 0;
  for (let b = 0; b < count; b++) {
    const around = 2 * Math.PI * Math.cos(Math.min(...edges(b)));
    const cells = Math.max(1, Math.floor((around * CELLS_PER_ANGLE) / angle));
    const edge = Math.max(...edges(b));
    bands.push({
      firstCell,
      cells,
      cellsPerRadian: cells / (2 * Math.PI),
      reach: reachInLongitude(angle, edge),
      reachOver: reachInLongitude(angle, Math.max(edge, ...edges(b + 1))),
      cosineOfEdge: Math.max(ERROR, Math.cos(Math.min(Math.PI / 2, edge + ERROR))),
    });
    firstCell += cells;
  }
  return { bands, cells: firstCell };
}

/** sin(Δλ/2) ≤ sin(angle/2) / cos φ, from the haversine with both at the latitude furthest from the equator. */
function reachInLongitude(angle: number, latitude: number): number {
  const cosine = Math.cos(Math.min(Math.PI / 2, latitude + ERROR));
  const sine = Math.sin(angle / 2);
  return sine >= cosine ? Math.PI : 2 * Math.asin(sine / cosine) + 2 * ERROR;
}
