import type { ElementSet } from "../elements/element-set.ts";
import type { BeltPlace, BeltTrack } from "./belt-track.ts";
import { beltTracks } from "./belt-track.ts";
import { companionsIn, type Companions } from "./companions.ts";
import { neighboursOf, type Neighbour } from "./neighbours.ts";
import { staysOf, type Stay } from "./stays.ts";

/** An object that kept a longitude, or that drifted as one with another; times UTC in milliseconds since 1970. */
export interface Visit {
  readonly id: number;
  readonly name: string;
  /** A tow is seen from the object that came; what it took along was `towed`. */
  readonly kind: "stay" | "together" | "tow" | "towed";
  /** First and last epoch at which it was seen there. */
  readonly fromMs: number;
  readonly toMs: number;
  readonly lonDeg: number;
  /** Last epoch before at which it was elsewhere, and first after; null where the history does not say. */
  readonly arrivedAfterMs: number | null;
  readonly leftBeforeMs: number | null;
  /** Drift on the way there and away, degrees per day, where it was caught under way. */
  readonly arrivalDrift: number | null;
  readonly departureDrift: number | null;
  /** The nearest first. */
  readonly neighbours: readonly Neighbour[];
}

/** What every object of the geostationary belt did, from the element sets of many over time: by object, then by time. */
export function findVisits(elements: readonly ElementSet[]): Visit[] {
  const tracks = beltTracks(elements);
  const stays = tracks.flatMap(staysOf);
  const neighbours = neighboursOf(stays);
  const visits = stays.map((stay, i) => stayVisit(stay, neighbours[i]!));
  return [...visits, ...companionsIn(tracks).flatMap(companionVisits)].sort(
    (a, b) => a.id - b.id || a.fromMs - b.fromMs,
  );
}

/** Slower than this an object is not on its way. */
const UNDER_WAY_RATE = 0.1;

function stayVisit({ track, places, lonDeg, before, after }: Stay, neighbours: readonly Neighbour[]): Visit {
  const drift = (place: BeltPlace | null) =>
    place !== null && Math.abs(place.rate) > UNDER_WAY_RATE ? place.rate : null;
  return {
    id: track.id,
    name: track.name,
    kind: "stay",
    fromMs: places[0]!.epochMs,
    toMs: places.at(-1)!.epochMs,
    lonDeg,
    arrivedAfterMs: before?.epochMs ?? null,
    leftBeforeMs: after?.epochMs ?? null,
    arrivalDrift: drift(before),
    departureDrift: drift(after),
    neighbours,
  };
}

function companionVisits({ mover, other, from, to, minDeg, isTow }: Companions): Visit[] {
  const seenFrom = (track: BeltTrack, companion: BeltTrack, kind: Visit["kind"]): Visit => ({
    id: track.id,
    name: track.name,
    kind,
    fromMs: from.epochMs,
    toMs: to.epochMs,
    lonDeg: from.lonDeg,
    arrivedAfterMs: null,
    leftBeforeMs: null,
    arrivalDrift: null,
    departureDrift: null,
    neighbours: [{ id: companion.id, name: companion.name, minDeg }],
  });
  return [
    seenFrom(mover, other, isTow ? "tow" : "together"),
    seenFrom(other, mover, isTow ? "towed" : "together"),
  ];
}
