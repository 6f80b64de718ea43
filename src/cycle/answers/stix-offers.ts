import type { Day } from "#model/day.ts";
import { awaitsReview } from "#model/observation.ts";
import type { Ceiling } from "#model/release.ts";
import type { WarningChange } from "#model/warning-change.ts";
import { observationLives } from "#store/index.ts";
import { bundleOf } from "../release/stix/bundle.ts";
import { observationId } from "../release/stix/observation-object.ts";
import { observationsOffered, type Offer } from "../release/stix/observations-offered.ts";
import { markingsOf } from "../release/stix/tlp-markings.ts";
import { warningsOffered } from "../release/stix/warnings-offered.ts";
import { uuid5 } from "../uuid5.ts";
import type { World } from "../world.ts";

/** What may leave as STIX, and how much may not. */
export interface StixOffers {
  readonly asOf: Day;
  readonly ceiling: Ceiling;
  readonly observations: Offer;
  readonly warnings: Offer;
}

/** Observations and changes of warnings up to a day as STIX objects; what a machine read and nobody looked at stays. */
export async function stixOffers(
  { watch, store, release: ceiling = "TLP:CLEAR" }: World,
  asOf: Day,
  changes: readonly WarningChange[],
): Promise<StixOffers> {
  const idOf = (type: string, name: string) => `${type}--${uuid5(`${watch.id}/${type}/${name}`)}`;
  const lives = (await observationLives(store, asOf)).filter(({ observation }) => !awaitsReview(observation));
  const observations = observationsOffered(lives, { watch, idOf, ceiling });
  const offered = new Set(observations.offered.map(({ object }) => object.id));
  const ids = new Map(lives.map(({ observation }) => [observation.id, observationId(observation, idOf)]));
  const refOf = (observation: string) => {
    const id = ids.get(observation);
    return id !== undefined && offered.has(id) ? id : undefined;
  };
  const warnings = warningsOffered(changes, { watch, idOf, ceiling, refOf });
  return { asOf, ceiling, observations: withMarkings(observations), warnings: withMarkings(warnings) };
}

/** A collection holds what its objects refer to. */
function withMarkings({ offered, withheld }: Offer): Offer {
  const markings = markingsOf(offered.map(({ object }) => object));
  return {
    offered: [...markings.map((object) => ({ object, addedAt: object.created })), ...offered],
    withheld,
  };
}

/** All of it as one bundle, the same for the same day and store. */
export function stixBundle({ watch }: World, { asOf, ceiling, observations, warnings }: StixOffers) {
  const id = `bundle--${uuid5(`${watch.id}/bundle/${asOf}/${ceiling}`)}`;
  return bundleOf(id, [...observations.offered, ...warnings.offered]);
}
