import { julianDate } from "./sidereal-time.ts";

const RADIAN = Math.PI / 180;
const ASTRONOMICAL_UNIT_KM = 149_597_870.7;

/**
 * Where the Sun is from the Earth's centre: kilometres along the mean equator and equinox of date, to about 0.01° from
 * 1950 to 2050 (Astronomical Almanac, low precision formulas for the Sun).
 */
export function sunKm(utcMs: number): [number, number, number] {
  const days = julianDate(utcMs) - 2_451_545;
  const meanLongitude = 280.46 + 0.9856474 * days;
  const anomaly = (357.528 + 0.9856003 * days) * RADIAN;
  const longitude = (meanLongitude + 1.915 * Math.sin(anomaly) + 0.02 * Math.sin(2 * anomaly)) * RADIAN;
  const obliquity = (23.439 - 0.0000004 * days) * RADIAN;
  const distance =
    (1.00014 - 0.01671 * Math.cos(anomaly) - 0.00014 * Math.cos(2 * anomaly)) * ASTRONOMICAL_UNIT_KM;
  const across = Math.sin(longitude) * distance;
  return [Math.cos(longitude) * distance, across * Math.cos(obliquity), across * Math.sin(obliquity)];
}
