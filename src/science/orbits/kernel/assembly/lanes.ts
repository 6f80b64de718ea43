/** Arithmetic on two numbers at once: the lanes are two times of one object. */

export function both(x: f64): v128 {
  return f64x2.splat(x);
}

export function add(a: v128, b: v128): v128 {
  return f64x2.add(a, b);
}

export function sub(a: v128, b: v128): v128 {
  return f64x2.sub(a, b);
}

export function mul(a: v128, b: v128): v128 {
  return f64x2.mul(a, b);
}

export function div(a: v128, b: v128): v128 {
  return f64x2.div(a, b);
}

/** a · b + c */
export function mulAdd(a: v128, b: v128, c: v128): v128 {
  return f64x2.add(f64x2.mul(a, b), c);
}

/** c − a · b */
export function mulSub(a: v128, b: v128, c: v128): v128 {
  return f64x2.sub(c, f64x2.mul(a, b));
}

export function negate(a: v128): v128 {
  return f64x2.neg(a);
}

/** Whether |a| is above the limit in either lane; no number is never above. */
export function anyBeyond(a: v128, limit: f64): bool {
  return v128.any_true(f64x2.gt(f64x2.abs(a), f64x2.splat(limit)));
}

/** −2π to 2π, with the sign of the angle, as a remainder has it. */
export function withinTurn(angle: v128): v128 {
  const turns = f64x2.trunc(mul(angle, both(1 / TURN)));
  return mulSub(turns, both(TURN), angle);
}

export const TURN: f64 = 6.283185307179586;
