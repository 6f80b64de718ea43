import type { Estate } from "#model/estate.ts";
import type { KnownStories, ToldStory } from "#model/story-count.ts";
import type { Threat } from "#model/threat.ts";
import { lostWith, type Structure } from "#science/exposure/index.ts";
import { estateStructure } from "./estate-structure.ts";
import {
  openExposures,
  safeguardsWorth,
  type OpenExposure,
  type SafeguardWorth,
  type ThreatToEstate,
} from "./open-exposures.ts";
import { serviceCuts, type ServiceExposure } from "./service-cuts.ts";
import { doneTo, type ThreatSeen } from "./sightings.ts";
import { struckParts } from "./struck-parts.ts";

/** What stops when everything that one supplier could reach is lost, and what was done to that supplier. */
export interface SupplierExposure {
  readonly id: string;
  readonly parts: readonly string[];
  readonly stops: readonly string[];
  /** Null where the estate does not say who in the watch it is. */
  readonly doneTo: readonly ToldStory[] | null;
}

/** What an operator's estate could lose, by what, and what stands against it. */
export interface EstateExposure {
  readonly services: readonly ServiceExposure[];
  readonly suppliers: readonly SupplierExposure[];
  readonly threats: readonly ThreatToEstate[];
  readonly open: readonly OpenExposure[];
  readonly safeguards: readonly SafeguardWorth[];
}

/** Holds an estate against the threats of a watch and what was known of them. */
export function estateExposure(
  estate: Estate,
  threats: readonly Threat[],
  seen: readonly ThreatSeen[],
  known: KnownStories,
): EstateExposure {
  const structure = estateStructure(estate);
  const struck = threats.map((threat) => ({ id: threat.id, parts: struckParts(threat, estate, structure) }));
  const open = openExposures(struck, new Map(seen.map((one) => [one.id, one])));
  return {
    services: serviceCuts(estate, structure),
    suppliers: estate.suppliers.map((supplier) => ({
      ...reachOf(supplier.id, estate, structure),
      doneTo: supplier.actor === undefined ? null : doneTo(supplier.actor, threats, known),
    })),
    threats: struck,
    open,
    safeguards: safeguardsWorth(open),
  };
}

function reachOf(id: string, { parts, services }: Estate, structure: Structure) {
  const reached = parts.filter(({ suppliers }) => suppliers.includes(id)).map((part) => part.id);
  const lost = lostWith(structure, reached);
  return { id, parts: reached, stops: services.map((service) => service.id).filter((one) => lost.has(one)) };
}
