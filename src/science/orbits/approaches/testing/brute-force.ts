import type { Orbits } from "../../sgp4/initialise.ts";
import { propagate } from "../../sgp4/propagate.ts";
import type { Screening } from "../screening.ts";

/** A minimum of distance: indices, seconds from the origin, km. */
export interface ApproachByForce {
  readonly first: number;
  readonly second: number;
  readonly tca: number;
  readonly missKm: number;
}

const STEP = 20;
/** What relative motion bends in half a step, and more. */
const MARGIN_KM = 1;
/** Twice the speed of escape at the surface. */
const FASTEST = 22.4;

/** Every pair at every step, by SGP4 and straight lines of ten seconds: nothing is sorted, fitted or left out. */
export function approachesByForce(
  orbits: Orbits,
  { originMs, seconds, withinKm }: Screening,
): ApproachByForce[] {
  const found: ApproachByForce[] = [];
  const columns = Array.from({ length: 6 }, () => new Float64Array(orbits.count));
  for (let t = STEP / 2; t < seconds; t += STEP) {
    fillColumns(columns, orbits, originMs, t);
    for (const [first, second] of nearPairs(columns, withinKm + MARGIN_KM)) {
      const distance = (at: number) => distanceAt(orbits, originMs, first, second, at);
      const tca = leastBetween(distance, t - STEP / 2, t + STEP / 2);
      const missKm = distance(tca);
      const isInside = Math.abs(tca - t) < STEP / 2 - 1e-4;
      if (isInside && tca >= 0 && tca <= seconds && missKm <= withinKm)
        found.push({ first, second, tca, missKm });
    }
  }
  return found;
}

function fillColumns(
  columns: readonly Float64Array[],
  orbits: Orbits,
  originMs: number,
  seconds: number,
): void {
  const state = new Float64Array(6);
  for (let i = 0; i < orbits.count; i++) {
    const minutes = (originMs - orbits.epochsMs[i]!) / 60_000 + seconds / 60;
    if (propagate(orbits, i, minutes, state) !== 0) state.fill(NaN);
    columns.forEach((column, c) => (column[i] = state[c]!));
  }
}

/** Pairs that straight lines bring within the distance before or after half a step. */
function nearPairs(columns: readonly Float64Array[], withinKm: number): [number, number][] {
  const [x, y, z, u, v, w] = columns as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const far = withinKm + (FASTEST * STEP) / 2;
  const pairs: [number, number][] = [];
  for (let i = 0; i < x.length; i++) {
    const [xi, yi, zi] = [x[i]!, y[i]!, z[i]!];
    for (let j = i + 1; j < x.length; j++) {
      const dx = x[j]! - xi;
      if (!(dx < far && dx > -far)) continue;
      const [dy, dz] = [y[j]! - yi, z[j]! - zi];
      if (!(dx * dx + dy * dy + dz * dz < far * far)) continue;
      const [du, dv, dw] = [u[j]! - u[i]!, v[j]! - v[i]!, w[j]! - w[i]!];
      const nearest = -(dx * du + dy * dv + dz * dw) / (du * du + dv * dv + dw * dw + 1e-12);
      const s = Math.max(-STEP / 2, Math.min(STEP / 2, nearest));
      if (Math.hypot(dx + s * du, dy + s * dv, dz + s * dw) <= withinKm) pairs.push([i, j]);
    }
  }
  return pairs;
}

const pair = new Float64Array(12);

function distanceAt(
  orbits: Orbits,
  originMs: number,
  first: number,
  second: number,
  seconds: number,
): number {
  [first, second].forEach((index, k) => {
    const minutes = (originMs - orbits.epochsMs[index]!) / 60_000 + seconds / 60;
    if (propagate(orbits, index, minutes, pair, 6 * k) !== 0) pair.fill(NaN);
  });
  return Math.hypot(pair[6]! - pair[0]!, pair[7]! - pair[1]!, pair[8]! - pair[2]!);
}

/** Golden section: uses nothing but distances. */
function leastBetween(f: (x: number) => number, low: number, high: number): number {
  const golden = (Math.sqrt(5) - 1) / 2;
  let [a, b] = [low, high];
  let [c, d] = [b - golden * (b - a), a + golden * (b - a)];
  let [fc, fd] = [f(c), f(d)];
  while (b - a > 1e-5) {
    if (fc < fd) {
      [b, d, fd] = [d, c, fc];
      c = b - golden * (b - a);
      fc = f(c);
    } else {
      [a, c, fc] = [c, d, fd];
      d = a + golden * (b - a);
      fd = f(d);
    }
  }
  return (a + b) / 2;
}
