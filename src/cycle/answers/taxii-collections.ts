import type { Watch } from "#model/watch.ts";
import { headUnder, withheldInWords } from "#model/release.ts";
import type { Offer } from "../release/stix/observations-offered.ts";
import { versionOf } from "../release/stix/stix-object.ts";
import { type ObjectsAsked, selectObjects } from "../release/taxii/select-objects.ts";
import type { StixOffers } from "./stix-offers.ts";

export type { ObjectsAsked } from "../release/taxii/select-objects.ts";

const STIX = "application/stix+json;version=2.1";
/** TAXII wants random UUIDs for its collections; these were drawn once. */
const IDS = {
  observations: "29eb2107-68af-420d-8e9c-030592bcf824",
  warnings: "9e9e02c0-2fcc-4090-8f38-b19424a98726",
} as const;
const NOUNS = { observations: "observation", warnings: "change" } as const;

export type TaxiiCollection = ReturnType<typeof collectionOf>;

/** The collections of a TAXII server, each with what it is and what it answers. */
export function taxiiCollections(watch: Watch, offers: StixOffers) {
  return (["observations", "warnings"] as const).map((name) => collectionOf(name, watch, offers));
}

function collectionOf(name: keyof typeof IDS, watch: Watch, { ceiling, ...offers }: StixOffers) {
  const { offered, withheld }: Offer = offers[name];
  const leftOut = withheld === 0 ? "" : ` ${withheldInWords(withheld, NOUNS[name], ceiling)}.`;
  return {
    about: {
      ...{ id: IDS[name], alias: name, title: `${headUnder(ceiling, watch).name}: ${name}` },
      description: `Marked up to ${ceiling}.${leftOut}`,
      ...{ can_read: true, can_write: false, media_types: [STIX] },
    },
    page: (asked: ObjectsAsked) => {
      const { objects, next } = selectObjects(offered, asked);
      const more = next === null ? {} : { more: true, next };
      const [first, last] = [objects.at(0)?.addedAt, objects.at(-1)?.addedAt];
      const told = objects.map(({ object, addedAt }) => ({
        ...{ id: object.id, date_added: addedAt, version: versionOf(object), media_type: STIX },
      }));
      return {
        // An empty envelope has no members at all (TAXII 2.1, 3.7).
        envelope: objects.length === 0 ? {} : { ...more, objects: objects.map(({ object }) => object) },
        manifest: objects.length === 0 ? {} : { ...more, objects: told },
        versions: objects.length === 0 ? {} : { ...more, versions: told.map(({ version }) => version) },
        dates: { first, last },
      };
    },
  };
}
