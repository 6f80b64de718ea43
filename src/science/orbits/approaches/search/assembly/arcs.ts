/**
 * From states at two knots to places in between: the quintic through position, velocity and acceleration at both ends.
 * The acceleration is that of a point mass with J2.
 */
import { arcSeconds, coefficients, knots, lanes, pads, places, states, steps } from "./memory";

export const MU: f64 = 398600.8;
export const J2: f64 = 1.082616e-3;
export const EARTH_RADIUS: f64 = 6378.135;

/** What is left of the error where the estimate below passes through zero; covers SGP4's own roughness. */
const LEAST_PAD: f64 = 0.15;
const PAD_FACTOR: f64 = 4;
/** Single precision, a few roundings long. */
const ROUNDING: f64 = 5e-7;

/** Fits the arc between one knot of the block and the next for all objects, and places them at every step. */
export function fitArc(arc: i32): void {
  for (let i: usize = 0; i < lanes; i += 4) {
    for (let lane: usize = 0; lane < 4; lane++) {
      const from = states + ((i + lane) * knots + <usize>arc) * 48;
      store<f32>(pads + ((i + lane) << 2), fit(from, coefficients + (lane << 2)));
    }
    place(i << 2);
  }
}

/**
 * Six coefficients for each coordinate, and how far the arc may be from the orbit. The error of the quintic is
 * r⁽⁶⁾/720 · s³(s−h)³: its largest value is h³/384 of what it does to the third derivative at the ends, and there
 * gravity says what that derivative is.
 */
export function fit(from: usize, out: usize): f32 {
  const to = from + 48;
  const h = arcSeconds;
  const rr = square(from),
    RR = square(to);
  const g = -MU / (rr * sqrt(rr)),
    G = -MU / (RR * sqrt(RR));
  const s = (3 * dot(from)) / rr,
    S = (3 * dot(to)) / RR;
  let start: f64 = 0,
    end: f64 = 0;
  for (let c: usize = 0; c < 3; c++) {
    const a = load<f64>(from + (c << 3)),
      b = load<f64>(to + (c << 3));
    const v = load<f64>(from + (c << 3), 24),
      w = load<f64>(to + (c << 3), 24);
    const d = b - a,
      v0 = v * h,
      v1 = w * h;
    const a0 = acceleration(from, c, rr, g) * h * h,
      a1 = acceleration(to, c, RR, G) * h * h;
    const c3 = 10 * d - 6 * v0 - 4 * v1 - 1.5 * a0 + 0.5 * a1;
    const c4 = -15 * d + 8 * v0 + 7 * v1 + 1.5 * a0 - a1;
    const c5 = 6 * d - 3 * v0 - 3 * v1 - 0.5 * a0 + 0.5 * a1;
    const at = out + c * 96;
    store<f32>(at, <f32>a);
    store<f32>(at, <f32>v0, 16);
    store<f32>(at, <f32>(0.5 * a0), 32);
    store<f32>(at, <f32>c3, 48);
    store<f32>(at, <f32>c4, 64);
    store<f32>(at, <f32>c5, 80);
    const jerk = 6 * c3 - g * (v - s * a) * h * h * h;
    const jerkEnd = 6 * c3 + 24 * c4 + 60 * c5 - G * (w - S * b) * h * h * h;
    start += jerk * jerk;
    end += jerkEnd * jerkEnd;
  }
  const estimate = (sqrt(start) + sqrt(end)) / 2 / 384;
  return <f32>(LEAST_PAD + PAD_FACTOR * estimate + ROUNDING * sqrt(max(rr, RR)));
}

function square(state: usize): f64 {
  const x = load<f64>(state),
    y = load<f64>(state, 8),
    z = load<f64>(state, 16);
  return x * x + y * y + z * z;
}

function dot(state: usize): f64 {
  return (
    load<f64>(state) * load<f64>(state, 24) +
    load<f64>(state, 8) * load<f64>(state, 32) +
    load<f64>(state, 16) * load<f64>(state, 40)
  );
}

function acceleration(state: usize, c: usize, rr: f64, g: f64): f64 {
  const z = load<f64>(state, 16);
  const k = (1.5 * J2 * EARTH_RADIUS * EARTH_RADIUS) / rr;
  return g * load<f64>(state + (c << 3)) * (1 + k * ((c == 2 ? 3 : 1) - (5 * z * z) / rr));
}

/** Places four objects at both ends of every step; `offset` is theirs in a row of floats. */
function place(offset: usize): void {
  const row = lanes << 2;
  for (let c: usize = 0; c < 3; c++) {
    const at = coefficients + c * 96;
    const c0 = v128.load(at),
      c1 = v128.load(at, 16),
      c2 = v128.load(at, 32);
    const c3 = v128.load(at, 48),
      c4 = v128.load(at, 64),
      c5 = v128.load(at, 80);
    let out = places + c * row + offset;
    for (let k = 0; k <= steps; k++) {
      const f = f32x4.splat(<f32>k / <f32>steps);
      let p = f32x4.add(c4, f32x4.mul(f, c5));
      p = f32x4.add(c3, f32x4.mul(f, p));
      p = f32x4.add(c2, f32x4.mul(f, p));
      p = f32x4.add(c1, f32x4.mul(f, p));
      v128.store(out, f32x4.add(c0, f32x4.mul(f, p)));
      out += 3 * row;
    }
  }
}
