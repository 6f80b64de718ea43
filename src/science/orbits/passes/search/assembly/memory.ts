/** Where everything stands in linear memory, and the figures of a search. Kilometres; times and rates in segments. */

/** Four sites at once, in single precision, and their heights at the last knot: bytes from the beginning of the four. */
export const UX4: usize = 0;
export const UY4: usize = 16;
export const UZ4: usize = 32;
export const BASE4: usize = 48;
export const FLOOR4: usize = 64;
export const TILT4: usize = 80;
export const HEIGHT4: usize = 96;
export const FOUR: usize = 112;

/** One site, in double precision, and where its pass began that is under way: NaN while there is none. */
export const UX: usize = 0;
export const UY: usize = 8;
export const UZ: usize = 16;
export const BASE: usize = 24;
export const FLOOR: usize = 32;
export const TILT: usize = 40;
export const PLANE: usize = 48;
export const ALONG: usize = 56;
export const BELOW: usize = 64;
export const RADIUS2: usize = 72;
export const RISE: usize = 80;
const SITE: usize = 88;

/** Of a track at a knot: place, distance from the Earth's centre, and by how much its change over a segment can change at most. */
export const X: usize = 0;
export const Y: usize = 8;
export const Z: usize = 16;
export const RADIUS: usize = 24;
export const BEND: usize = 32;
export const KNOT: usize = 40;

/** Six coefficients of x, y, z and the square of the radius, a coefficient of all four after another. */
export const COEFFICIENT: usize = 32;
export const SEGMENT: usize = 6 * COEFFICIENT;

/** Columns of the cones that hold the sites of a cell, four bytes each. */
export const CONE_COLUMNS: usize = 5;
/** A cell: its first four, that after its last, and the last segment in which it was looked at. */
export const CELL: usize = 12;
/** A pass: rise, set, peak, site. */
export const PASS: usize = 32;
/** A crossing noted in a segment: heights at both its ends, and the site. */
export const CROSSING: usize = 16;

let siteCount: usize = 0;
/** Whole fours. */
export let cells: usize = 0;

export let fours: usize = 0;
export let sites: usize = 0;
export let cones: usize = 0;
export let cellRows: usize = 0;
/** What SGP4 says at the knots, and cosine and sine of the sidereal time at them. */
export let states: usize = 0;
export let turns: usize = 0;
export let knots: usize = 0;
export let quintics: usize = 0;
export let noted: usize = 0;
export let passes: usize = 0;
export let found: i32 = 0;
let room: i32 = 0;

/** Sine and cosine of the elevation that counts, and how far the farthest site is from the Earth's centre. */
export let sine: f64 = 0;
export let cosine: f64 = 0;
export let outmostKm: f64 = 0;
export let segmentS: f64 = 0;
/** How far the quintics may be from SGP4, in place and over a segment. */
export let doubtKm: f64 = 0;
export let doubtPerSegmentKm: f64 = 0;
/** Knots of the track at which there is a position. */
export let known: i32 = 0;
/** By how much a climb over the segment in view can change at most. */
export let bendKm: f64 = 0;
/**
 * Cosine and sine of the angle by which a site that sees the object may be farther off than the triangle of a round Earth
 * says, and of half of that by which the object turns in a segment.
 */
export let cosFurther: f64 = 1;
export let sinFurther: f64 = 0;
export let cosHalfTurn: f64 = 1;
export let sinHalfTurn: f64 = 0;

let top: usize = 0;

function take(bytes: usize): usize {
  const at = (top + 15) & ~15;
  top = at + bytes;
  return at;
}

/** Lays out memory; both numbers in whole fours. */
export function layOut(countOfSites: i32, cellCount: i32, knotCount: i32): void {
  siteCount = <usize>countOfSites;
  cells = <usize>cellCount;
  room = 4 * countOfSites;
  top = __heap_base;
  fours = take((siteCount >> 2) * FOUR);
  sites = take(siteCount * SITE);
  cones = take(CONE_COLUMNS * cells * 4);
  cellRows = take(cells * CELL);
  states = take(<usize>knotCount * 48);
  turns = take(<usize>knotCount * 16);
  knots = take(<usize>knotCount * KNOT);
  quintics = take(<usize>knotCount * SEGMENT);
  noted = take(siteCount * CROSSING);
  passes = take(<usize>room * PASS);
  const pages = <i32>((top + 0xffff) >>> 16) - memory.size();
  if (pages > 0 && memory.grow(pages) < 0) unreachable();
}

export function plan(leastSine: f64, leastCosine: f64, outmost: f64, secondsPerSegment: f64): void {
  sine = leastSine;
  cosine = leastCosine;
  outmostKm = outmost;
  segmentS = secondsPerSegment;
}

/** Begins to watch a track that was followed. */
export function beginTrack(
  knownKnots: i32,
  doubt: f64,
  doubtPerSegment: f64,
  furtherCosine: f64,
  furtherSine: f64,
  halfTurnCosine: f64,
  halfTurnSine: f64,
): void {
  known = knownKnots;
  cosFurther = furtherCosine;
  sinFurther = furtherSine;
  cosHalfTurn = halfTurnCosine;
  sinHalfTurn = halfTurnSine;
  doubtKm = doubt;
  doubtPerSegmentKm = doubtPerSegment;
  for (let cell: usize = 0; cell < cells; cell++) store<i32>(cellRows + cell * CELL, -2, 8);
  for (let site: usize = 0; site < siteCount; site++) setRise(site, NaN);
}

export function setBend(most: f64): void {
  bendKm = most;
}

/** A number of one site. */
export function ofSite(offset: usize, site: usize): f64 {
  return load<f64>(sites + site * SITE + offset);
}

/** A number of two sites, a lane each. */
export function ofBoth(offset: usize, first: usize, second: usize): v128 {
  return together(sites + first * SITE + offset, sites + second * SITE + offset);
}

/** Numbers at two places. */
export function together(first: usize, second: usize): v128 {
  return v128.load_lane<f64>(second, v128.load_zero<f64>(first), 1);
}

export function setRise(site: usize, at: f64): void {
  store<f64>(sites + site * SITE, at, RISE);
}

/** Whether all that may end between two knots, and with the track, can still be noted. */
export function hasRoom(): bool {
  return found + 2 * <i32>siteCount <= room;
}

export function forgetPasses(): void {
  found = 0;
}

/** Notes a pass; no site has two that end in one segment. */
export function tell(site: usize, rise: f64, set: f64): void {
  const at = passes + <usize>found * PASS;
  store<f64>(at, rise);
  store<f64>(at, set, 8);
  store<i32>(at, <i32>site, 24);
  found++;
}

/** Ends the passes that are still under way. */
export function endTrack(): void {
  for (let site: usize = 0; site < siteCount; site++) {
    const rise = ofSite(RISE, site);
    if (rise == rise) tell(site, rise, <f64>(known - 1));
  }
}
