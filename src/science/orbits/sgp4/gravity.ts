/** WGS-72, in which the published element sets are made: kilometres, minutes, Earth radii. */
const MU_KM3_PER_S2 = 398_600.8;
export const EARTH_RADIUS_KM = 6378.135;
/** Square root of μ in Earth radii³/minute². */
export const XKE = 60 / Math.sqrt(EARTH_RADIUS_KM ** 3 / MU_KM3_PER_S2);
export const J2 = 0.001082616;
export const J4 = -0.00000165597;
export const J3_OVER_J2 = -0.00000253881 / J2;
export const KM_PER_S = (EARTH_RADIUS_KM * XKE) / 60;
