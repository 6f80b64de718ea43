import type { ElementSet } from "../elements/element-set.ts";
import { beltDriftDegPerDay } from "../belt/belt-longitude.ts";
import { alongTrack, type AlongTrack } from "./along-track.ts";
import type { Burn } from "./burn.ts";
import type { Candidate } from "./candidate.ts";
import { burnCandidates } from "./candidates.ts";
import { confidenceOf, RAISING_SURE, USUAL_CONFIDENCE } from "./confidence.ts";
import { isWithinDrag } from "./drag-days.ts";
import { loweredTogether } from "./lowered-together.ts";
import { planeChanges, type PlaneChanges } from "./plane-changes.ts";
import { type Raising, raisingsOf } from "./raisings.ts";

/** One manoeuvre of one object. */
export interface Manoeuvre {
  readonly id: number;
  readonly name: string | null;
  /** UTC, milliseconds since 1970. */
  readonly timeMs: number;
  /** Change of velocity, m/s: along the track, and across where the inclination shows one. */
  readonly dvMs: number;
  /** Positive where the orbit was raised. */
  readonly alongMs: number;
  readonly acrossMs: number;
  /** Probability that there was a manoeuvre within half a day of that time. */
  readonly confidence: number;
  readonly kind: ManoeuvreKind;
  /** Epochs of the element sets before and after, UTC milliseconds. */
  readonly between: readonly [number, number];
}

/**
 * In the geostationary belt a manoeuvre keeps the station, or begins, changes or ends a drift elsewhere. An orbit-raising
 * goes on for days, from its time to the last of its epochs.
 */
export type ManoeuvreKind = "in-track" | "cross-track" | "orbit-raising" | "station-keeping" | "relocation";

/** Fewer sets say nothing about what is usual. */
export const MIN_SETS = 12;
const DAY_MS = 86_400_000;
/** Beside a burn along the track a turn of the plane is part of it from so many scales on: Moon and Sun reach thirty. */
const MIN_ACROSS_SCALES = 30;
/** A tangential Δv changes the along-track rate by three times as much, the other way. */
const METRES_PER_DAY_OF_MS = -3 * 86_400;

/** Below this a candidate is nothing, not even one of many that a storm made. */
const LEAST_NOTED = 0.1;

/**
 * The manoeuvres in the histories of one or many objects, from `least` confidence on, by object, then by time. An
 * object with fewer than twelve sets has none. What lowers many low orbits at once, or one by no more than drag that
 * strays from its usual can, is taken for the air.
 */
export function findManoeuvres(elements: readonly ElementSet[], least = USUAL_CONFIDENCE): Manoeuvre[] {
  const histories = Map.groupBy(elements, ({ id }) => id);
  const tracks = [...histories.values()].map(alongTrack).filter(({ sets }) => sets.length >= MIN_SETS);
  const raised = tracks.map(raisingsOf);
  const judged = tracks.flatMap((track, i) => partsBeside(track, raised[i]!).map(judge));
  const isStorm = loweredTogether(
    judged.map(({ track, weighed }) => ({
      track,
      burns: weighed.flatMap(({ candidate, confidence }) =>
        candidate.seen === "along" && confidence >= LEAST_NOTED ? [candidate.burn] : [],
      ),
    })),
  );
  const burns = judged.flatMap(({ track, across, weighed }) =>
    weighed.flatMap(({ candidate: { burn, seen }, confidence }) =>
      confidence < least || (seen === "along" && (isWithinDrag(track, burn) || isStorm(track, burn)))
        ? []
        : [manoeuvreOf(track, burn, confidence, across)],
    ),
  );
  const raisings = tracks.flatMap((track, i) => raised[i]!.map((each) => raisingOf(track, each)));
  const told = [...burns, ...(least <= RAISING_SURE ? raisings : [])];
  return told.sort((a, b) => a.id - b.id || a.timeMs - b.timeMs);
}

/** The parts of a history in which the orbit was not being raised, which would bend all that is fitted near it. */
function partsBeside(track: AlongTrack, raisings: readonly Raising[]): AlongTrack[] {
  const { sets } = track;
  const starts = [0, ...raisings.map(({ to }) => to)];
  const parts = starts.map((start, i) => sets.slice(start, (raisings[i]?.from ?? sets.length) + 1));
  const tracks = raisings.length > 0 ? parts.map(alongTrack) : [track];
  return tracks.filter((part) => part.sets.length >= MIN_SETS);
}

interface Weighed {
  readonly track: AlongTrack;
  readonly across: PlaneChanges;
  readonly weighed: readonly { readonly candidate: Candidate; readonly confidence: number }[];
}

function judge(track: AlongTrack): Weighed {
  const across = planeChanges(track);
  const candidates = burnCandidates(track, across);
  const weighed = candidates.map((candidate) => ({ candidate, confidence: confidenceOf(candidate) }));
  return { track, across, weighed };
}

function raisingOf({ sets }: AlongTrack, { from, to, dvMs }: Raising): Manoeuvre {
  const [first, last] = [sets[from]!, sets[to]!];
  return {
    id: first.id,
    name: sets.findLast(({ name }) => name !== null)?.name ?? null,
    timeMs: Math.round(first.epochMs),
    dvMs,
    alongMs: dvMs,
    acrossMs: 0,
    confidence: RAISING_SURE,
    kind: "orbit-raising",
    between: [first.epochMs, last.epochMs],
  };
}

function manoeuvreOf(track: AlongTrack, burn: Burn, confidence: number, across: PlaneChanges): Manoeuvre {
  const next = track.days.findIndex((day) => day > burn.day);
  const after = next < 0 ? track.sets.length - 1 : Math.max(next, 1);
  const [before, behind] = [track.sets[after - 1]!, track.sets[after]!];
  const alongMs = burn.step / METRES_PER_DAY_OF_MS;
  const acrossMs = across.scales[after - 1]! < MIN_ACROSS_SCALES ? 0 : across.acrossMs[after - 1]!;
  return {
    id: before.id,
    name: track.sets.findLast(({ name }) => name !== null)?.name ?? null,
    timeMs: Math.round(burn.day * DAY_MS),
    dvMs: Math.hypot(alongMs, acrossMs),
    alongMs,
    acrossMs,
    confidence,
    kind: kindOf(track, after, alongMs, acrossMs),
    between: [before.epochMs, behind.epochMs],
  };
}

/** Near-synchronous orbits, in revolutions a day; faster than this over the ground, in degrees a day, one moves on. */
const [MIN_SYNCHRONOUS, MAX_SYNCHRONOUS] = [0.9, 1.1];
const MOVING_ON = 0.1;

function kindOf(track: AlongTrack, after: number, alongMs: number, acrossMs: number): ManoeuvreKind {
  const { meanMotionRevPerDay } = track.sets[after]!;
  if (meanMotionRevPerDay < MIN_SYNCHRONOUS || meanMotionRevPerDay > MAX_SYNCHRONOUS) {
    return acrossMs > Math.abs(alongMs) ? "cross-track" : "in-track";
  }
  // The second set on either side: the first may still hold some of the time before.
  const sides = [
    track.sets[Math.max(after - 2, 0)]!,
    track.sets[Math.min(after + 1, track.sets.length - 1)]!,
  ];
  return sides.some((each) => Math.abs(beltDriftDegPerDay(each)) > MOVING_ON)
    ? "relocation"
    : "station-keeping";
}
