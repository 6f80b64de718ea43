import { crossing, rootBetween } from "./crossings.ts";
import { climbAt, heightAt } from "./horizon.ts";
import { aim, lookForHeight, type Sight } from "./sight.ts";
import type { Cell, SiteCells } from "./site-cells.ts";
import type { Track } from "./track.ts";

/** Told of one pass: over which site, from where to where on the track; at an end of it the pass may go on beyond. */
export type Visit = (site: number, rise: number, set: number) => void;

/** What SGP4 itself says at a place of the track, for what the quintics leave in doubt; NaN where it says nothing. */
export interface Exact {
  readonly height: (at: number) => number;
  readonly elevationSine: (at: number) => number;
}

/** How many times the deviation that was found at some places it may be at others. */
export const DOUBT = 4;
/** Seconds by which a time may be off before it is settled by SGP4. */
export const TOLERABLE_S = 0.05;

/**
 * Finds every pass of a track over all sites. At each knot only those sites are looked at whose horizon the object, at
 * its fastest, could reach before the next; between two knots there is at most one turn of the height, for a segment
 * is a small part of any revolution.
 */
export function scan(sight: Sight, sites: SiteCells, exact: Exact, visit: Visit): void {
  const { track } = sight;
  const count = sites.horizons.length;
  if (count === 0 || track.known < 2) return;
  const { sine } = sites.horizons[0]!;
  const widest = Math.sin(Math.min(Math.PI / 2, awayRad(track, track.highestKm, sine)));
  const watching: Watching = {
    ...{ sight, sites, exact, visit, sine },
    reach: track.driftKm + track.farKm * (widest + Math.abs(sine)),
    heights: new Float64Array(count),
    knots: new Int32Array(count).fill(-2),
    rises: new Float64Array(count).fill(NaN),
  };
  for (let k = 0; k < track.known; k++) watchKnot(watching, k);
  watching.rises.forEach((rise, site) => {
    if (!Number.isNaN(rise)) tell(watching, site, rise, track.known - 1);
  });
}

const LEAST_RADIUS_KM = 6350;
/** The Earth's flattening moves a horizon by less, radians. */
const FLATTENING = 0.01;

/**
 * The largest angle between the object and the vector upwards of a site that sees it now or could within a segment: of
 * the triangle of the Earth's centre, the site and the object, and the turn of the object within that time.
 */
function awayRad({ driftKm, turnRad }: Track, radiusKm: number, sine: number): number {
  const elevation = Math.asin(sine);
  const cosine = (LEAST_RADIUS_KM * Math.cos(elevation)) / (radiusKm + driftKm);
  return Math.acos(Math.min(1, cosine)) - elevation + FLATTENING + turnRad;
}

interface Watching {
  readonly sight: Sight;
  readonly sites: SiteCells;
  readonly exact: Exact;
  readonly visit: Visit;
  readonly sine: number;
  /** By how much a height could change within one segment, kilometres. */
  readonly reach: number;
  /** Of each site the height at the last knot at which it was looked at, and which that was. */
  readonly heights: Float64Array;
  readonly knots: Int32Array;
  /** Where the pass under way began; NaN while there is none. */
  readonly rises: Float64Array;
}

function tell({ sight, sites, visit }: Watching, site: number, rise: number, set: number): void {
  aim(sight, sites.horizons[site]!);
  visit(site, rise, set);
}

/** Looks at the sites around the point below the object. */
function watchKnot(watching: Watching, k: number): void {
  const { track } = watching.sight;
  const x = track.x[k]!;
  const y = track.y[k]!;
  const z = track.z[k]!;
  const radius = Math.sqrt(x * x + y * y + z * z);
  const away = Math.min(Math.PI, awayRad(track, radius, watching.sine));
  const cosAway = Math.cos(away);
  const sinAway = Math.sin(away);
  for (const cell of watching.sites.cells) {
    const isAll = cosAway * cell.sinRadius + sinAway * cell.cosRadius <= 0;
    const least = radius * (cosAway * cell.cosRadius - sinAway * cell.sinRadius);
    if (isAll || cell.x * x + cell.y * y + cell.z * z >= least) watchCell(watching, cell, k);
  }
}

function watchCell(watching: Watching, { first, end }: Cell, k: number): void {
  const { heights, knots, reach } = watching;
  for (let site = first; site < end; site++) {
    const now = heightOver(watching, site, k);
    const before = heights[site]!;
    const isNext = knots[site] === k - 1;
    heights[site] = now;
    knots[site] = k;
    if (isNext) {
      if (before < 0 !== now < 0) cross(watching, site, k - 1, before / (before - now));
      else if (Math.abs(before + now) < reach) turn(watching, site, k - 1);
    } else if (now >= 0) watching.rises[site] = k;
  }
}

/** `heightAt` from the columns. */
function heightOver({ sites, sight, sine }: Watching, site: number, k: number): number {
  const { track } = sight;
  const z = track.z[k]!;
  const q = sites.ux[site]! * track.x[k]! + sites.uy[site]! * track.y[k]! + sites.uz[site]! * z;
  const height = q - sites.plane[site]!;
  if (sine === 0) return height;
  const across = track.x[k]! ** 2 + track.y[k]! ** 2 + z * z;
  const square = across - 2 * (sites.along[site]! * q - sites.below[site]! * z) + sites.radius2[site]!;
  return height - sine * Math.sqrt(square);
}

/** The object crosses the horizon within a segment. */
function cross(watching: Watching, site: number, k: number, guess: number): void {
  const { sight, sites, exact, rises } = watching;
  aim(sight, sites.horizons[site]!);
  const rise = rises[site]!;
  const isUp = !Number.isNaN(rise);
  const at = settled(sight, exact, crossing(sight, isUp ? k + 1 : k, isUp ? k : k + 1, k + guess));
  rises[site] = isUp ? NaN : at;
  if (isUp) tell(watching, site, rise, at);
}

/** The object may come over the horizon, or sink below it, within a segment and go back again. */
function turn(watching: Watching, site: number, k: number): void {
  const { sight, sites, exact, rises, heights } = watching;
  const horizon = sites.horizons[site]!;
  const { track } = sight;
  const isUp = heights[site]! >= 0;
  const before = climbAt(horizon, track, k);
  if (before < 0 !== isUp) return;
  const after = climbAt(horizon, track, k + 1);
  if (after < 0 === isUp) return;
  aim(sight, horizon);
  const here = heightAt(horizon, track.x[k]!, track.y[k]!, track.z[k]!);
  // The height turns between its tangents, which meet here.
  const meet = here + (before * (heights[site]! - here - after)) / (before - after);
  if (meet < 0 !== isUp) return;
  const crossings = crossingsAround(sight, exact, k, isUp);
  if (crossings === null) return;
  const [first, second] = crossings;
  if (isUp) tell(watching, site, rises[site]!, first);
  else tell(watching, site, first, second);
  if (isUp) rises[site] = second;
}

/** Both crossings of a segment in which the height turns; null when it turns before the horizon. */
function crossingsAround(sight: Sight, exact: Exact, k: number, isUp: boolean): [number, number] | null {
  const apex = rootBetween(k, k + 1 - LITTLE, (at) => {
    lookForHeight(sight, at);
    return sight.climb;
  });
  lookForHeight(sight, apex);
  const isDoubtful = Math.abs(sight.height) < DOUBT * sight.track.deviationKm;
  const height = isDoubtful ? exact.height(apex) : sight.height;
  if (!(isUp ? height < 0 : height >= 0)) return null;
  const between = (knot: number): number => {
    const [from, to] = knot < apex ? [knot, apex] : [apex, knot];
    if (isDoubtful) return rootBetween(from, to, exact.height);
    return settled(sight, exact, crossing(sight, isUp ? apex : knot, isUp ? knot : apex, (from + to) / 2));
  };
  return [between(k), between(k + 1)];
}

/** Keeps a look at the end of a segment within it. */
const LITTLE = 1e-9;

/** A crossing just found, settled by SGP4 where the object climbs so slowly that the deviation of the quintics counts. */
function settled(sight: Sight, exact: Exact, at: number): number {
  const { deviationKm, known, knots } = sight.track;
  const slack = (DOUBT * deviationKm) / Math.abs(sight.climb);
  if (slack * knots.segmentS < TOLERABLE_S) return at;
  const [from, to] = [Math.max(0, at - 2 * slack), Math.min(known - 1, at + 2 * slack)];
  return exact.height(from) < 0 === exact.height(to) < 0 ? at : rootBetween(from, to, exact.height);
}
