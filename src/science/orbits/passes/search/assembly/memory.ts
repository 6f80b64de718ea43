/** Where everything stands in linear memory, and the figures of a search. Kilometres; times and rates in segments. */

/** What is known of two sites, a lane each, and height and climb at the last knot: bytes from the beginning of the pair. */
export const UX: usize = 0;
export const UY: usize = 16;
export const UZ: usize = 32;
export const PLANE: usize = 48;
export const ALONG: usize = 64;
export const BELOW: usize = 80;
export const RADIUS2: usize = 96;
export const HEIGHT: usize = 112;
export const CLIMB: usize = 128;
export const PAIR: usize = 144;

/** Of a track at a knot: place, and its change over one segment. */
export const X: usize = 0;
export const Y: usize = 8;
export const Z: usize = 16;
export const VX: usize = 24;
export const VY: usize = 32;
export const VZ: usize = 40;
export const KNOT: usize = 48;

/** Bytes of a segment's quintics, and of one of them: x, y, z and the square of the radius. */
export const SEGMENT: usize = 192;
export const QUINTIC: usize = 48;

/** Columns of the cones that hold the sites of a cell, four bytes each. */
export const CONE_COLUMNS: usize = 5;
/** A cell: its first pair, that after its last, and the last knot at which it was looked at. */
export const CELL: usize = 12;
/** A pass: rise, set, site. */
const PASS: usize = 24;

/** Whole pairs, so that two sites are always looked at at once. */
let sites: usize = 0;
/** Whole fours. */
export let cells: usize = 0;

export let pairs: usize = 0;
export let cones: usize = 0;
export let cellRows: usize = 0;
export let knots: usize = 0;
export let quintics: usize = 0;
/** Where the pass of each site that is under way began: NaN while there is none. */
export let rises: usize = 0;
/** Crossings noted in a segment: a guess and a site. */
export let noted: usize = 0;
export let passes: usize = 0;
export let found: i32 = 0;

/** Sine of the elevation that counts. */
export let sine: f64 = 0;
export let segmentS: f64 = 0;
/** How far the path may bend within one segment. */
export let bendKm: f64 = 0;
/** How far the quintics may be from SGP4, in place and over a segment. */
export let doubtKm: f64 = 0;
export let doubtPerSegmentKm: f64 = 0;
/** Knots of the track at which there is a position. */
export let known: i32 = 0;

let top: usize = 0;

function take(bytes: usize): usize {
  const at = (top + 15) & ~15;
  top = at + bytes;
  return at;
}

/** Lays out memory; numbers of sites in pairs, of cells in fours. */
export function layOut(siteCount: i32, cellCount: i32, knotCount: i32): void {
  sites = <usize>siteCount;
  cells = <usize>cellCount;
  top = __heap_base;
  pairs = take((sites >> 1) * PAIR);
  cones = take(CONE_COLUMNS * cells * 4);
  cellRows = take(cells * CELL);
  knots = take(<usize>knotCount * KNOT);
  quintics = take(<usize>knotCount * SEGMENT);
  rises = take(sites * 8);
  noted = take(sites * 16);
  passes = take(sites * PASS);
  const pages = <i32>((top + 0xffff) >>> 16) - memory.size();
  if (pages > 0 && memory.grow(pages) < 0) unreachable();
}

export function plan(leastSine: f64, secondsPerSegment: f64): void {
  sine = leastSine;
  segmentS = secondsPerSegment;
}

/** Begins another track, of which quintics and knots are in place. */
export function beginTrack(knownKnots: i32, bend: f64, doubt: f64, doubtPerSegment: f64): void {
  known = knownKnots;
  bendKm = bend;
  doubtKm = doubt;
  doubtPerSegmentKm = doubtPerSegment;
  for (let cell: usize = 0; cell < cells; cell++) store<i32>(cellRows + cell * CELL, -2, 8);
  for (let site: usize = 0; site < sites; site++) setRise(site, NaN);
}

/** A number of one site. */
export function ofSite(offset: usize, site: usize): f64 {
  return load<f64>(pairs + (site >> 1) * PAIR + ((site & 1) << 3) + offset);
}

export function riseOf(site: usize): f64 {
  return load<f64>(rises + (site << 3));
}

export function setRise(site: usize, at: f64): void {
  store<f64>(rises + (site << 3), at);
}

export function forgetPasses(): void {
  found = 0;
}

/** Notes a pass; no site has two that end in one segment. */
export function tell(site: usize, rise: f64, set: f64): void {
  const at = passes + <usize>found * PASS;
  store<f64>(at, rise);
  store<f64>(at, set, 8);
  store<i32>(at, <i32>site, 16);
  found++;
}

/** Ends the passes that are still under way. */
export function endTrack(): void {
  for (let site: usize = 0; site < sites; site++) {
    const rise = riseOf(site);
    if (rise == rise) tell(site, rise, <f64>(known - 1));
  }
}
