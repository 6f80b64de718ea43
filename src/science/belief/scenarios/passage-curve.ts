/** F(0) … F(horizon): the distribution of the first passage for a given distribution over joint states. */
export function passageCurve(within: readonly Float64Array[], alpha: Float64Array): number[] {
  return within.map((u) => dot(u, alpha));
}

export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let x = 0; x < a.length; x++) sum += a[x]! * b[x]!;
  return sum;
}

/** Months until the curve reaches q, log-survival linear within a month; null when it does not within the horizon. */
export function passageQuantile(curve: readonly number[], q: number): number | null {
  const month = curve.findIndex((f) => f >= q);
  if (month < 0) return null;
  if (month === 0) return 0;
  const [before, after] = [Math.log1p(-curve[month - 1]!), Math.log1p(-curve[month]!)];
  const wanted = Math.log1p(-q);
  return after === before ? month : month - 1 + (wanted - before) / (after - before);
}
