import type { Estate, EstateNeed } from "#model/estate.ts";
import { structureOf, type Need, type Structure } from "#science/exposure/index.ts";

/** An estate as a structure of parts and services that need each other. */
export function estateStructure({ parts, services }: Estate): Structure {
  return structureOf([...parts, ...services].map(({ id, needs }) => ({ id, needs: needs.map(needOf) })));
}

function needOf(need: EstateNeed): Need {
  if (typeof need === "string") return { least: 1, of: [need] };
  return "any" in need ? { least: 1, of: need.any } : need;
}
