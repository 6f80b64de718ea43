import type { Observation } from "#model/observation.ts";
import { RECORD_CELLS } from "#model/record-cells.ts";

export const GEOJSON = "application/geo+json";

type Cells = Readonly<Record<string, string | number>>;

/**
 * Observations as a FeatureCollection (RFC 7946): points by longitude and latitude in WGS 84, with the columns of a record
 * file as properties. Those without coordinates are counted; links to what is not among them are left out.
 */
export function geoJsonOf(observations: readonly Observation[]) {
  const ids = new Set(observations.map(({ id }) => id));
  const features = observations.flatMap((one) => featureOf(one, ids) ?? []);
  return {
    type: "FeatureCollection" as const,
    features,
    withoutCoordinates: observations.length - features.length,
  };
}

function featureOf(observation: Observation, among: ReadonlySet<string>) {
  const { id, stream, place, links, measures, attributes } = observation;
  if (place?.lat === undefined || place.lon === undefined) return null;
  const told = { ...observation, links: links.filter(({ to }) => among.has(to)) };
  const { id: _id, lat: _lat, lon: _lon, ...columns } = RECORD_CELLS;
  const cells = Object.entries(columns).map(([name, cell]) => [name, cell(told)] as const);
  const numbers = Object.entries(measures).map(([name, value]) => [`#${name}`, value] as const);
  const properties: Cells = { stream, ...Object.fromEntries([...cells, ...numbers]), ...attributes };
  return {
    type: "Feature" as const,
    id,
    geometry: { type: "Point" as const, coordinates: [place.lon, place.lat] },
    properties,
  };
}
