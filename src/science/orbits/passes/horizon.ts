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
  /** Where that is: `base` ± √(`floor` + sine² radius² + `tilt` z) kilometres from the Earth's centre along the vector. */
  readonly base: number;
  readonly floor: number;
  readonly tilt: number;
}

export function horizonOf({ position, up: [ux, uy, uz] }: EarthFixed, minElevationDeg: number): Horizon {
  const [px, py, pz] = position;
  const across = Math.hypot(ux, uy);
  // At the poles the normal meets the axis everywhere: any point on it will do, the Earth's centre too.
  const along = across > 1e-9 ? Math.hypot(px, py) / across : Math.abs(pz);
  const below = along * uz - pz;
  const plane = px * ux + py * uy + pz * uz;
  const radius2 = px * px + py * py + pz * pz;
  const sine = Math.sin((minElevationDeg * Math.PI) / 180);
  const base = plane - sine * sine * along;
  return {
    ...{ ux, uy, uz, along, below, plane, radius2, sine, base },
    floor: base * base - plane * plane + sine * sine * radius2,
    tilt: 2 * sine * sine * below,
  };
}

/**
 * Kilometres above the cone of the elevation that counts, zero on it: how much farther from the Earth's centre the
 * object is along the vector upwards than where, at its distance from the centre, the cone is. For height P over the
 * site's plane and distance D the cone is P = sine · D; squared, and D² = r² − 2 (along · q − below · z) + radius², it is a
 * quadratic in q.
 */
export function heightAt(horizon: Horizon, x: number, y: number, z: number): number {
  const { base, floor, tilt, sine } = horizon;
  const q = horizon.ux * x + horizon.uy * y + horizon.uz * z;
  if (sine === 0) return q - base;
  const root = Math.sqrt(Math.max(0, floor + sine * sine * (x * x + y * y + z * z) + tilt * z));
  return q - base - Math.sign(sine) * root;
}

/** Sine of the elevation of a place. */
export function elevationSineAt(horizon: Horizon, x: number, y: number, z: number): number {
  const { along, below, plane, radius2 } = horizon;
  const q = horizon.ux * x + horizon.uy * y + horizon.uz * z;
  return (q - plane) / Math.sqrt(x * x + y * y + z * z - 2 * (along * q - below * z) + radius2);
}
