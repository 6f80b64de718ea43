import { type Ceiling, headUnder } from "#model/release.ts";
import type { Watch } from "#model/watch.ts";
import { type IdOf, startOf, type StixObject } from "./stix-object.ts";
import { markedAs } from "./tlp-markings.ts";

const SCHEMA =
  "Of an observation: stream and kind as its watch names them; valid_from to valid_to, the days on which it was true, as exact as precision says; known_at, the day it became public; place; actors by id and role; attribution with its doubt; reliability (A–F) and credibility (1–6) of the Admiralty code; confidence of the analyst; verified, what it was checked against; measures and attributes by name. Of a warning: warning, scenario, state, valid_from, the day it took that state; p90, p90_low, p90_high and within_year, probabilities; expected_from, expected_median and expected_to, the 10, 50 and 90 % quantiles of the day of the critical point, absent where beyond the horizon.";

/** Who says all this: this Tocsin, on its watch where the watch may be named. */
export function ownIdentity(watch: Watch, ceiling: Ceiling, idOf: IdOf): StixObject {
  const at = startOf(watch.writtenOn);
  const { name, question, marking } = headUnder(ceiling, watch);
  return {
    ...{ type: "identity", spec_version: "2.1", id: idOf("identity", "tocsin"), created: at, modified: at },
    ...{ name, identity_class: "system", ...(question !== undefined && { description: question }) },
    ...markedAs(marking),
  };
}

/** The definition of the properties that STIX has no place for. */
export function ownExtension(watch: Watch, idOf: IdOf): StixObject {
  const at = startOf(watch.writtenOn);
  return {
    ...{
      type: "extension-definition",
      spec_version: "2.1",
      id: extensionId(idOf),
      created: at,
      modified: at,
    },
    created_by_ref: idOf("identity", "tocsin"),
    ...{ name: "Tocsin", schema: SCHEMA, version: "1.0.0", extension_types: ["property-extension"] },
    ...markedAs("TLP:CLEAR"),
  };
}

/** Properties of Tocsin's own on an object; undefined ones are left out. */
export function extended(idOf: IdOf, properties: Readonly<Record<string, unknown>>) {
  return { extensions: { [extensionId(idOf)]: { extension_type: "property-extension", ...properties } } };
}

function extensionId(idOf: IdOf): string {
  return idOf("extension-definition", "tocsin");
}
