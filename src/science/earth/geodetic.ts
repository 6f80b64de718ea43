/** WGS-84. */
const EQUATORIAL_RADIUS_KM = 6378.137;
const FLATTENING = 1 / 298.257223563;
const ECCENTRICITY_SQUARED = FLATTENING * (2 - FLATTENING);
const RADIAN = Math.PI / 180;

/** A place on or above the ellipsoid WGS-84: geodetic latitude, longitude east, kilometres of height. */
export interface Geodetic {
  readonly latDeg: number;
  readonly lonDeg: number;
  readonly altKm: number;
}

/** Where a place is, in kilometres from the Earth's centre (x to 0° E, z to the pole), and its unit vector upwards. */
export interface EarthFixed {
  readonly position: readonly [number, number, number];
  readonly up: readonly [number, number, number];
}

/** RangeError for a latitude beyond ±90°, a longitude beyond ±360° or what is no number. */
export function earthFixed({ latDeg, lonDeg, altKm }: Geodetic): EarthFixed {
  if (!(Math.abs(latDeg) <= 90)) throw new RangeError(`latitude must be in [-90, 90] degrees, got ${latDeg}`);
  if (!(Math.abs(lonDeg) <= 360))
    throw new RangeError(`longitude must be in [-360, 360] degrees, got ${lonDeg}`);
  if (!Number.isFinite(altKm)) throw new RangeError(`height must be kilometres, got ${altKm}`);
  const [sinLat, cosLat] = [Math.sin(latDeg * RADIAN), Math.cos(latDeg * RADIAN)];
  const [sinLon, cosLon] = [Math.sin(lonDeg * RADIAN), Math.cos(lonDeg * RADIAN)];
  const normal = EQUATORIAL_RADIUS_KM / Math.sqrt(1 - ECCENTRICITY_SQUARED * sinLat * sinLat);
  const across = (normal + altKm) * cosLat;
  return {
    position: [across * cosLon, across * sinLon, (normal * (1 - ECCENTRICITY_SQUARED) + altKm) * sinLat],
    up: [cosLat * cosLon, cosLat * sinLon, sinLat],
  };
}
