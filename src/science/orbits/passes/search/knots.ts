import { siderealTimeRad } from "#science/earth/index.ts";
import type { Orbits } from "../../sgp4/initialise.ts";
import type { Times } from "../../sgp4/propagate-batch.ts";
import { propagate } from "../../sgp4/propagate.ts";

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

const state = new Float64Array(6);

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

function minutesAt(knots: Knots, orbits: Orbits, index: number, k: number): number {
  return (knots.fromMs - orbits.epochsMs[index]!) / 60_000 + (k * knots.segmentS) / 60;
}
