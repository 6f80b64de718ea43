/** Degrees east as they are said: `18.1° W`. */
export function longitudeInWords(lonDeg: number): string {
  return `${Math.abs(lonDeg).toFixed(1)}° ${lonDeg < 0 ? "W" : "E"}`;
}
