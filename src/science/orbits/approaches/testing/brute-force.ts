import type { Orbits } from "../../sgp4/initialise.ts";
import { propagate } from "../../sgp4/propagate.ts";

/** Every pair at every step, by SGP4 and straight lines of ten seconds; nothing is sorted, fitted or left out. */
export interface ApproachByForce {
  readonly first: number;
  readonly second: number;
  readonly tca: number;
  readonly missKm: number;
}

const STEP = 20;
/** What relative motion bends in half a step, and more. */
const MARGIN_KM = 1;

/** The local minima of distance up to `withinKm` of all pairs, within so many seconds of the origin. */
export function approachesByForce(
  orbits: Orbits,
  { originMs, seconds, withinKm }: { originMs: number; seconds: number; withinKm: number },
): ApproachByForce[] {
  const found: ApproachByForce[] = [];
  const states = new Float64Array(orbits.count * 6);
  for (let t = STEP / 2; t < seconds; t += STEP) {
    for (let i = 0; i < orbits.count; i++) {
      const minutes = (originMs - orbits.epochsMs[i]!) / 60_000 + t / 60;
      if (propagate(orbits, i, minutes, states, i * 6) !== 0) states.fill(NaN, i * 6, i * 6 + 6);
    }
    eachNear(states, withinKm + MARGIN_KM, (first, second) => {
      const distance = (at: number) => distanceAt(orbits, originMs, first, second, at);
      const tca = leastBetween(distance, t - STEP / 2, t + STEP / 2);
      const missKm = distance(tca);
      const isInside = Math.abs(tca - t) < STEP / 2 - 1e-4;
      if (isInside && tca >= 0 && tca <= seconds && missKm <= withinKm)
        found.push({ first, second, tca, missKm });
    });
  }
  return found;
}

/** Pairs that straight lines bring within the distance before or after half a step. */
function eachNear(states: Float64Array, withinKm: number, take: (i: number, j: number) => void): void {
  const far = withinKm + 23 * (STEP / 2);
  for (let i = 0; i < states.length; i += 6) {
    const [x, y, z] = [states[i]!, states[i + 1]!, states[i + 2]!];
    for (let j = i + 6; j < states.length; j += 6) {
      const dx = states[j]! - x;
      if (!(dx < far && dx > -far)) continue;
      const dy = states[j + 1]! - y;
      const dz = states[j + 2]! - z;
      if (!(dx * dx + dy * dy + dz * dz < far * far)) continue;
      const u = [3, 4, 5].map((c) => states[j + c]! - states[i + c]!) as [number, number, number];
      const [du, uu] = [dx * u[0] + dy * u[1] + dz * u[2], u[0] ** 2 + u[1] ** 2 + u[2] ** 2];
      const s = Math.max(-STEP / 2, Math.min(STEP / 2, -du / (uu + 1e-12)));
      if (Math.hypot(dx + s * u[0], dy + s * u[1], dz + s * u[2]) <= withinKm) take(i / 6, j / 6);
    }
  }
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
