import { siderealTimeRad } from "#science/earth/index.ts";
import type { Orbits } from "../sgp4/initialise.ts";
import type { BatchPropagator } from "../kernel/batch-propagator.ts";
import { allocateStates, type States, type Times } from "../sgp4/propagate-batch.ts";
import { propagate } from "../sgp4/propagate.ts";
import { PROPAGATION_ERRORS, type PropagationError } from "../sgp4/propagation-error.ts";

/** A span of UTC, milliseconds since 1970. */
export interface Span {
  readonly fromMs: number;
  readonly toMs: number;
}

/** The instants at which objects are propagated, the same for all of them; between two lies a segment. */
export interface Knots {
  readonly fromMs: number;
  readonly segmentS: number;
  readonly count: number;
  /** Cosine and sine of the sidereal time at each. */
  readonly turn: Float64Array;
  readonly times: Times;
}

/** The path of one object over the turning Earth, kilometres, as quintics over each segment. */
export interface Track {
  readonly knots: Knots;
  /** What SGP4 says at the knots. */
  readonly states: States;
  /** Positions at the knots, an axis each, and their change over one segment. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly z: Float64Array;
  readonly vx: Float64Array;
  readonly vy: Float64Array;
  readonly vz: Float64Array;
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

/** Where the coefficients of a segment are. */
export const X = 0;
export const Y = 6;
export const Z = 12;
export const R2 = 18;
export const COEFFICIENTS = 24;

/** A quintic over four minutes follows SGP4 to decimetres, for less than half the cost of cubics as good. */
const SEGMENT_S = 240;

/** Knots through all of a span, its ends included. */
export function knotsThrough({ fromMs, toMs }: Span): Knots {
  const seconds = (toMs - fromMs) / 1000;
  const segments = Math.max(1, Math.ceil(seconds / SEGMENT_S));
  const turn = new Float64Array((segments + 1) * 2);
  for (let k = 0; k <= segments; k++) {
    const angle = siderealTimeRad(fromMs + (k * 1000 * seconds) / segments);
    turn[k * 2] = Math.cos(angle);
    turn[k * 2 + 1] = Math.sin(angle);
  }
  const minutes = Float64Array.from({ length: segments + 1 }, (_, k) => (k * seconds) / segments / 60);
  return {
    fromMs,
    segmentS: seconds / segments,
    count: segments + 1,
    turn,
    times: { minutes, originMs: fromMs },
  };
}

export function allocateTrack(knots: Knots): Track {
  const axis = () => new Float64Array(knots.count);
  return {
    knots,
    states: allocateStates(knots.count),
    ...{ x: axis(), y: axis(), z: axis(), vx: axis(), vy: axis(), vz: axis() },
    quintics: new Float64Array((knots.count - 1) * COEFFICIENTS),
    known: 0,
    error: null,
    ...{ farKm: 0, driftKm: 0, turnRad: 0, highestKm: 0 },
    bendKm: 0,
    deviationKm: 0,
    deviationKmS: 0,
  };
}

const state = new Float64Array(6);
/** Value, rate and its rate at the two ends of a segment: x, y, z and the square of the radius of each. */
const ends = new Float64Array(24);

/** Follows one object through all knots, or to the first at which it has no position. */
export function fillTrack(track: Track, orbits: Orbits, index: number, propagateAll: BatchPropagator): void {
  const { knots, states, x, y, z, vx, vy, vz } = track;
  propagateAll({ first: index, end: index + 1 }, knots.times, states);
  track.known = 0;
  track.error = null;
  Object.assign(track, { farKm: 0, driftKm: 0, turnRad: 0, highestKm: 0 });
  for (let k = 0; k < knots.count; k++) {
    track.error = PROPAGATION_ERRORS[states.errors[k]!] ?? null;
    if (track.error !== null) break;
    ends.copyWithin(0, 12);
    overTurningEarth(states.values, k * 6, knots.turn[k * 2]!, knots.turn[k * 2 + 1]!);
    x[k] = ends[12]!;
    y[k] = ends[13]!;
    z[k] = ends[14]!;
    vx[k] = ends[16]! * knots.segmentS;
    vy[k] = ends[17]! * knots.segmentS;
    vz[k] = ends[18]! * knots.segmentS;
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

function minutesAt(knots: Knots, orbits: Orbits, index: number, k: number): number {
  return (knots.fromMs - orbits.epochsMs[index]!) / 60_000 + (k * knots.segmentS) / 60;
}

const EARTH_RADIUS_KM = 6378;
/** The Earth turns by that many radians in a second (IAU 1982). */
const TURN_RATE = 7.292115855e-5;
/** WGS-72, as in SGP4: km³/s², and the second harmonic times the square of the Earth's radius in km². */
const GRAVITY = 398_600.8;
const OBLATENESS = 1.082616e-3 * 6378.135 ** 2;

/** From a state in TEME to what is so over the turning Earth, in the second half of `ends`. */
function overTurningEarth(values: States["values"], at: number, cos: number, sin: number): void {
  const x = values[at]!;
  const y = values[at + 1]!;
  const z = values[at + 2]!;
  const vx = values[at + 3]!;
  const vy = values[at + 4]!;
  const vz = values[at + 5]!;
  const r2 = x * x + y * y + z * z;
  const pull = -GRAVITY / (r2 * Math.sqrt(r2));
  const bulge = (1.5 * OBLATENESS) / r2;
  const lift = (5 * z * z) / r2;
  const across = pull * (1 + bulge * (1 - lift));
  const [px, py] = [cos * x + sin * y, cos * y - sin * x];
  const ux = cos * vx + sin * vy + TURN_RATE * py;
  const uy = cos * vy - sin * vx - TURN_RATE * px;
  const ax = across * px + 2 * TURN_RATE * uy + TURN_RATE * TURN_RATE * px;
  const ay = across * py - 2 * TURN_RATE * ux + TURN_RATE * TURN_RATE * py;
  const az = pull * (1 + bulge * (3 - lift)) * z;
  ends[12] = px;
  ends[13] = py;
  ends[14] = z;
  ends[15] = r2;
  ends[16] = ux;
  ends[17] = uy;
  ends[18] = vz;
  ends[19] = 2 * (px * ux + py * uy + z * vz);
  ends[20] = ax;
  ends[21] = ay;
  ends[22] = az;
  ends[23] = 2 * (ux * ux + uy * uy + vz * vz + px * ax + py * ay + z * az);
}

/** The quintics that agree with `ends` at both ends. */
function writeQuintics(quintics: Float64Array, at: number, h: number): void {
  for (let axis = 0; axis < 4; axis++) {
    const p0 = ends[axis]!;
    const rise = ends[axis + 12]! - p0;
    const m0 = ends[axis + 4]! * h;
    const m1 = ends[axis + 16]! * h;
    const a0 = ends[axis + 8]! * h * h;
    const a1 = ends[axis + 20]! * h * h;
    const to = at + axis * 6;
    quintics[to] = p0;
    quintics[to + 1] = m0;
    quintics[to + 2] = a0 / 2;
    quintics[to + 3] = 10 * rise - 6 * m0 - 4 * m1 - (3 * a0 - a1) / 2;
    quintics[to + 4] = -15 * rise + 8 * m0 + 7 * m1 + (3 * a0 - 2 * a1) / 2;
    quintics[to + 5] = 6 * rise - 3 * (m0 + m1) - (a0 - a1) / 2;
  }
}

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

/** One axis of a segment when a part of it has passed. */
export function quinticAt(c: Float64Array, at: number, part: number): number {
  return (
    c[at]! +
    part * (c[at + 1]! + part * (c[at + 2]! + part * (c[at + 3]! + part * (c[at + 4]! + part * c[at + 5]!))))
  );
}

/** Where SGP4 puts an object over the turning Earth, so many segments after the first knot; answers its error. */
export function exactPosition(
  knots: Knots,
  orbits: Orbits,
  index: number,
  at: number,
  position: Float64Array,
): number {
  const error = propagate(orbits, index, minutesAt(knots, orbits, index, at), state);
  const angle = siderealTimeRad(knots.fromMs + at * knots.segmentS * 1000);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  position[0] = cos * state[0]! + sin * state[1]!;
  position[1] = cos * state[1]! - sin * state[0]!;
  position[2] = state[2]!;
  return error;
}
