const J2000 = 2_451_545;
const TURN = 2 * Math.PI;

/** Julian date of a UTC time in milliseconds since 1970; as one number it resolves 40 µs. */
export function julianDate(utcMs: number): number {
  return utcMs / 86_400_000 + 2_440_587.5;
}

/** Greenwich mean sidereal time, radians from 0 to 2π, of a UTC time in milliseconds since 1970 (IAU 1982; UT1 taken as UTC). */
export function siderealTimeRad(utcMs: number): number {
  const t = (julianDate(utcMs) - J2000) / 36_525;
  const seconds = 67_310.54841 + (876_600 * 3600 + 8_640_184.812866 + (0.093104 - 6.2e-6 * t) * t) * t;
  const angle = (seconds % 86_400) * (TURN / 86_400);
  return angle < 0 ? angle + TURN : angle;
}
