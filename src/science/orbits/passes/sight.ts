import type { Horizon } from "./horizon.ts";
import { COEFFICIENTS, R2, type Track, X, Y, Z } from "./track.ts";

/** A site's view of a track. Places on the track are counted in segments. */
export interface Sight {
  readonly track: Track;
  horizon: Horizon;
  /** The segment in view, and in it the quintics of the height over the site's plane and of the distance squared. */
  segment: number;
  readonly plane: Float64Array;
  readonly distance2: Float64Array;
  /** Whether the distance is in view too. */
  hasDistance: boolean;
  /** What was found at the last look: kilometres above the horizon, and their change over one segment. */
  height: number;
  climb: number;
  /** Sine of the elevation, its change over one segment, and kilometres to the object. */
  elevationSine: number;
  rising: number;
  distance: number;
}

export function sightOf(track: Track, horizon: Horizon): Sight {
  return {
    ...{ track, horizon, segment: -1, plane: new Float64Array(6), distance2: new Float64Array(6) },
    ...{ hasDistance: false, height: 0.5, climb: 0.5, elevationSine: 0.5, rising: 0.5, distance: 0.5 },
  };
}

/** Looks from another site. */
export function aim(sight: Sight, horizon: Horizon): void {
  if (sight.horizon === horizon) return;
  sight.horizon = horizon;
  sight.segment = -1;
}

/** Brings a place into view, the distance too where it is needed; answers the part of the segment that has passed. */
function bring(sight: Sight, at: number, needsDistance: boolean): number {
  const segment = Math.min(Math.floor(at), sight.track.known - 2);
  if (segment !== sight.segment) bringHeight(sight, segment);
  if (needsDistance && !sight.hasDistance) bringDistance(sight);
  return at - segment;
}

function bringHeight(sight: Sight, segment: number): void {
  const { plane } = sight;
  const { quintics } = sight.track;
  const { ux, uy, uz } = sight.horizon;
  for (let i = 0, at = segment * COEFFICIENTS; i < 6; i++, at++) {
    plane[i] = ux * quintics[at + X]! + uy * quintics[at + Y]! + uz * quintics[at + Z]!;
  }
  plane[0] = plane[0]! - sight.horizon.plane;
  sight.segment = segment;
  sight.hasDistance = false;
}

function bringDistance(sight: Sight): void {
  const { plane, distance2 } = sight;
  const { quintics } = sight.track;
  const { along, below, plane: sitePlane, radius2 } = sight.horizon;
  for (let i = 0, at = sight.segment * COEFFICIENTS; i < 6; i++, at++) {
    distance2[i] = quintics[at + R2]! - 2 * (along * plane[i]! - below * quintics[at + Z]!);
  }
  distance2[0] = distance2[0]! - 2 * along * sitePlane + radius2;
  sight.hasDistance = true;
}

/** Looks how far an object is above the horizon. */
export function lookForHeight(sight: Sight, at: number): void {
  const { sine } = sight.horizon;
  const part = bring(sight, at, sine !== 0);
  sight.height = valueAt(sight.plane, part);
  sight.climb = rateAt(sight.plane, part);
  if (sine === 0) return;
  const distance = Math.sqrt(valueAt(sight.distance2, part));
  sight.height -= sine * distance;
  sight.climb -= (sine * rateAt(sight.distance2, part)) / (2 * distance);
}

/** Looks how high over the site's plane an object stands. */
export function lookForElevation(sight: Sight, at: number): void {
  const part = bring(sight, at, true);
  const distance = Math.sqrt(valueAt(sight.distance2, part));
  const sine = valueAt(sight.plane, part) / distance;
  const away = rateAt(sight.distance2, part) / (2 * distance);
  sight.elevationSine = sine;
  sight.rising = (rateAt(sight.plane, part) - sine * away) / distance;
  sight.distance = distance;
}

/** A quintic when a part of its segment has passed. */
function valueAt(c: Float64Array, part: number): number {
  return c[0]! + part * (c[1]! + part * (c[2]! + part * (c[3]! + part * (c[4]! + part * c[5]!))));
}

/** Its change over a whole segment. */
function rateAt(c: Float64Array, part: number): number {
  return c[1]! + part * (2 * c[2]! + part * (3 * c[3]! + part * (4 * c[4]! + part * 5 * c[5]!)));
}
