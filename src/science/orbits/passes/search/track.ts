import type { BatchPropagator } from "../../kernel/batch-propagator.ts";
import type { Orbits } from "../../sgp4/initialise.ts";
import { allocateStates, type States } from "../../sgp4/propagate-batch.ts";
import { PROPAGATION_ERRORS, type PropagationError } from "../../sgp4/propagation-error.ts";
import type { Kernel } from "./kernel.ts";
import { exactPosition, type Knots } from "./knots.ts";
import { COEFFICIENTS, ends, overTurningEarth, quinticAt, writeQuintics } from "./quintics.ts";

/** The path of one object over the turning Earth, kilometres, as quintics over each segment: in the memory of a kernel. */
export interface Track {
  readonly knots: Knots;
  /** What SGP4 says at the knots. */
  readonly states: States;
  /** Six numbers a knot: the place, and its change over one segment. */
  readonly places: Float64Array;
  /** Of each segment six coefficients for x, y, z and the square of the radius, in the part of it that has passed. */
  readonly quintics: Float64Array;
  /** Knots from the first on at which there is a position. */
  known: number;
  /** Why there is none after those. */
  error: PropagationError | null;
  /** Within one segment at most: how far it goes, how far up or down, kilometres, and by how much of a turn, radians. */
  farKm: number;
  driftKm: number;
  turnRad: number;
  /** How far it is from the Earth's centre at most, kilometres. */
  highestKm: number;
  /** How far the path may bend within one segment, kilometres: as on a circle about the Earth at its fastest. */
  bendKm: number;
  /** How far the quintics are from SGP4 in place and in motion, the largest found where they were compared. */
  deviationKm: number;
  deviationKmS: number;
}

/** A track in the place that a kernel, laid out for as many knots, has for it. */
export function trackIn(kernel: Kernel, knots: Knots): Track {
  const { buffer } = kernel.memory;
  return {
    knots,
    states: allocateStates(knots.count),
    places: new Float64Array(buffer, kernel.knotsAt(), knots.count * 6),
    quintics: new Float64Array(buffer, kernel.quinticsAt(), (knots.count - 1) * COEFFICIENTS),
    known: 0,
    error: null,
    ...{ farKm: 0, driftKm: 0, turnRad: 0, highestKm: 0 },
    bendKm: 0,
    deviationKm: 0,
    deviationKmS: 0,
  };
}

/** Follows one object through all knots, or to the first at which it has no position. */
export function fillTrack(track: Track, orbits: Orbits, index: number, propagateAll: BatchPropagator): void {
  const { knots, states, places } = track;
  propagateAll({ first: index, end: index + 1 }, knots.times, states);
  track.known = 0;
  track.error = null;
  Object.assign(track, { farKm: 0, driftKm: 0, turnRad: 0, highestKm: 0 });
  for (let k = 0; k < knots.count; k++) {
    track.error = PROPAGATION_ERRORS[states.errors[k]!] ?? null;
    if (track.error !== null) break;
    ends.copyWithin(0, 12);
    overTurningEarth(states.values, k * 6, knots.turn[k * 2]!, knots.turn[k * 2 + 1]!);
    for (let axis = 0; axis < 3; axis++) {
      places[k * 6 + axis] = ends[12 + axis]!;
      places[k * 6 + 3 + axis] = ends[16 + axis]! * knots.segmentS;
    }
    noteReach(track);
    if (k > 0) writeQuintics(track.quintics, (k - 1) * COEFFICIENTS, knots.segmentS);
    track.known = k + 1;
  }
  track.bendKm = track.farKm ** 2 / EARTH_RADIUS_KM;
  compare(track, orbits, index);
}

/** For what lies between two knots: a segment is short for any orbit, and its speed hardly differs from that at them. */
const MARGIN = 1.1;

function noteReach(track: Track): void {
  const r2 = ends[15]!;
  const speed2 = ends[16]! * ends[16]! + ends[17]! * ends[17]! + ends[18]! * ends[18]!;
  const radial = ends[19]! / 2 / Math.sqrt(r2);
  const turn = Math.sqrt(Math.max(0, speed2 - radial * radial) / r2);
  const { segmentS } = track.knots;
  track.farKm = Math.max(track.farKm, MARGIN * Math.sqrt(speed2) * segmentS);
  track.driftKm = Math.max(track.driftKm, MARGIN * Math.abs(radial) * segmentS);
  track.turnRad = Math.max(track.turnRad, MARGIN * turn * segmentS);
  track.highestKm = Math.max(track.highestKm, Math.sqrt(r2));
}

const EARTH_RADIUS_KM = 6378;
/** Segments in which the quintics are compared with SGP4: in the middle, and over the fifth of them that follows. */
const PROBES = 8;
const FIFTH = 0.2;
const [middle, later] = [new Float64Array(3), new Float64Array(3)];

function compare(track: Track, orbits: Orbits, index: number): void {
  const { knots, quintics, known } = track;
  track.deviationKm = 0;
  track.deviationKmS = 0;
  for (let i = 0; i < PROBES && known > 1; i++) {
    const segment = Math.floor(((i + 0.5) / PROBES) * (known - 1));
    exactPosition(knots, orbits, index, segment + 0.5, middle);
    exactPosition(knots, orbits, index, segment + 0.5 + FIFTH, later);
    for (let axis = 0; axis < 3; axis++) {
      const at = segment * COEFFICIENTS + axis * 6;
      middle[axis] = middle[axis]! - quinticAt(quintics, at, 0.5);
      later[axis] = later[axis]! - quinticAt(quintics, at, 0.5 + FIFTH) - middle[axis]!;
    }
    track.deviationKm = Math.max(track.deviationKm, Math.hypot(middle[0]!, middle[1]!, middle[2]!));
    const drift = Math.hypot(later[0]!, later[1]!, later[2]!) / (FIFTH * knots.segmentS);
    track.deviationKmS = Math.max(track.deviationKmS, drift);
  }
}
