/** How many kilometres above the horizons of four sites an object is at a knot: in single precision, but of sure sign. */
import * as M from "./memory";

/** Of the last two knots: place, the square of the radius times that of the sine, what rounding may do to a height, and where the knot stands. */
const VIEWS: usize = memory.data(64, 16);
const VIEW: usize = 32;
/** Of single precision, and some. */
const ROUNDING: f64 = 2e-6;

function viewOf(knot: i32): usize {
  return VIEWS + <usize>(knot & 1) * VIEW;
}

/** Brings a knot into view, in the place of the one before the last. */
export function lookFrom(knot: i32): void {
  const view = viewOf(knot),
    at = M.knots + <usize>knot * M.KNOT;
  const radius = load<f64>(at, M.RADIUS),
    r2 = radius * radius;
  store<f32>(view, <f32>load<f64>(at, M.X));
  store<f32>(view, <f32>load<f64>(at, M.Y), 4);
  store<f32>(view, <f32>load<f64>(at, M.Z), 8);
  store<f32>(view, <f32>(r2 * M.sine * M.sine), 12);
  const inner = M.outmostKm * M.cosine;
  const steepness = 1 + (abs(M.sine) * radius) / sqrt(max<f64>(1, r2 - inner * inner));
  store<f32>(view, <f32>(ROUNDING * radius * steepness), 16);
  store<usize>(view, at, 20);
}

/** Looks from four sites at a knot in view. */
export function heightsOver(four: usize, knot: i32): v128 {
  const view = viewOf(knot);
  const x = v128.load32_splat(view),
    y = v128.load32_splat(view, 4),
    z = v128.load32_splat(view, 8);
  const over = f32x4.add(
    f32x4.add(f32x4.mul(v128.load(four, M.UX4), x), f32x4.mul(v128.load(four, M.UY4), y)),
    f32x4.mul(v128.load(four, M.UZ4), z),
  );
  let height = f32x4.sub(over, v128.load(four, M.BASE4));
  if (M.sine != 0) {
    const tilted = f32x4.mul(v128.load(four, M.TILT4), z);
    const square = f32x4.add(f32x4.add(v128.load32_splat(view, 12), v128.load(four, M.FLOOR4)), tilted);
    const root = f32x4.sqrt(f32x4.max(f32x4.splat(1e-9), square));
    height = M.sine > 0 ? f32x4.sub(height, root) : f32x4.add(height, root);
  }
  const isUnsure = f32x4.le(f32x4.abs(height), v128.load32_splat(view, 16));
  return v128.any_true(isUnsure)
    ? madeSure(four, load<usize>(view, 20), height, i32x4.bitmask(isUnsure))
    : height;
}

const HEIGHTS: usize = memory.data(16, 16);

function madeSure(four: usize, knot: usize, heights: v128, unsure: i32): v128 {
  v128.store(HEIGHTS, heights);
  const first = ((four - M.fours) / M.FOUR) << 2;
  for (; unsure != 0; unsure &= unsure - 1) {
    const lane = <usize>ctz(unsure);
    store<f32>(HEIGHTS + (lane << 2), <f32>heightOver(first + lane, knot));
  }
  return v128.load(HEIGHTS);
}

function heightOver(site: usize, at: usize): f64 {
  const x = load<f64>(at, M.X),
    y = load<f64>(at, M.Y),
    z = load<f64>(at, M.Z);
  const over = M.ofSite(M.UX, site) * x + M.ofSite(M.UY, site) * y + M.ofSite(M.UZ, site) * z;
  const height = over - M.ofSite(M.BASE, site);
  if (M.sine == 0) return height;
  const r2 = x * x + y * y + z * z;
  const square = M.ofSite(M.FLOOR, site) + M.sine * M.sine * r2 + M.ofSite(M.TILT, site) * z;
  const root = sqrt(max<f64>(1e-9, square));
  return M.sine > 0 ? height - root : height + root;
}
