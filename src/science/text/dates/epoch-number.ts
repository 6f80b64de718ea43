/** A number that counts from 1970 in milliseconds: below 1e11, before March 1973 in milliseconds, it counts seconds. */
export function epochMs(counted: number): number {
  return counted < 1e11 ? counted * 1000 : counted;
}
