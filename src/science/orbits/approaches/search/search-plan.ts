/** Earth, WGS-72 as SGP4 has it: km³/s², km. */
const MU = 398_600.8;
export const EARTH_RADIUS_KM = 6378.135;

/** Arcs between states by SGP4, and steps of each arc. */
export const ARC_SECONDS = 900;
export const STEPS_PER_ARC = 10;
export const STEP_SECONDS = ARC_SECONDS / STEPS_PER_ARC;

/**
 * How far relative motion may bend from a straight line during one step, for pairs that come within `withinKm`:
 * their relative acceleration is at most L times their distance, L = 2μ/R³, and the distance at most
 * withinKm + V·|t − tca|; two integrations give L (withinKm·h²/8 + V·h³/48). V is twice the speed of escape.
 */
export function bendKm(withinKm: number): number {
  const gradient = (2 * MU) / EARTH_RADIUS_KM ** 3;
  const fastest = 2 * Math.sqrt((2 * MU) / EARTH_RADIUS_KM);
  const h = STEP_SECONDS;
  return gradient * ((withinKm * h * h) / 8 + (fastest * h ** 3) / 48);
}

/**
 * The angle an object may cover around the middle of a step, half the distance sought included, and still be sought
 * by bands: what the lowest circular orbit covers, and a little more. Faster ones (eccentric, at perigee) are sought
 * apart.
 */
export function ordinaryReach(withinKm: number): number {
  const turn = Math.sqrt(MU / EARTH_RADIUS_KM ** 3) * (STEP_SECONDS / 2);
  return 1.03 * turn + (0.53 * withinKm + 2) / EARTH_RADIUS_KM;
}
