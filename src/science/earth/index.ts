/** The turning Earth: what the science rooms have in common about time and place. */
export { julianDate, siderealTimeRad } from "./sidereal-time.ts";
export { earthFixed } from "./geodetic.ts";
export type { EarthFixed, Geodetic } from "./geodetic.ts";
export { groundDistanceKm } from "./ground-distance.ts";
export { leapSeconds } from "./leap-seconds.ts";
export { sunKm } from "./sun.ts";
