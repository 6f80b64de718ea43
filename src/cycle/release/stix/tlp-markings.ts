import { MARKINGS } from "#model/observation.ts";
import type { Marking, StixObject } from "./stix-object.ts";

/** The extension by which STIX 2.1 says TLP 2.0, and the ids of its markings: fixed by OASIS (cti-stix-common-objects). */
const EXTENSION = "extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d";
const IDS: Record<Marking, string> = {
  "TLP:CLEAR": "marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487",
  "TLP:GREEN": "marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb",
  "TLP:AMBER": "marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421",
  "TLP:AMBER+STRICT": "marking-definition--939a9414-2ddd-4d32-a0cd-375ea402b003",
  "TLP:RED": "marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1",
};

/** What an object that is marked so refers to. */
export function markedAs(marking: Marking) {
  return { object_marking_refs: [IDS[marking]] };
}

/** The definitions of the markings those objects refer to. */
export function markingsOf(objects: readonly StixObject[]): StixObject[] {
  const used = new Set(objects.flatMap(({ object_marking_refs: refs }) => (refs ?? []) as readonly string[]));
  return MARKINGS.filter((marking) => used.has(IDS[marking])).map((name) => ({
    ...{ type: "marking-definition", spec_version: "2.1", id: IDS[name] },
    created: "2022-10-01T00:00:00.000Z",
    name,
    extensions: {
      [EXTENSION]: { extension_type: "property-extension", tlp_2_0: name.slice(4).toLowerCase() },
    },
  }));
}
