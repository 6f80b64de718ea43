const EARTH_RADIUS_KM = 6371.0088;

interface Degrees {
  readonly lat: number;
  readonly lon: number;
}

/** Great-circle distance in km on the mean sphere, right to half a percent of the ellipsoid's. */
export function groundDistanceKm(a: Degrees, b: Degrees): number {
  const [lat1, lat2] = [radians(a.lat), radians(b.lat)];
  const half = Math.sin((lat2 - lat1) / 2) ** 2;
  const across = Math.cos(lat1) * Math.cos(lat2) * Math.sin(radians(b.lon - a.lon) / 2) ** 2;
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(half + across)));
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
