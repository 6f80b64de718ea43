import { isEvidenceLink, type Observation } from "#model/observation.ts";

export const GEOJSON = "application/geo+json";

type Place = NonNullable<Observation["place"]>;
type Placed = Observation & { readonly place: Required<Place> };

/** Observations as a FeatureCollection (RFC 7946): points by longitude and latitude in WGS 84; those without are counted. */
export function geoJsonOf(observations: readonly Observation[]) {
  const placed = observations.filter(isPlaced);
  return {
    type: "FeatureCollection" as const,
    features: placed.map(featureOf),
    withoutCoordinates: observations.length - placed.length,
  };
}

function isPlaced({ place }: Observation): boolean {
  return place?.lat !== undefined && place.lon !== undefined;
}

function featureOf(observation: Observation) {
  const { place, source, grade, actors, attribution = null } = observation as Placed;
  const { stream, kind, claim, validFrom, validTo, precision, knownAt, confidence, verified, marking } =
    observation;
  return {
    type: "Feature" as const,
    id: observation.id,
    geometry: { type: "Point" as const, coordinates: [place.lon, place.lat] },
    properties: {
      ...{ stream, kind, claim, validFrom, validTo, precision, knownAt, place: place.name },
      actors: actors.map(({ id, role }) => `${id}:${role}`),
      grade: `${grade.reliability}${grade.credibility}`,
      ...{ confidence, attribution, verified, marking },
      source: source.name,
      url: isEvidenceLink(source) ? source.url : null,
    },
  };
}
