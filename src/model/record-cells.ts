import type { Observation } from "./observation.ts";

/** An observation by the columns of a record file: what was read from one reads back the same. */
export const RECORD_CELLS: Readonly<Record<string, (observation: Observation) => string | number>> = {
  id: ({ id }) => id,
  date: ({ validFrom }) => validFrom,
  date_to: ({ validTo }) => validTo,
  precision: ({ precision }) => precision,
  known_on: ({ knownAt }) => knownAt,
  kind: ({ kind }) => kind,
  claim: ({ claim }) => claim,
  actors: ({ actors }) => actors.map(({ id, role }) => `${id}:${role}`).join(";"),
  place: ({ place }) => place?.name ?? "",
  lat: ({ place }) => place?.lat ?? "",
  lon: ({ place }) => place?.lon ?? "",
  source: ({ source }) => source.name,
  url: ({ source }) => source.url,
  url_kind: ({ source }) => source.urlKind,
  reliability: ({ grade }) => grade.reliability,
  credibility: ({ grade }) => grade.credibility,
  confidence: ({ confidence }) => confidence,
  attribution: ({ attribution }) => attribution ?? "",
  verified: ({ verified }) => verified,
  marking: ({ marking }) => marking,
  links: ({ links }) => links.map(({ relation, to }) => `${relation}=${to}`).join(";"),
};
