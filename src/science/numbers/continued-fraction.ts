const TINY = 1e-300;

/** b₀ + a₁/(b₁ + a₂/(b₂ + …)) to rounding, by the modified Lentz method. Thompson & Barnett 1986. */
export function continuedFraction(
  first: number,
  numerator: (k: number) => number,
  denominator: (k: number) => number,
): number {
  const away = (value: number) => (Math.abs(value) < TINY ? TINY : value);
  let value = away(first);
  let c = value;
  let d = 0;
  for (let k = 1; k < 1e7; k++) {
    d = 1 / away(denominator(k) + numerator(k) * d);
    c = away(denominator(k) + numerator(k) / c);
    value *= c * d;
    if (Math.abs(c * d - 1) < 1e-16) break;
  }
  return value;
}
