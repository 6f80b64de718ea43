import type { Observation } from "#model/observation.ts";
import type { Watch } from "#model/watch.ts";
import { type IdOf, type Marking, startOf, type StixObject } from "./stix-object.ts";
import { markedAs } from "./tlp-markings.ts";

type Place = NonNullable<Observation["place"]>;
/** A place that STIX can hold: a location needs coordinates. */
export type PlaceWithCoordinates = Required<Place>;

export function hasCoordinates(place: Observation["place"]): place is PlaceWithCoordinates {
  return place?.lat !== undefined && place.lon !== undefined;
}

export function locationId({ name, lat, lon }: PlaceWithCoordinates, idOf: IdOf): string {
  return idOf("location", `${lat},${lon} ${name}`);
}

export function identityId(actor: string, idOf: IdOf): string {
  return idOf("identity", `actor/${actor}`);
}

/** A place, marked as the least strict observation that names it. */
export function locationOf(
  place: PlaceWithCoordinates,
  marking: Marking,
  watch: Watch,
  idOf: IdOf,
): StixObject {
  return {
    ...made("location", locationId(place, idOf), watch, idOf),
    ...(place.name !== "" && { name: place.name }),
    ...{ latitude: place.lat, longitude: place.lon },
    ...markedAs(marking),
  };
}

/** An actor, marked as the least strict observation that names it. States are organisations here: STIX has no class for them. */
export function identityOf(actor: string, marking: Marking, watch: Watch, idOf: IdOf): StixObject {
  const known = watch.actors.find(({ id }) => id === actor);
  return {
    ...made("identity", identityId(actor, idOf), watch, idOf),
    name: known?.names.en ?? actor,
    identity_class: known === undefined ? "unknown" : "organization",
    ...(known && { roles: [known.kind] }),
    ...(known?.kind === "state" && { sectors: ["government-national"] }),
    external_references: [{ source_name: "Tocsin", external_id: actor }],
    ...markedAs(marking),
  };
}

function made(type: string, id: string, watch: Watch, idOf: IdOf) {
  const at = startOf(watch.writtenOn);
  return {
    ...{ type, spec_version: "2.1" as const, id, created_by_ref: idOf("identity", "tocsin") },
    ...{ created: at, modified: at },
  };
}
