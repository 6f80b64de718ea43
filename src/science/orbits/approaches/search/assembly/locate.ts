/** Where every object is during one step: its chord, the radii it stays between, its direction and how far that turns. */
import { MU } from "./arcs";
import {
  RECORD,
  arcSeconds,
  highs,
  lanes,
  latitudes,
  longitudes,
  lows,
  pads,
  places,
  records,
  spans,
  steps,
  withinKm,
} from "./memory";
import { angle4, dot4, storeTransposed } from "./vectors";

/** Radial acceleration that J2 adds (km/s²), with a margin. */
const J2_RADIAL: f32 = 4e-5;

export function locate(step: i32): void {
  const row = lanes << 2;
  const h = <f32>(arcSeconds / <f64>steps);
  const from = places + <usize>step * 3 * row;
  for (let i: usize = 0; i < row; i += 16) {
    const p = from + i;
    const x0 = v128.load(p),
      y0 = v128.load(p + row),
      z0 = v128.load(p + 2 * row);
    const x1 = v128.load(p + 3 * row),
      y1 = v128.load(p + 4 * row),
      z1 = v128.load(p + 5 * row);
    const half = f32x4.splat(0.5);
    const mx = f32x4.mul(half, f32x4.add(x0, x1));
    const my = f32x4.mul(half, f32x4.add(y0, y1));
    const mz = f32x4.mul(half, f32x4.add(z0, z1));
    const wx = f32x4.sub(mx, x0),
      wy = f32x4.sub(my, y0),
      wz = f32x4.sub(mz, z0);
    const mm = dot4(mx, my, mz, mx, my, mz),
      mw = dot4(mx, my, mz, wx, wy, wz),
      ww = dot4(wx, wy, wz, wx, wy, wz);
    const across = f32x4.max(f32x4.splat(0), f32x4.sub(f32x4.mul(ww, mm), f32x4.mul(mw, mw)));
    const pad = v128.load(pads + i);
    const room = f32x4.add(f32x4.add(bulge(mm, across, h), f32x4.splat(withinKm * 0.5)), pad);
    const rr0 = dot4(x0, y0, z0, x0, y0, z0),
      rr1 = dot4(x1, y1, z1, x1, y1, z1);
    v128.store(lows + i, f32x4.sub(f32x4.sqrt(f32x4.min(rr0, rr1)), room));
    v128.store(highs + i, f32x4.add(f32x4.sqrt(f32x4.max(rr0, rr1)), room));
    v128.store(spans + i, span(mm, mw, across, pad));
    v128.store(latitudes + i, angle4(mx, f32x4.sqrt(f32x4.add(f32x4.mul(my, my), f32x4.mul(mz, mz)))));
    v128.store(longitudes + i, f32x4.add(angle4(my, mz), f32x4.splat(3.1415927)));
    const id = i32x4.add(i32x4.splat(<i32>(i >> 2)), i32x4(0, 1, 2, 3));
    storeTransposed(records + i * 8, RECORD, mx, my, mz, pad);
    storeTransposed(records + i * 8 + 16, RECORD, wx, wy, wz, id);
  }
}

/** How far the radius may leave what it is at both ends: h²/8 of its second derivative, v²/r − μ/r², and half as much again. */
function bulge(mm: v128, across: v128, h: f32): v128 {
  const vv = f32x4.div(f32x4.mul(across, f32x4.splat(4 / (h * h))), mm);
  const second = f32x4.abs(f32x4.sub(f32x4.div(vv, f32x4.sqrt(mm)), f32x4.div(f32x4.splat(<f32>MU), mm)));
  const bound = f32x4.add(f32x4.mul(second, f32x4.splat(1.5)), f32x4.splat(J2_RADIAL));
  return f32x4.mul(bound, f32x4.splat((h * h) / 8));
}

/** The angle from the middle within which the object, and half the distance sought around it, stay. */
function span(mm: v128, mw: v128, across: v128, pad: v128): v128 {
  const turn = f32x4.div(f32x4.sqrt(across), f32x4.sub(mm, f32x4.abs(mw)));
  const size = f32x4.div(f32x4.add(pad, f32x4.splat(withinKm * 0.5)), f32x4.sqrt(mm));
  return f32x4.add(f32x4.add(turn, f32x4.mul(size, f32x4.splat(1.06))), f32x4.splat(1e-4));
}
