import { root } from "#science/numbers/index.ts";
import type { Encounter, RelativeMotion } from "./relative-motion.ts";
import { STEP_SECONDS } from "./search/search-plan.ts";

/** A stretch of time during which two objects stay within the distance: indices, seconds from the origin, km, km/s. */
export interface Stretch {
  readonly first: number;
  readonly second: number;
  readonly from: number;
  readonly to: number;
  readonly tca: number;
  readonly missKm: number;
  readonly speedKmS: number;
}

/** Close pairs that stay close move relative to each other as slowly as they go round the Earth: this resolves it. */
const LONGEST_PIECE = 2 * STEP_SECONDS;
const TCA_TOLERANCE = 1e-6;
const CROSSING_TOLERANCE = 1e-4;

/** The stretches between two moments, to their exact ends; at the ends of the span they are cut. */
export function stretchesWithin(
  motion: RelativeMotion,
  [from, to]: readonly [number, number],
  withinKm: number,
): Omit<Stretch, "first" | "second">[] {
  const limit = withinKm * withinKm;
  const found: Omit<Stretch, "first" | "second">[] = [];
  let entered: number | null = null;
  let nearest: Encounter | null = null;
  let before: Encounter | null = null;
  const leave = (at: number) => {
    if (entered === null || nearest === null) return;
    const { seconds, squared, speedSquared } = nearest;
    const [missKm, speedKmS] = [Math.sqrt(squared), Math.sqrt(speedSquared)];
    found.push({ from: entered, to: at, tca: seconds, missKm, speedKmS });
    [entered, nearest] = [null, null];
  };
  for (const each of turningPoints(motion, from, to)) {
    if (each === null) {
      if (before) leave(before.seconds);
      before = null;
      continue;
    }
    const isNear = each.squared <= limit;
    const wasNear = before !== null && before.squared <= limit;
    if (before && wasNear !== isNear) {
      const crossing = crossingBetween(motion, before, each, limit);
      if (isNear) entered = crossing;
      else leave(crossing);
    } else if (!before && isNear) {
      entered = each.seconds;
    }
    if (isNear && (nearest === null || each.squared < nearest.squared)) nearest = each;
    before = each;
  }
  if (before) leave(before.seconds);
  return found;
}

/**
 * Both ends of every piece, and where the distance turns between them: from one to the next it only grows or shrinks.
 * Null where one of them has no position.
 */
function* turningPoints(motion: RelativeMotion, from: number, to: number): Generator<Encounter | null> {
  const pieces = Math.ceil((to - from) / LONGEST_PIECE);
  let before = motion(from);
  yield before;
  for (let piece = 1; piece <= pieces; piece++) {
    const each = motion(piece === pieces ? to : from + piece * LONGEST_PIECE);
    if (before && each && before.slope * each.slope < 0) {
      const turn = turnBetween(motion, before, each);
      if (turn) yield turn;
    }
    yield each;
    before = each;
  }
}

/** Most pairs rush past each other as good as straight, and there Newton's steps need two looks. */
const NEWTON_STEPS = 4;

function turnBetween(motion: RelativeMotion, a: Encounter, b: Encounter): Encounter | null {
  let at = a.seconds - (a.slope * (b.seconds - a.seconds)) / (b.slope - a.slope);
  for (let i = 0; i < NEWTON_STEPS && at > a.seconds && at < b.seconds; i++) {
    const encounter = motion(at);
    if (encounter === null) break;
    const step = -encounter.slope / encounter.speedSquared;
    if (Math.abs(step) < TCA_TOLERANCE) return encounter;
    at += step;
  }
  return motion(rootOf((encounter) => encounter.slope, motion, a, b, TCA_TOLERANCE));
}

/** From where a straight line would cross by Newton's steps, or else sought between the two. */
function crossingBetween(motion: RelativeMotion, a: Encounter, b: Encounter, limit: number): number {
  const nearer = a.squared < b.squared ? a : b;
  const away = Math.sqrt((limit - nearer.squared) / nearer.speedSquared);
  let at = nearer.seconds + (nearer === a ? away : -away);
  for (let i = 0; i < NEWTON_STEPS && at > a.seconds && at < b.seconds; i++) {
    const encounter = motion(at);
    if (encounter === null) break;
    const step = (limit - encounter.squared) / (2 * encounter.slope);
    at += step;
    if (Math.abs(step) < CROSSING_TOLERANCE) return at;
  }
  return slowCrossingBetween(motion, a, b, limit);
}

/** Sought in √(d² − least²), which grows evenly with time where the relative motion is straight. */
function slowCrossingBetween(motion: RelativeMotion, a: Encounter, b: Encounter, limit: number): number {
  const least = Math.min(a.squared, b.squared);
  const sought = Math.sqrt(limit - least);
  const offset = ({ squared }: Encounter) => Math.sqrt(Math.max(0, squared - least)) - sought;
  return rootOf(offset, motion, a, b, CROSSING_TOLERANCE);
}

function rootOf(
  value: (encounter: Encounter) => number,
  motion: RelativeMotion,
  a: Encounter,
  b: Encounter,
  tolerance: number,
): number {
  const at = (seconds: number) => {
    if (seconds === a.seconds) return value(a);
    if (seconds === b.seconds) return value(b);
    const encounter = motion(seconds);
    // Where one of them ceases to be, the search ends.
    return encounter ? value(encounter) : 0;
  };
  return root(at, a.seconds, b.seconds, tolerance);
}
