/** Vectors of three in four lanes; the last is never used. Kilometres, seconds. */
import { EARTH_RADIUS, J2, MU } from "./arcs";

export function dot3(a: v128, b: v128): f32 {
  const m = f32x4.mul(a, b);
  return f32x4.extract_lane(m, 0) + f32x4.extract_lane(m, 1) + f32x4.extract_lane(m, 2);
}

/** Of a point mass with J2. */
export function acceleration3(r: v128): v128 {
  const rr = dot3(r, r),
    z = f32x4.extract_lane(r, 2);
  const g = -(<f32>MU) / (rr * sqrt(rr));
  const k = <f32>(1.5 * J2 * EARTH_RADIUS * EARTH_RADIUS) / rr;
  const all = f32x4.mul(r, f32x4.splat(g * (1 + k * (1 - (5 * z * z) / rr))));
  return f32x4.add(all, f32x4.replace_lane(f32x4.splat(0), 2, 2 * g * k * z));
}
