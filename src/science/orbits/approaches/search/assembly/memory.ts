/** Where everything stands in linear memory, and the figures of the search. Kilometres, seconds, radians. */

/** One object during one step: (middle, pad) and (half-chord, object), four floats each. */
export const RECORD: usize = 32;
/** A close pair: both objects and the step, from the start of the span. */
export const HIT: usize = 12;
/** A band of the sphere: first cell, cells, cells per radian, reach inside, reach into the next, cosine of its edge. */
export const BAND: usize = 24;
/** Zones are looked up by radius in buckets of two kilometres from this one up. */
export const ZONE_FLOOR: f32 = 6400;
export const ZONE_BUCKETS: i32 = 4096;

export let objects: usize = 0;
/** Objects, rounded up to whole vectors of four. */
export let lanes: usize = 0;
export let knots: usize = 0;
export let steps: i32 = 0;
export let arcSeconds: f64 = 0;
export let withinKm: f32 = 0;
export let bendKm: f32 = 0;
export let reach: f32 = 0;
export let zones: i32 = 0;
export let bands: i32 = 0;
export let cells: i32 = 0;

export let states: usize = 0;
export let coefficients: usize = 0;
export let places: usize = 0;
export let pads: usize = 0;
export let lows: usize = 0;
export let highs: usize = 0;
export let spans: usize = 0;
export let latitudes: usize = 0;
export let longitudes: usize = 0;
export let records: usize = 0;
export let keys: usize = 0;
export let zoneEdges: usize = 0;
export let zoneOfBucket: usize = 0;
export let bandRows: usize = 0;
export let starts: usize = 0;
export let sortedLows: usize = 0;
export let sortedHighs: usize = 0;
export let sortedLongitudes: usize = 0;
export let sortedSouths: usize = 0;
export let sortedNorths: usize = 0;
export let sorted: usize = 0;
export let hits: usize = 0;
export let found: i32 = 0;

let top: usize = 0;

/** Room for so many bytes, aligned for vectors; the contents are what they were. */
export function take(bytes: usize): usize {
  const at = (top + 15) & ~15;
  top = at + bytes;
  reserve(top);
  return at;
}

export function reserve(bytes: usize): void {
  const pages = <i32>((bytes + 0xffff) >>> 16) - memory.size();
  if (pages > 0 && memory.grow(pages) < 0) unreachable();
}

/** Forgets what was laid out before. */
export function beginLayout(): void {
  top = __heap_base;
}

/** A block of states, six f64 each, and what fitting an arc between two of them needs. */
export function layOutStates(rows: usize, knotCount: i32): void {
  states = take(rows * <usize>knotCount * 48);
  coefficients = take(18 * 16);
}

/** Hits stand last: they take what they need. */
export function beginHits(): void {
  hits = take(0);
  found = 0;
}

/** Sets the figures of a search; a layout follows. */
export function plan(secondsPerArc: f64, stepsPerArc: i32, km: f32, bend: f32, angle: f32): void {
  arcSeconds = secondsPerArc;
  steps = stepsPerArc;
  withinKm = km;
  bendKm = bend;
  reach = angle;
}

/** Lays out memory for a catalogue, given the knots of one block of arcs. */
export function layOut(
  objectCount: i32,
  knotCount: i32,
  zoneCount: i32,
  bandCount: i32,
  cellCount: i32,
): void {
  objects = objectCount;
  lanes = (objects + 3) & ~3;
  knots = knotCount;
  zones = zoneCount;
  bands = bandCount;
  cells = cellCount;
  beginLayout();
  layOutStates(lanes, knotCount);
  places = take((<usize>steps + 1) * 3 * lanes * 4);
  pads = take(lanes * 4);
  lows = take(lanes * 4);
  highs = take(lanes * 4);
  spans = take(lanes * 4);
  latitudes = take(lanes * 4);
  longitudes = take(lanes * 4);
  records = take(lanes * RECORD);
  keys = take(lanes * 8);
  zoneEdges = take(<usize>zones * 4);
  zoneOfBucket = take(ZONE_BUCKETS);
  bandRows = take(<usize>bands * BAND);
  starts = take((<usize>zones * (<usize>cells + 1) + 2) * 4);
  // Every object may lie in every zone; four neighbours are read at once, past the last one too.
  const most = lanes * <usize>zones + 4;
  sortedLows = take(most * 4);
  sortedHighs = take(most * 4);
  sortedLongitudes = take(most * 4);
  sortedSouths = take(most * 4);
  sortedNorths = take(most * 4);
  sorted = take(most * RECORD);
  beginHits();
}

/** Notes a close pair during a step. */
export function keep(i: i32, j: i32, step: i32): void {
  const at = hits + <usize>found * HIT;
  if (at + HIT > (<usize>memory.size()) << 16) reserve(at + (1 << 20));
  store<i32>(at, min(i, j));
  store<i32>(at, max(i, j), 4);
  store<i32>(at, step, 8);
  found++;
}

export function forgetHits(): void {
  found = 0;
}
