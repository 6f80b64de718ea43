import type { Day } from "#model/day.ts";
import type { Observation } from "#model/observation.ts";
import { type Ceiling, releaseUnder } from "#model/release.ts";
import { geoJsonOf } from "../release/geojson.ts";

export { GEOJSON } from "../release/geojson.ts";

/** A FeatureCollection of what may leave and has coordinates; the rest is counted. */
export type PlacedObservations = ReturnType<typeof placedObservations>;

export function placedObservations(observations: readonly Observation[], asOf: Day, ceiling: Ceiling) {
  const { released, withheld } = releaseUnder(ceiling, observations, ({ marking }) => marking);
  return { ...geoJsonOf(released), asOf, ceiling, withheld };
}
