/** Puts the objects of one step in order of zone (a shell of radii) and, within it, cell by cell along the bands. */
import {
  BAND,
  RECORD,
  ZONE_BUCKETS,
  ZONE_FLOOR,
  bandRows,
  bands,
  bendKm,
  cells,
  highs,
  keys,
  lanes,
  latitudes,
  longitudes,
  lows,
  objects,
  reach,
  records,
  sorted,
  sortedHighs,
  sortedLongitudes,
  sortedLows,
  sortedNorths,
  sortedSouths,
  spans,
  starts,
  withinKm,
  zoneOfBucket,
  zones,
} from "./memory";

const ABSENT: i32 = -1;

/** Where the entries of a cell of a zone begin: one number, overwritten while they are filled in. */
export function startOf(zone: i32, cell: i32): usize {
  return starts + ((<usize>(zone * (cells + 1) + cell)) << 2);
}

export function sort(): void {
  count();
  accumulate();
  scatter();
}

function count(): void {
  memory.fill(starts, 0, (<usize>zones * (<usize>cells + 1) + 2) << 2);
  for (let i: usize = 0; i < lanes; i++) {
    const low = load<f32>(lows + (i << 2));
    const key = keys + (i << 3);
    if (i >= objects || low != low) {
      store<i32>(key, ABSENT);
      continue;
    }
    const first = zoneOf(low),
      last = zoneOf(load<f32>(highs + (i << 2)));
    const cell = cellOf(i << 2);
    store<i32>(key, cell);
    store<i32>(key, first | (last << 16), 4);
    for (let zone = first; zone <= last; zone++) {
      const at = startOf(zone, cell + 2);
      store<i32>(at, load<i32>(at) + 1);
    }
  }
}

function zoneOf(radius: f32): i32 {
  const bucket = max<f32>(0, min<f32>(<f32>ZONE_BUCKETS - 1, (radius - ZONE_FLOOR) * 0.5));
  return <i32>load<u8>(zoneOfBucket + <usize>bucket);
}

/** An object that turns further in a step than the bands allow for stands in a cell after all others. */
function cellOf(offset: usize): i32 {
  if (load<f32>(spans + offset) > reach) return cells;
  const row = bandRows + <usize>bandOf(load<f32>(latitudes + offset)) * BAND;
  const cell = <i32>(load<f32>(longitudes + offset) * load<f32>(row, 8));
  return load<i32>(row) + max(0, min(load<i32>(row, 4) - 1, cell));
}

export function bandOf(latitude: f32): i32 {
  return max(0, min(bands - 1, <i32>((latitude + 1.5707964) * (<f32>bands / 3.1415927))));
}

function accumulate(): void {
  const end = startOf(zones, 2);
  let sum = 0;
  for (let at = starts; at < end; at += 4) {
    sum += load<i32>(at);
    store<i32>(at, sum);
  }
}

/** After it, startOf a cell is where it begins, and startOf the next one where it ends. */
function scatter(): void {
  for (let i: usize = 0; i < lanes; i++) {
    const cell = load<i32>(keys + (i << 3));
    if (cell == ABSENT) continue;
    const low = load<f32>(lows + (i << 2)),
      high = load<f32>(highs + (i << 2));
    const longitude = load<f32>(longitudes + (i << 2));
    const chord = v128.load(records + i * RECORD),
      half = v128.load(records + i * RECORD, 16);
    const middle = f32x4.extract_lane(chord, 0),
      extent = extentOf(chord, half);
    const zoneSpan = load<i32>(keys + (i << 3), 4);
    for (let zone = zoneSpan & 0xffff; zone <= zoneSpan >> 16; zone++) {
      const at = startOf(zone, cell + 1);
      const slot = <usize>load<i32>(at);
      store<i32>(at, <i32>slot + 1);
      store<f32>(sortedLows + (slot << 2), low);
      store<f32>(sortedHighs + (slot << 2), high);
      store<f32>(sortedLongitudes + (slot << 2), longitude);
      store<f32>(sortedSouths + (slot << 2), middle - extent);
      store<f32>(sortedNorths + (slot << 2), middle + extent);
      v128.store(sorted + slot * RECORD, chord);
      v128.store(sorted + slot * RECORD, half, 16);
    }
  }
}

/** How far along the axis a chord reaches from its middle, with its pad and half of all that two may be apart. */
function extentOf(chord: v128, half: v128): f32 {
  return abs(f32x4.extract_lane(half, 0)) + f32x4.extract_lane(chord, 3) + 0.5 * (withinKm + bendKm);
}
