import type { BatchPropagator } from "../../kernel/batch-propagator.ts";
import type { Orbits } from "../../sgp4/initialise.ts";
import type { States } from "../../sgp4/propagate-batch.ts";
import { PROPAGATION_ERRORS, type PropagationError } from "../../sgp4/propagation-error.ts";
import type { Kernel } from "./kernel.ts";
import { exactPosition, type Knots } from "./knots.ts";
import { motionMeasurer, type MeasureMotion } from "./measured-motion.ts";

/** The path of one object over the turning Earth, kilometres, as quintics over each segment: in the memory of a kernel. */
export interface Track {
  readonly kernel: Kernel;
  readonly knots: Knots;
  /** What SGP4 says at the knots. */
  readonly states: States;
  /** Of each segment six coefficients, of x, y, z and the square of the radius each, in the part of it that has passed. */
  readonly quintics: Float64Array;
  readonly measureMotion: MeasureMotion;
  /** Knots from the first on at which there is a position. */
  known: number;
  /** Why there is none after those. */
  error: PropagationError | null;
  /** How far the quintics are from SGP4 in place and in motion, the largest found where they were compared. */
  deviationKm: number;
  deviationKmS: number;
}

/** A track in the place that a kernel, laid out for as many knots, has for it. */
export function trackIn(kernel: Kernel, knots: Knots): Track {
  const { buffer } = kernel.memory;
  new Float64Array(buffer, kernel.turnsAt(), knots.count * 2).set(knots.turn);
  return {
    kernel,
    knots,
    states: {
      values: new Float64Array(buffer, kernel.statesAt(), knots.count * 6),
      errors: new Uint8Array(knots.count),
    },
    quintics: new Float64Array(buffer, kernel.quinticsAt(), (knots.count - 1) * 24),
    measureMotion: motionMeasurer(knots),
    known: 0,
    error: null,
    deviationKm: 0,
    deviationKmS: 0,
  };
}

/** Follows one object through all knots, or to the first at which it has no position. */
export function fillTrack(track: Track, orbits: Orbits, index: number, propagateAll: BatchPropagator): void {
  const { kernel, knots, states } = track;
  propagateAll({ first: index, end: index + 1 }, knots.times, states);
  const refused = states.errors.findIndex((error) => error !== 0);
  track.known = refused === -1 ? knots.count : refused;
  track.error = refused === -1 ? null : PROPAGATION_ERRORS[states.errors[refused]!]!;
  kernel.follow(track.known);
  compare(track, orbits, index);
  if (track.deviationKmS <= GOOD_ENOUGH_KM_S) return;
  track.measureMotion(index, propagateAll, states);
  kernel.follow(track.known);
  compare(track, orbits, index);
}

/** As far off as low circular orbits are: what is more is worth two more propagations. */
const GOOD_ENOUGH_KM_S = 4e-5;

/** Segments in which the quintics are compared with SGP4: in the middle, and over the fifth of them that follows. */
const PROBES = 8;
const FIFTH = 0.2;
const [middle, later] = [new Float64Array(3), new Float64Array(3)];

function compare(track: Track, orbits: Orbits, index: number): void {
  const { knots, known } = track;
  track.deviationKm = 0;
  track.deviationKmS = 0;
  for (let i = 0; i < PROBES && known > 1; i++) {
    const segment = Math.floor(((i + 0.5) / PROBES) * (known - 1));
    exactPosition(knots, orbits, index, segment + 0.5, middle);
    exactPosition(knots, orbits, index, segment + 0.5 + FIFTH, later);
    for (let axis = 0; axis < 3; axis++) {
      middle[axis] = middle[axis]! - placeOn(track, segment, axis, 0.5);
      later[axis] = later[axis]! - placeOn(track, segment, axis, 0.5 + FIFTH);
    }
    const drift = Math.hypot(...later.map((place, axis) => place - middle[axis]!)) / (FIFTH * knots.segmentS);
    track.deviationKm = Math.max(track.deviationKm, Math.hypot(...middle), Math.hypot(...later));
    track.deviationKmS = Math.max(track.deviationKmS, drift);
  }
}

/** One axis of a segment when a part of it has passed. */
function placeOn({ quintics }: Track, segment: number, axis: number, part: number): number {
  let place = 0;
  for (let power = 5; power >= 0; power--) place = place * part + quintics[segment * 24 + power * 4 + axis]!;
  return place;
}
