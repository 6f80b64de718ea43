import { add, anyBeyond, both, mul, mulAdd, mulSub, sub } from "./lanes";

/** Adding this rounds to a whole number, whose lowest bits are then the lowest bits of the sum. */
const ROUND: f64 = 6755399441055744;
/** π/2 in three parts, so that a multiple up to 2²⁰ is taken off exactly. */
const PIO2_1: f64 = 1.5707963267341256;
const PIO2_2: f64 = 6.077100506303966e-11;
const PIO2_3: f64 = 2.0222662487959506e-21;
/** Up to here an angle needs no reduction. */
const SMALL: f64 = 0.7853981633974483;

/** The results of the last call. */
export const SINE: usize = memory.data(16, 16);
export const COSINE: usize = memory.data(16, 16);

export function sine(): v128 {
  return v128.load(SINE);
}

export function cosine(): v128 {
  return v128.load(COSINE);
}

/** The polynomials of fdlibm, |x| ≤ π/4, grouped so that products do not wait for each other. */
function sinePolynomial(x: v128, z: v128): v128 {
  const z2 = mul(z, z);
  const low = mulAdd(z, both(8.33333333332248946124e-3), both(-1.66666666666666324348e-1));
  const middle = mulAdd(z, both(2.75573137070700676789e-6), both(-1.98412698298579493134e-4));
  const high = mulAdd(z, both(1.58969099521155010221e-10), both(-2.50507602534068634195e-8));
  return mulAdd(mul(x, z), mulAdd(z2, mulAdd(z2, high, middle), low), x);
}

function cosinePolynomial(z: v128): v128 {
  const z2 = mul(z, z);
  const low = mulAdd(z, both(-1.38888888888741095749e-3), both(4.16666666666666019037e-2));
  const middle = mulAdd(z, both(-2.75573143513906633035e-7), both(2.48015872894767294178e-5));
  const high = mulAdd(z, both(-1.13596475577881948265e-11), both(2.0875723212981748279e-9));
  const tail = mul(z2, mulAdd(z2, mulAdd(z2, high, middle), low));
  return add(mulSub(both(0.5), z, both(1)), tail);
}

/** Sine and cosine of any angle up to a million radians, within an ulp or two. */
export function sineCosine(angle: v128): void {
  const rounded = mulAdd(angle, both(0.6366197723675814), both(ROUND));
  const quarter = sub(rounded, both(ROUND));
  const x = mulSub(
    quarter,
    both(PIO2_3),
    mulSub(quarter, both(PIO2_2), mulSub(quarter, both(PIO2_1), angle)),
  );
  const z = mul(x, x);
  const s = sinePolynomial(x, z);
  const c = cosinePolynomial(z);
  const isSwapped = i64x2.neg(v128.and(rounded, i64x2.splat(1)));
  const sineSign = i64x2.shl(v128.and(rounded, i64x2.splat(2)), 62);
  const cosineSign = i64x2.shl(v128.and(i64x2.add(rounded, i64x2.splat(1)), i64x2.splat(2)), 62);
  v128.store(SINE, v128.xor(v128.bitselect(c, s, isSwapped), sineSign));
  v128.store(COSINE, v128.xor(v128.bitselect(s, c, isSwapped), cosineSign));
}

/** Turns a sine and a cosine by a further angle, which is nearly always small. */
export function turn(s: v128, c: v128, angle: v128): void {
  let sineOf = angle;
  let cosineOf = angle;
  if (anyBeyond(angle, SMALL)) {
    sineCosine(angle);
    sineOf = sine();
    cosineOf = cosine();
  } else {
    const z = mul(angle, angle);
    sineOf = sinePolynomial(angle, z);
    cosineOf = cosinePolynomial(z);
  }
  v128.store(SINE, mulAdd(s, cosineOf, mul(c, sineOf)));
  v128.store(COSINE, mulSub(s, sineOf, mul(c, cosineOf)));
}
