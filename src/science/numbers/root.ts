/**
 * Where a continuous function changes sign between low and high (values of opposite sign there), to rounding,
 * or to the tolerance in x, by the Illinois method with a bisection whenever it stalls. Dowell & Jarratt 1971.
 */
export function root(f: (x: number) => number, low: number, high: number, tolerance = 0): number {
  let [a, b, fa, fb] = [low, high, f(low), f(high)];
  if (!(fa * fb <= 0)) throw new RangeError(`no sign change between ${low} (${fa}) and ${high} (${fb})`);
  for (let step = 0; step < 400 && fa !== 0 && fb !== 0; step++) {
    const middle = (a + b) / 2;
    if (middle === a || middle === b) break;
    const chord = Number.isFinite(fa - fb) ? b - (fb * (b - a)) / (fb - fa) : middle;
    const isInside = chord > Math.min(a, b) && chord < Math.max(a, b);
    const x = isInside && step % 8 !== 7 ? chord : middle;
    const fx = f(x);
    if (Number.isNaN(fx)) throw new RangeError(`no number at ${x}`);
    if (fx * fb < 0) [a, fa] = [b, fb];
    else fa /= 2;
    if (Math.abs(x - b) <= Math.max(tolerance, 2 ** -53 * Math.abs(x))) return x;
    [b, fb] = [x, fx];
  }
  return fa === 0 ? a : b;
}
