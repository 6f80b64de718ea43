import type { ObservationLife } from "#model/observation-life.ts";
import { MARKINGS } from "#model/observation.ts";
import { type Ceiling, releaseUnder } from "#model/release.ts";
import type { Watch } from "#model/watch.ts";
import { hasCoordinates, identityId, identityOf, locationId, locationOf } from "./named-objects.ts";
import { observationObject } from "./observation-object.ts";
import { ownExtension, ownIdentity } from "./own-objects.ts";
import { relationshipsOf } from "./relationships.ts";
import { type IdOf, type Marking, type Offered, startOf, type StixObject } from "./stix-object.ts";

export interface Offer {
  readonly offered: readonly Offered[];
  readonly withheld: number;
}

/**
 * The observations that may leave as STIX objects, with whom and where they name and what ties them; and the identity
 * that says so. Whom or where only what stays behind names stays behind too.
 */
export function observationsOffered(
  lives: readonly ObservationLife[],
  { watch, idOf, ceiling }: { readonly watch: Watch; readonly idOf: IdOf; readonly ceiling: Ceiling },
): Offer {
  const { released, withheld } = releaseUnder(ceiling, lives, ({ observation }) => observation.marking);
  const leaving = new Map(released.map((life) => [life.observation.id, life]));
  const told = released.flatMap((life) =>
    [observationObject(life, idOf), ...relationshipsOf(life, leaving, idOf)].map((object) => ({
      object,
      addedAt: life.changedAt,
    })),
  );
  const own = [ownIdentity(watch, ceiling, idOf), ownExtension(watch, idOf)];
  const since = startOf(watch.writtenOn);
  return {
    offered: [
      ...own.map((object) => ({ object, addedAt: since })),
      ...namedIn(released, watch, idOf),
      ...told,
    ],
    withheld,
  };
}

interface Named {
  readonly marking: Marking;
  readonly addedAt: string;
  readonly make: (marking: Marking) => StixObject;
}

/** Actors and places, each as free and as early as the freest and the earliest observation that names it. */
function namedIn(lives: readonly ObservationLife[], watch: Watch, idOf: IdOf): Offered[] {
  const named = new Map<string, Named>();
  const add = (id: string, { observation, createdAt }: ObservationLife, make: Named["make"]) => {
    const before = named.get(id) ?? { marking: observation.marking, addedAt: createdAt };
    const marking = freest(before.marking, observation.marking);
    named.set(id, { marking, addedAt: before.addedAt < createdAt ? before.addedAt : createdAt, make });
  };
  for (const life of lives) {
    const { actors, place } = life.observation;
    for (const { id } of actors)
      add(identityId(id, idOf), life, (marking) => identityOf(id, marking, watch, idOf));
    if (hasCoordinates(place))
      add(locationId(place, idOf), life, (marking) => locationOf(place, marking, watch, idOf));
  }
  return [...named.values()].map(({ marking, addedAt, make }) => ({ object: make(marking), addedAt }));
}

function freest(a: Marking, b: Marking): Marking {
  return MARKINGS.indexOf(a) < MARKINGS.indexOf(b) ? a : b;
}
