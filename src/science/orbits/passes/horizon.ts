import type { EarthFixed } from "#science/earth/index.ts";

/** What a site needs to know of itself to tell how far an object is above the elevation that counts. */
export interface Horizon {
  /** Unit vector upwards. */
  readonly ux: number;
  readonly uy: number;
  readonly uz: number;
  /** The site lies `along` kilometres up that vector from a point `below` kilometres under the equator's plane. */
  readonly along: number;
  readonly below: number;
  /** Kilometres from the Earth's centre to the site's plane, and the square of those to the site. */
  readonly plane: number;
  readonly radius2: number;
  /** Sine of the elevation from which on an object is seen. */
  readonly sine: number;
}

export function horizonOf({ position, up: [ux, uy, uz] }: EarthFixed, minElevationDeg: number): Horizon {
  const [px, py, pz] = position;
  const across = Math.hypot(ux, uy);
  // At the poles the normal meets the axis everywhere: any point on it will do, the Earth's centre too.
  const along = across > 1e-9 ? Math.hypot(px, py) / across : Math.abs(pz);
  return {
    ...{ ux, uy, uz, along },
    below: along * uz - pz,
    plane: px * ux + py * uy + pz * uz,
    radius2: px * px + py * py + pz * pz,
    sine: Math.sin((minElevationDeg * Math.PI) / 180),
  };
}

/** Square of the kilometres from the site to a place: from its height `q` along the vector upwards, z, and radius². */
function distance2({ along, below, radius2 }: Horizon, q: number, z: number, r2: number): number {
  return r2 - 2 * (along * q - below * z) + radius2;
}

/**
 * Kilometres above the cone of the elevation that counts, zero on it: the height over the site's plane less the sine
 * times the distance. It changes no faster than the object moves, times 1 + |sine|.
 */
export function heightAt(horizon: Horizon, x: number, y: number, z: number): number {
  const q = horizon.ux * x + horizon.uy * y + horizon.uz * z;
  if (horizon.sine === 0) return q - horizon.plane;
  return q - horizon.plane - horizon.sine * Math.sqrt(distance2(horizon, q, z, x * x + y * y + z * z));
}

/** Sine of the elevation of a place. */
export function elevationSineAt(horizon: Horizon, x: number, y: number, z: number): number {
  const q = horizon.ux * x + horizon.uy * y + horizon.uz * z;
  return (q - horizon.plane) / Math.sqrt(distance2(horizon, q, z, x * x + y * y + z * z));
}
