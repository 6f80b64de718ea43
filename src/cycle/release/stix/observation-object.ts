import type { ObservationLife } from "#model/observation-life.ts";
import { isEvidenceLink, type Observation } from "#model/observation.ts";
import { confidenceOf, gradeReference } from "./admiralty.ts";
import { hasCoordinates, identityId, locationId } from "./named-objects.ts";
import { extended } from "./own-objects.ts";
import { type IdOf, startOf, type StixObject } from "./stix-object.ts";
import { markedAs } from "./tlp-markings.ts";

/** Intrusions into computers are what STIX means by an incident; all else that is said to have happened is a report. */
const INCIDENTS = new Set(["cyber", "intrusion"]);

export function observationId({ id, kind }: Pick<Observation, "id" | "kind">, idOf: IdOf): string {
  return idOf(INCIDENTS.has(kind) ? "incident" : "report", `observation/${id}`);
}

/** What was observed, as an incident or a report. */
export function observationObject(life: ObservationLife, idOf: IdOf): StixObject {
  const { observation, createdAt, changedAt, withdrawn } = life;
  const { claim, stream, kind, grade, attribution, marking, knownAt } = observation;
  const id = observationId(observation, idOf);
  const [type = ""] = id.split("--");
  const common = {
    ...{ type, spec_version: "2.1" as const, id, created_by_ref: idOf("identity", "tocsin") },
    ...{ created: createdAt, modified: changedAt, ...(withdrawn && { revoked: true }) },
    labels: [stream, kind, ...(attribution === undefined ? [] : [`attribution: ${attribution}`])],
    ...confidenceOf(grade),
    external_references: referencesOf(observation),
    ...markedAs(marking),
    ...{ name: claim, description: describe(observation) },
    ...extended(idOf, propertiesOf(observation)),
  };
  if (type === "incident") return common;
  return { ...common, published: startOf(knownAt), object_refs: refsOf(observation, idOf) };
}

function referencesOf({ id, source, grade }: Observation) {
  const url = isEvidenceLink(source) && URL.canParse(source.url) ? { url: source.url } : {};
  const named = { source_name: source.name || "unnamed source", description: "where it was read", ...url };
  return [named, gradeReference(grade), { source_name: "Tocsin", external_id: id }];
}

/** A report must be about something: about its sayer where it names nobody and no place. */
function refsOf({ actors, place }: Observation, idOf: IdOf): string[] {
  const refs = [
    ...actors.map((actor) => identityId(actor.id, idOf)),
    ...(hasCoordinates(place) ? [locationId(place, idOf)] : []),
  ];
  return refs.length > 0 ? [...new Set(refs)] : [idOf("identity", "tocsin")];
}

function describe(observation: Observation): string {
  const { claim, validFrom, validTo, knownAt, place, attribution, verified, actors } = observation;
  const when = validFrom === validTo ? validFrom : `${validFrom} to ${validTo}`;
  return [
    claim,
    `When: ${when}; public on ${knownAt}.`,
    ...(place === undefined || place.name === "" ? [] : [`Where: ${place.name}.`]),
    ...(actors.length === 0 ? [] : [`Who: ${actors.map(({ id, role }) => `${id} (${role})`).join(", ")}.`]),
    ...(attribution === undefined ? [] : [`Attribution: ${attribution}.`]),
    `Checked against: ${verified || "nothing"}.`,
  ].join("\n");
}

function propertiesOf(observation: Observation) {
  const { stream, kind, validFrom, validTo, precision, knownAt, place, actors } = observation;
  const { attribution, grade, confidence, verified, source, measures, attributes } = observation;
  return {
    ...{ stream, kind, valid_from: validFrom, valid_to: validTo, precision, known_at: knownAt },
    ...(place && { place }),
    ...(actors.length > 0 && { actors }),
    ...(attribution !== undefined && { attribution }),
    ...{ ...grade, confidence, verified, url_kind: source.urlKind },
    ...(Object.keys(measures).length > 0 && { measures }),
    ...(Object.keys(attributes).length > 0 && { attributes }),
  };
}
