const EARTH_RADIUS_KM = 6378.137;
const SUN_RADIUS_KM = 695_700;

/**
 * Whether a place in space sees some of the Sun: it is outside the cone of the full shadow of a spherical Earth. Both
 * vectors in kilometres from the Earth's centre, in one frame.
 */
export function isSunlit(
  [x, y, z]: readonly [number, number, number],
  [sx, sy, sz]: readonly [number, number, number],
): boolean {
  const sunDistance = Math.hypot(sx, sy, sz);
  const along = (x * sx + y * sy + z * sz) / sunDistance;
  if (along >= 0) return true;
  const across = Math.sqrt(Math.max(0, x * x + y * y + z * z - along * along));
  return across > EARTH_RADIUS_KM + (along * (SUN_RADIUS_KM - EARTH_RADIUS_KM)) / sunDistance;
}
