import { wrapDeg } from "./belt-longitude.ts";
import type { BeltPlace, BeltTrack } from "./belt-track.ts";

/** An object that kept its longitude: the places at which it did, and the ones before and after where it did not. */
export interface Stay {
  readonly track: BeltTrack;
  readonly places: readonly BeltPlace[];
  readonly lonDeg: number;
  /** Null where the history begins, or ends, with the stay. */
  readonly before: BeltPlace | null;
  readonly after: BeltPlace | null;
}

/** Places `start` to `end` (exclusive) of a track. */
interface Run {
  readonly start: number;
  readonly end: number;
  readonly lonDeg: number;
}

/** A slot is ±0.1° wide, and few operators use more than ±0.3°; a visitor moved on by 0.47° within the belt. */
const SLOT_DEG = 0.3;
/** Within a slot nobody drifts faster; alone, a set must be slower still, for one that passes is not staying. */
const HELD_RATE = 0.1;
const LONE_RATE = 0.04;

/** The stays of one object. Whatever drifts freely through more than a slot is under way, however slow. */
export function staysOf(track: BeltTrack): Stay[] {
  const { places } = track;
  return withReturns(places, heldRuns(places)).map(({ start, end, lonDeg }) => ({
    track,
    places: places.slice(start, end),
    lonDeg,
    before: places[start - 1] ?? null,
    after: places[end] ?? null,
  }));
}

function heldRuns(places: readonly BeltPlace[]): Run[] {
  const underWay = widelyDrifting(places);
  const runs: Run[] = [];
  for (let start = 0; start < places.length;) {
    const end = runEnd(places, underWay, start);
    if (end > start + 1 || (end > start && Math.abs(places[start]!.rate) <= LONE_RATE)) {
      runs.push(runOf(places, start, end));
    }
    start = Math.max(end, start + 1);
  }
  return runs;
}

/** Where the run that begins at `start` ends; `start` itself when none does. */
function runEnd(places: readonly BeltPlace[], underWay: readonly boolean[], start: number): number {
  let [end, sum] = [start, 0];
  for (; end < places.length; end++) {
    const { lonDeg, rate } = places[end]!;
    const away = wrapDeg(lonDeg - places[start]!.lonDeg);
    const mean = sum / Math.max(end - start, 1);
    if (underWay[end] || Math.abs(rate) > HELD_RATE || Math.abs(away - mean) > SLOT_DEG) break;
    sum += away;
  }
  return end;
}

/** Runs at one longitude become one where the object went no further between them than a slot's width. */
function withReturns(places: readonly BeltPlace[], runs: readonly Run[]): Run[] {
  const joined: Run[] = [];
  for (let i = 0; i < runs.length;) {
    const { start, lonDeg } = runs[i]!;
    const near = (degrees: number) => (place: { readonly lonDeg: number }) =>
      Math.abs(wrapDeg(place.lonDeg - lonDeg)) <= degrees;
    let last = i;
    for (let j = i + 1; j < runs.length; j++) {
      if (!places.slice(runs[j - 1]!.end, runs[j]!.end).every(near(2 * SLOT_DEG))) break;
      if (near(SLOT_DEG)(runs[j]!)) last = j;
    }
    joined.push(last > i ? runOf(places, start, runs[last]!.end) : runs[i]!);
    i = last + 1;
  }
  return joined;
}

function runOf(places: readonly BeltPlace[], start: number, end: number): Run {
  const first = places[start]!.lonDeg;
  let sum = 0;
  for (let i = start; i < end; i++) sum += wrapDeg(places[i]!.lonDeg - first);
  return { start, end, lonDeg: wrapDeg(first + sum / (end - start)) };
}

/** For each place, whether the free drift it belongs to leads through more than a slot. */
function widelyDrifting(places: readonly BeltPlace[]): boolean[] {
  const wide: boolean[] = [];
  for (let i = 0; i < places.length;) {
    let [end, travelled, low, high] = [i + 1, 0, 0, 0];
    for (; end < places.length && places[end]!.isFree; end++) {
      const expected = places[end]!.rate * (places[end]!.days - places[end - 1]!.days);
      travelled += expected + wrapDeg(places[end]!.lonDeg - places[end - 1]!.lonDeg - expected);
      [low, high] = [Math.min(low, travelled), Math.max(high, travelled)];
    }
    for (; i < end; i++) wide.push(high - low > 2 * SLOT_DEG);
  }
  return wide;
}
