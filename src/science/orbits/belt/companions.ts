import type { ElementSet } from "../elements/element-set.ts";
import { wrapDeg } from "./belt-longitude.ts";
import type { BeltPlace, BeltTrack } from "./belt-track.ts";

/** Two objects that drifted as one: at the same longitude and rate, in one plane, on one shape of orbit. */
export interface Companions {
  /** Of the two, the one that came; the other drifted freely before, if either did. */
  readonly mover: BeltTrack;
  readonly other: BeltTrack;
  /** The mover's places from the first meeting seen to the last. */
  readonly from: BeltPlace;
  readonly to: BeltPlace;
  readonly minDeg: number;
  /** Whether the other drifted freely until the mover came, and then was moved, or left the belt. */
  readonly isTow: boolean;
}

/** Within a slot many keep together; what drifts faster than this is in none. */
const DRIFTING_RATE = 0.1;
/** Element sets are compared at common times, this many days apart, to which each is carried by its drift. */
const COMMON_DAYS = 3;
const [SAME_LON_DEG, SAME_RATE, SAME_PLANE_DEG, SAME_SHAPE_DEG] = [0.2, 0.02, 0.1, 0.1];
/** Meetings further apart than this are two. */
const PAUSE_DAYS = 60;
/** How long an object must have drifted freely to be taken for inactive, and how soon it must move for a tow. */
const INACTIVE_DAYS = 90;
const TOWED_WITHIN_DAYS = 60;

interface Met {
  readonly track: BeltTrack;
  readonly at: number;
  readonly lonDeg: number;
}

interface Meeting {
  readonly a: Met;
  readonly b: Met;
  readonly apartDeg: number;
}

/** All pairs that drifted together, in the order of time. */
export function companionsIn(tracks: readonly BeltTrack[]): Companions[] {
  const lastDay = Math.max(...tracks.map(({ places }) => places.at(-1)!.days));
  return meetingsByPair(tracks)
    .flatMap(separated)
    .map((meetings) => companionsOf(meetings, lastDay))
    .sort((x, y) => x.from.epochMs - y.from.epochMs);
}

function meetingsByPair(tracks: readonly BeltTrack[]): Meeting[][] {
  const pairs = new Map<string, Meeting[]>();
  for (const atOnce of driftersByTime(tracks)) {
    atOnce.sort((a, b) => a.lonDeg - b.lonDeg);
    for (const [i, a] of atOnce.entries()) {
      for (let j = i + 1; j < atOnce.length && atOnce[j]!.lonDeg - a.lonDeg <= SAME_LON_DEG; j++) {
        const b = atOnce[j]!;
        if (a.track === b.track || !areAlike(a.track.places[a.at]!, b.track.places[b.at]!)) continue;
        const [first, second] = a.track.id < b.track.id ? [a, b] : [b, a];
        const key = `${first.track.id} ${second.track.id}`;
        const meeting = { a: first, b: second, apartDeg: b.lonDeg - a.lonDeg };
        if (!pairs.has(key)) pairs.set(key, []);
        pairs.get(key)!.push(meeting);
      }
    }
  }
  return [...pairs.values()];
}

/** Everything that drifts, carried to the two common times around each of its epochs. */
function driftersByTime(tracks: readonly BeltTrack[]): Met[][] {
  const byTime = new Map<number, Met[]>();
  for (const track of tracks) {
    for (const [at, { days, lonDeg, rate }] of track.places.entries()) {
      if (Math.abs(rate) < DRIFTING_RATE) continue;
      const slot = Math.floor(days / COMMON_DAYS);
      for (const time of [slot, slot + 1]) {
        const met = { track, at, lonDeg: wrapDeg(lonDeg + rate * (time * COMMON_DAYS - days)) };
        const others = byTime.get(time);
        if (others) others.push(met);
        else byTime.set(time, [met]);
      }
    }
  }
  return [...byTime].sort(([a], [b]) => a - b).map(([, met]) => met);
}

function areAlike(a: BeltPlace, b: BeltPlace): boolean {
  return (
    Math.abs(a.rate - b.rate) <= SAME_RATE &&
    distance(plane(a.elements), plane(b.elements)) <= SAME_PLANE_DEG &&
    distance(shape(a.elements), shape(b.elements)) <= SAME_SHAPE_DEG
  );
}

/** i·(cos Ω, sin Ω), degrees. */
function plane({ inclinationDeg, raanDeg }: ElementSet): Point {
  return polar(inclinationDeg, raanDeg);
}

/** 2e·(cos ϖ, sin ϖ), degrees: the daily swing in longitude. */
function shape({ eccentricity, raanDeg, argumentOfPerigeeDeg }: ElementSet): Point {
  return polar((2 * eccentricity) / RAD, raanDeg + argumentOfPerigeeDeg);
}

type Point = readonly [number, number];
const RAD = Math.PI / 180;

function polar(length: number, angleDeg: number): Point {
  return [length * Math.cos(angleDeg * RAD), length * Math.sin(angleDeg * RAD)];
}

function distance([x1, y1]: Point, [x2, y2]: Point): number {
  return Math.hypot(x1 - x2, y1 - y2);
}

/** The meetings of one pair, parted where they paused. */
function separated(meetings: readonly Meeting[]): Meeting[][] {
  const parts: Meeting[][] = [];
  for (const meeting of meetings) {
    const last = parts.at(-1)?.at(-1);
    const daysOf = ({ a }: Meeting) => a.track.places[a.at]!.days;
    if (last && daysOf(meeting) - daysOf(last) <= PAUSE_DAYS) parts.at(-1)!.push(meeting);
    else parts.push([meeting]);
  }
  return parts;
}

function companionsOf(meetings: readonly Meeting[], lastDay: number): Companions {
  const sides = (["a", "b"] as const).map((side) => ({
    track: meetings[0]![side].track,
    first: meetings[0]![side].at,
    last: Math.max(...meetings.map((meeting) => meeting[side].at)),
  }));
  const [other, mover] = sides.sort((x, y) => freeDays(y) - freeDays(x)) as [Side, Side];
  return {
    mover: mover.track,
    other: other.track,
    from: mover.track.places[mover.first]!,
    to: mover.track.places[mover.last]!,
    minDeg: Math.min(...meetings.map(({ apartDeg }) => apartDeg)),
    isTow: freeDays(other) >= INACTIVE_DAYS && freeDays(mover) < INACTIVE_DAYS && wasMoved(other, lastDay),
  };
}

interface Side {
  readonly track: BeltTrack;
  readonly first: number;
  readonly last: number;
}

/** For how long the object had drifted freely when they met. */
function freeDays({ track: { places }, first }: Side): number {
  let start = first;
  while (places[start]!.isFree) start--;
  return places[first]!.days - places[start]!.days;
}

/** Whether free drift ended soon after they were last seen together, by a manoeuvre or by leaving the belt. */
function wasMoved({ track: { places }, last }: Side, lastDay: number): boolean {
  const isSoon = ({ days }: BeltPlace) => days - places[last]!.days <= TOWED_WITHIN_DAYS;
  const end = places.at(-1)!;
  const isGone = isSoon(end) && lastDay - end.days > TOWED_WITHIN_DAYS;
  return isGone || places.slice(last + 1).some((place) => isSoon(place) && !place.isFree);
}
