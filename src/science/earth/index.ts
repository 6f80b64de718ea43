/** The turning Earth: what the science rooms have in common about time and place. */
export { julianDate, siderealTimeRad } from "./sidereal-time.ts";
