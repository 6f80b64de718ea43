import type { Observation } from "#model/observation.ts";

/** Observations as a table in the layout of a record file: what was read from one reads back the same. */
export function recordCsv(observations: readonly Observation[]): string {
  const measures = namesIn(observations, ({ measures: of }) => of);
  const attributes = namesIn(observations, ({ attributes: of }) => of);
  const heading = [...Object.keys(COLUMNS), ...measures.map((name) => `#${name}`), ...attributes];
  const rows = observations.map((observation) => [
    ...Object.values(COLUMNS).map((cell) => cell(observation)),
    ...measures.map((name) => observation.measures[name] ?? ""),
    ...attributes.map((name) => observation.attributes[name] ?? ""),
  ]);
  return [heading, ...rows].map((row) => row.map(quoted).join(",")).join("\n");
}

const COLUMNS: Readonly<Record<string, (observation: Observation) => string | number>> = {
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

function namesIn(
  observations: readonly Observation[],
  of: (observation: Observation) => Readonly<Record<string, unknown>>,
): string[] {
  return [...new Set(observations.flatMap((observation) => Object.keys(of(observation))))].sort();
}

function quoted(cell: string | number): string {
  const text = String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
