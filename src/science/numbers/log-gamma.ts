/** ζ(k) − 1 for k = 2, 3, … 31. */
const ZETA_MINUS_ONE = [
  0.6449340668482264, 0.2020569031595943, 0.08232323371113819, 0.03692775514336993, 0.01734306198444914,
  0.008349277381922827, 0.00407735619794434, 0.0020083928260822143, 0.0009945751278180853,
  0.0004941886041194645, 0.0002460865533080483, 0.00012271334757848915, 6.124813505870483e-5,
  3.058823630702049e-5, 1.528225940865187e-5, 7.637197637899763e-6, 3.81729326499984e-6, 1.908212716553939e-6,
  9.539620338727962e-7, 4.769329867878064e-7, 2.38450502727733e-7, 1.1921992596531106e-7,
  5.960818905125948e-8, 2.980350351465228e-8, 1.4901554828365043e-8, 7.45071178983543e-9,
  3.725334024788457e-9, 1.862659723513049e-9, 9.313274324196682e-10, 4.656629065033784e-10,
];
const ONE_MINUS_EULER = 0.42278433509846713;
const HALF_LOG_TWO_PI = 0.9189385332046728;

/** ln Γ(2 + z) for |z| ≤ ½: Σ (−1)^k (ζ(k) − 1) z^k / k, which keeps its relative accuracy at the zero z = 0. */
function logGammaNearTwo(z: number): number {
  let sum = 0;
  for (let k = ZETA_MINUS_ONE.length + 1; k >= 2; k--) {
    sum = ZETA_MINUS_ONE[k - 2]! / k - z * sum;
  }
  return z * (ONE_MINUS_EULER + z * sum);
}

function stirling(x: number): number {
  const t = 1 / (x * x);
  const correction =
    1 / 12 -
    t * (1 / 360 - t * (1 / 1260 - t * (1 / 1680 - t * (1 / 1188 - t * (691 / 360360 - t * (1 / 156))))));
  return (x - 0.5) * Math.log(x) - x + HALF_LOG_TWO_PI + correction / x;
}

/** ln Γ(1 + z) for |z| ≤ ½, relative error below 1e-14 down to the smallest z. */
export function logGammaOnePlus(z: number): number {
  return logGammaNearTwo(z) - Math.log1p(z);
}

/** ln Γ(x) for x ≥ 0, relative error below 1e-14 (also at its zeros 1 and 2). Abramowitz & Stegun 6.1.33, 6.1.41. */
export function logGamma(x: number): number {
  if (!(x >= 0)) throw new RangeError(`logGamma wants a number ≥ 0, got ${x}`);
  if (x === 0 || x === Infinity) return Infinity;
  if (x < 0.5) return logGamma(x + 1) - Math.log(x);
  if (x < 1.5) return logGammaOnePlus(x - 1);
  if (x > 10) return stirling(x);
  let product = 1;
  let base = x;
  while (base > 2.5) {
    base -= 1;
    product *= base;
  }
  return logGammaNearTwo(base - 2) + Math.log(product);
}
