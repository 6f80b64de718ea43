import type { Day } from "#model/day.ts";
import type { Observation } from "#model/observation.ts";
import { type Ceiling, releaseUnder } from "#model/release.ts";
import { geoJsonOf } from "../release/geojson.ts";

export { GEOJSON } from "../release/geojson.ts";

/** A FeatureCollection of what may leave and has coordinates; the rest is counted. */
export type PlacedObservations = ReturnType<typeof placedObservations>;

/**
 * Some of all observations of a day. What is withheld is counted over all of them: counted over some, it would tell
 * whoever chooses them by their words what they say.
 */
export function placedObservations(
  some: readonly Observation[],
  {
    all,
    asOf,
    ceiling,
  }: { readonly all: readonly Observation[]; readonly asOf: Day; readonly ceiling: Ceiling },
) {
  const sift = (observations: readonly Observation[]) =>
    releaseUnder(ceiling, observations, ({ marking }) => marking);
  return { ...geoJsonOf(sift(some).released), asOf, ceiling, withheld: sift(all).withheld };
}
