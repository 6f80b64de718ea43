import type { OrbitsReply } from "../../src/api/contract.ts";
import type { ElementSet } from "#science/orbits/index.ts";

/** The element set in one place of the columns, with what SGP4 does not read left blank. */
export function elementsAt(orbits: OrbitsReply, place: number): ElementSet {
  return {
    id: orbits.id[place]!,
    name: orbits.name[place]!,
    designator: orbits.designator[place]!,
    epochMs: orbits.epochMs[place]!,
    meanMotionRevPerDay: orbits.meanMotionRevPerDay[place]!,
    eccentricity: orbits.eccentricity[place]!,
    inclinationDeg: orbits.inclinationDeg[place]!,
    raanDeg: orbits.raanDeg[place]!,
    argumentOfPerigeeDeg: orbits.argumentOfPerigeeDeg[place]!,
    meanAnomalyDeg: orbits.meanAnomalyDeg[place]!,
    bstar: orbits.bstar[place]!,
    meanMotionDot: 0,
    meanMotionDDot: 0,
    elementSetNo: null,
    revAtEpoch: null,
    classification: null,
    ephemerisType: 0,
  };
}

/** What an object is called: its name, its designator or its number. */
export function objectName(orbits: OrbitsReply, place: number): string {
  return orbits.name[place] ?? orbits.designator[place] ?? `object ${orbits.id[place]}`;
}

/** Places of the objects whose number or designator is, or whose name contains, what was typed; the best first. */
export function findObjects(orbits: OrbitsReply, typed: string, most: number): number[] {
  const wanted = typed.trim().toUpperCase();
  if (wanted === "") return [];
  const exact: number[] = [];
  const partial: number[] = [];
  orbits.id.forEach((id, place) => {
    if (String(id) === wanted || orbits.designator[place] === wanted) exact.push(place);
    else if (orbits.name[place]?.toUpperCase().includes(wanted)) partial.push(place);
  });
  return [...exact, ...partial].slice(0, most);
}

const EARTH_RADIUS_KM = 6378.135;
const MU_KM3_PER_S2 = 398_600.8;

/** Heights of perigee and apogee over the equator's radius, from mean elements. */
export function heightsKm(
  meanMotionRevPerDay: number,
  eccentricity: number,
): [perigee: number, apogee: number] {
  const radiansPerSecond = (meanMotionRevPerDay * 2 * Math.PI) / 86_400;
  const axis = Math.cbrt(MU_KM3_PER_S2 / radiansPerSecond ** 2);
  return [axis * (1 - eccentricity) - EARTH_RADIUS_KM, axis * (1 + eccentricity) - EARTH_RADIUS_KM];
}
