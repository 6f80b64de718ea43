/** Four objects at a time. */

export function dot4(ax: v128, ay: v128, az: v128, bx: v128, by: v128, bz: v128): v128 {
  return f32x4.add(f32x4.add(f32x4.mul(ax, bx), f32x4.mul(ay, by)), f32x4.mul(az, bz));
}

/** Angle of (x, y) from the x axis, from −π to π, to 1e-5 rad (a minimax polynomial on the first octant). */
export function angle4(y: v128, x: v128): v128 {
  const ax = f32x4.abs(x),
    ay = f32x4.abs(y);
  const a = f32x4.div(f32x4.min(ax, ay), f32x4.max(ax, ay));
  const s = f32x4.mul(a, a);
  let r = f32x4.add(f32x4.splat(0.05265332), f32x4.mul(s, f32x4.splat(-0.0117212)));
  r = f32x4.add(f32x4.splat(-0.11643287), f32x4.mul(s, r));
  r = f32x4.add(f32x4.splat(0.19354346), f32x4.mul(s, r));
  r = f32x4.add(f32x4.splat(-0.33262347), f32x4.mul(s, r));
  r = f32x4.mul(a, f32x4.add(f32x4.splat(0.99997726), f32x4.mul(s, r)));
  r = v128.bitselect(f32x4.sub(f32x4.splat(1.5707964), r), r, f32x4.gt(ay, ax));
  r = v128.bitselect(f32x4.sub(f32x4.splat(3.1415927), r), r, f32x4.lt(x, f32x4.splat(0)));
  return v128.bitselect(f32x4.neg(r), r, f32x4.lt(y, f32x4.splat(0)));
}

/** Columns a, b, c, d as rows, each `stride` bytes from the last. */
export function storeTransposed(at: usize, stride: usize, a: v128, b: v128, c: v128, d: v128): void {
  const ab = v128.shuffle<f32>(a, b, 0, 4, 1, 5),
    AB = v128.shuffle<f32>(a, b, 2, 6, 3, 7);
  const cd = v128.shuffle<f32>(c, d, 0, 4, 1, 5),
    CD = v128.shuffle<f32>(c, d, 2, 6, 3, 7);
  v128.store(at, v128.shuffle<f64>(ab, cd, 0, 2));
  v128.store(at + stride, v128.shuffle<f64>(ab, cd, 1, 3));
  v128.store(at + 2 * stride, v128.shuffle<f64>(AB, CD, 0, 2));
  v128.store(at + 3 * stride, v128.shuffle<f64>(AB, CD, 1, 3));
}
