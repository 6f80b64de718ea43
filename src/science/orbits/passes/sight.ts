import { distance2, type Horizon } from "./horizon.ts";
import { COEFFICIENTS, R2, type Track, X, Y, Z } from "./track.ts";

/** One site's view of one track. Places on the track are counted in segments. */
export interface Sight {
  readonly track: Track;
  readonly horizon: Horizon;
  /** The segment that is in view, and the quintic of its height along the site's vector upwards. */
  segment: number;
  readonly quintic: Float64Array;
  /** What was found at the last look: kilometres above the horizon and their change over one segment. */
  height: number;
  climb: number;
  /** Sine of the elevation, its change over one segment, and kilometres to the object. */
  elevationSine: number;
  rising: number;
  distance: number;
}

export function sightOf(track: Track, horizon: Horizon): Sight {
  return {
    ...{ track, horizon, segment: -1, quintic: new Float64Array(6) },
    ...{ height: 0.5, climb: 0.5, elevationSine: 0.5, rising: 0.5, distance: 0.5 },
  };
}

/** Brings a place into view; answers the part of its segment that has passed. */
function bring(sight: Sight, at: number): number {
  const segment = Math.min(Math.floor(at), sight.track.known - 2);
  if (segment === sight.segment) return at - segment;
  const { quintic, track, horizon } = sight;
  const { ux, uy, uz } = horizon;
  const base = segment * COEFFICIENTS;
  for (let i = 0; i < 6; i++) {
    const at = base + i;
    quintic[i] = ux * track.quintics[at + X]! + uy * track.quintics[at + Y]! + uz * track.quintics[at + Z]!;
  }
  sight.segment = segment;
  return at - segment;
}

/** Looks how far an object is above the horizon. */
export function lookForHeight(sight: Sight, at: number): void {
  const part = bring(sight, at);
  const { horizon, quintic, track } = sight;
  const q = valueAt(quintic, 0, part);
  const qRate = rateAt(quintic, 0, part);
  sight.height = q - horizon.plane;
  sight.climb = qRate;
  if (horizon.sine === 0) return;
  const base = sight.segment * COEFFICIENTS;
  const z = valueAt(track.quintics, base + Z, part);
  const distance = Math.sqrt(distance2(horizon, q, z, valueAt(track.quintics, base + R2, part)));
  const away = awayRate(sight, base, part, qRate) / distance;
  sight.height -= horizon.sine * distance;
  sight.climb -= horizon.sine * away;
}

/** Looks how high over the horizon an object stands. */
export function lookForElevation(sight: Sight, at: number): void {
  const part = bring(sight, at);
  const { horizon, quintic, track } = sight;
  const base = sight.segment * COEFFICIENTS;
  const q = valueAt(quintic, 0, part);
  const qRate = rateAt(quintic, 0, part);
  const z = valueAt(track.quintics, base + Z, part);
  const distance = Math.sqrt(distance2(horizon, q, z, valueAt(track.quintics, base + R2, part)));
  const sine = (q - horizon.plane) / distance;
  sight.elevationSine = sine;
  sight.rising = (qRate - (sine * awayRate(sight, base, part, qRate)) / distance) / distance;
  sight.distance = distance;
}

/** Half the change over a segment of the square of the distance. */
function awayRate({ horizon, track }: Sight, base: number, part: number, qRate: number): number {
  const zRate = rateAt(track.quintics, base + Z, part);
  return rateAt(track.quintics, base + R2, part) / 2 - (horizon.along * qRate - horizon.below * zRate);
}

/** A quintic when a part of its segment has passed. */
function valueAt(c: Float64Array, at: number, part: number): number {
  return (
    c[at]! +
    part * (c[at + 1]! + part * (c[at + 2]! + part * (c[at + 3]! + part * (c[at + 4]! + part * c[at + 5]!))))
  );
}

/** Its change over a whole segment. */
function rateAt(c: Float64Array, at: number, part: number): number {
  return (
    c[at + 1]! +
    part * (2 * c[at + 2]! + part * (3 * c[at + 3]! + part * (4 * c[at + 4]! + part * 5 * c[at + 5]!)))
  );
}
