import type { ObservationLife } from "#model/observation-life.ts";
import { strictestMarking } from "#model/observation.ts";
import { hasCoordinates, identityId, locationId } from "./named-objects.ts";
import { observationId } from "./observation-object.ts";
import type { IdOf, Marking, StixObject } from "./stix-object.ts";
import { markedAs } from "./tlp-markings.ts";

/**
 * Who took part, where it was, and what it is tied to among what leaves as well. All are `related-to`, the role and the
 * doubt in words: `attributed-to` and `targets` would be read without the doubt.
 */
export function relationshipsOf(
  life: ObservationLife,
  leaving: ReadonlyMap<string, ObservationLife>,
  idOf: IdOf,
): StixObject[] {
  const { observation } = life;
  const { id, actors, place, attribution, marking, links } = observation;
  const tie = tying(life, idOf);
  const doubt = attribution === undefined ? "" : `; attribution: ${attribution}`;
  const told = links.flatMap(({ relation, to }) => {
    const other = leaving.get(to)?.observation;
    if (other === undefined || to === id) return [];
    const strictest = strictestMarking([marking, other.marking]);
    return [tie(`${relation}/${to}`, observationId(other, idOf), relation, strictest)];
  });
  return unique([
    ...actors.map((actor) =>
      tie(`${actor.role}/${actor.id}`, identityId(actor.id, idOf), `${actor.role}${doubt}`, marking),
    ),
    ...(hasCoordinates(place) ? [tie("place", locationId(place, idOf), "place", marking)] : []),
    ...told,
  ]);
}

function tying({ observation, createdAt, changedAt, withdrawn }: ObservationLife, idOf: IdOf) {
  return (name: string, target: string, description: string, marking: Marking): StixObject => ({
    ...{ type: "relationship", spec_version: "2.1", id: idOf("relationship", `${observation.id}/${name}`) },
    created_by_ref: idOf("identity", "tocsin"),
    ...{ created: createdAt, modified: changedAt, ...(withdrawn && { revoked: true }) },
    relationship_type: description === "same-copy" ? "duplicate-of" : "related-to",
    description,
    ...{ source_ref: observationId(observation, idOf), target_ref: target },
    ...markedAs(marking),
  });
}

function unique(objects: readonly StixObject[]): StixObject[] {
  return [...new Map(objects.map((object) => [object.id, object])).values()];
}
