import { leapSeconds } from "#science/earth/index.ts";
import type { ElementSet } from "../elements/element-set.ts";
import { meanOrbit, secularRates } from "../sgp4/mean-orbit.ts";
import { runningScale } from "./running-median.ts";

/**
 * How far along its orbit one object was, against a clock that keeps its median rate: at each epoch a distance and
 * a rate, as the element sets say. A manoeuvre bends the first and steps the second.
 */
export interface AlongTrack {
  readonly sets: readonly ElementSet[];
  readonly days: Float64Array;
  readonly metres: Float64Array;
  readonly metresPerDay: Float64Array;
}

const DAY_MS = 86_400_000;
const RAD = Math.PI / 180;
const EARTH_RADIUS_M = 6_378_135;
const TURN = 2 * Math.PI;
/** Sets closer than this, in days, are one that was issued again. */
const REISSUED_DAYS = 0.02;
/** Near the equator the node is ill-defined, and only its sum with the argument of latitude says where an object is. */
const EQUATORIAL_DEG = 20;

/** The along-track series of one object's element sets, in order of time, without reissues and bad sets. */
export function alongTrack(history: readonly ElementSet[]): AlongTrack {
  let places = withoutReissues(history).map(placeOf);
  for (let pass = 0; pass < CLEANING_PASSES; pass++) {
    const sound = withoutOutliers(places);
    if (sound.length === places.length) break;
    places = sound;
  }
  const rates = Float64Array.from(places, ({ rate }) => rate).sort();
  const clock = rates[rates.length >> 1]!;
  const metresPerRad = places.length > 0 ? places[places.length >> 1]!.axis * EARTH_RADIUS_M : 0;
  const metres = new Float64Array(places.length);
  for (let i = 1; i < places.length; i++) {
    const [a, b] = [places[i - 1]!, places[i]!];
    const gained = mismatch(a, b) + (0.5 * (a.rate + b.rate) - clock) * (b.days - a.days);
    metres[i] = metres[i - 1]! + gained * metresPerRad;
  }
  return {
    sets: places.map(({ elements }) => elements),
    days: Float64Array.from(places, ({ elements }) => elements.epochMs / DAY_MS),
    metres,
    metresPerDay: Float64Array.from(places, ({ rate }) => (rate - clock) * metresPerRad),
  };
}

interface Place {
  readonly elements: ElementSet;
  /** Of time as it passes: a leap second that UTC does not count takes a low orbit seven kilometres on. */
  readonly days: number;
  /** Radians, radians per day, Earth radii. */
  readonly angle: number;
  readonly rate: number;
  readonly axis: number;
}

function withoutReissues(history: readonly ElementSet[]): ElementSet[] {
  const ordered = history.toSorted((a, b) => a.epochMs - b.epochMs);
  return ordered.filter(
    ({ epochMs }, i) => i === 0 || epochMs - ordered[i - 1]!.epochMs > REISSUED_DAYS * DAY_MS,
  );
}

function placeOf(elements: ElementSet): Place {
  const orbit = meanOrbit(elements);
  const { mdot, argpdot, nodedot } = secularRates(orbit);
  const withNode = elements.inclinationDeg < EQUATORIAL_DEG;
  const latitude = (elements.argumentOfPerigeeDeg + elements.meanAnomalyDeg) * RAD;
  return {
    elements,
    days: (elements.epochMs + 1000 * leapSeconds(elements.epochMs)) / DAY_MS,
    angle: latitude + (withNode ? elements.raanDeg * RAD : 0),
    rate: (mdot + argpdot + (withNode ? nodedot : 0)) * 1440,
    axis: orbit.ao,
  };
}

/** By how much the second place is ahead of where the first leads at the mean of both rates, radians within ±π. */
function mismatch(a: Place, b: Place): number {
  const ahead = b.angle - a.angle - 0.5 * (a.rate + b.rate) * (b.days - a.days);
  return ahead - TURN * Math.round(ahead / TURN);
}

const CLEANING_PASSES = 3;
/** A set is bad when it misses both neighbours by this many scales, and they miss each other by far less. */
const BAD_SCALES = 8;
const BETTER = 0.4;
const NOISE_WIDTH = 121;

function withoutOutliers(places: readonly Place[]): Place[] {
  if (places.length < 5) return [...places];
  const links = places.slice(1).map((place, i) => linkOf(places[i]!, place));
  const scales = ([0, 1] as const).map((of) =>
    runningScale(
      Float64Array.from(links, (link) => link[of]),
      NOISE_WIDTH,
      1e-9,
    ),
  );
  return places.filter((_, i) => {
    if (i === 0 || i === places.length - 1) return true;
    const around = linkOf(places[i - 1]!, places[i + 1]!);
    return scales.every((scale, of) => {
      const least = Math.min(Math.abs(links[i - 1]![of]!), Math.abs(links[i]![of]!));
      return least <= BAD_SCALES * scale[i]! || Math.abs(around[of]!) >= BETTER * least;
    });
  });
}

function linkOf(a: Place, b: Place): readonly [number, number] {
  return [mismatch(a, b), b.rate - a.rate];
}
