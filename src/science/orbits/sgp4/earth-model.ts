// WGS-72, in which the published element sets are made. Also compiled into the kernel.

export const EARTH_RADIUS_KM = 6378.135;
export const MU_KM3_PER_S2 = 398600.8;
/** Square root of μ in Earth radii³/minute². */
export const XKE = 60 / Math.sqrt((EARTH_RADIUS_KM * EARTH_RADIUS_KM * EARTH_RADIUS_KM) / MU_KM3_PER_S2);
export const J2 = 0.001082616;
export const J4 = -0.00000165597;
export const J3_OVER_J2 = -0.00000253881 / J2;
export const KM_PER_S = (EARTH_RADIUS_KM * XKE) / 60;
/** Rotation of the Earth, radians per minute. */
export const EARTH_ROTATION = 0.0043752690880113;
