import type { Estate, Part } from "#model/estate.ts";
import type { Threat } from "#model/threat.ts";
import { lostWith, type Structure } from "#science/exposure/index.ts";

/** A part that a threat strikes, what stands against it there, and what stops with it. */
export interface StruckPart {
  readonly part: string;
  /** Null where the estate does not say what is in place: unknown, not none. */
  readonly inPlace: readonly string[] | null;
  readonly missing: readonly string[];
  /** Parts struck with it: itself, and where it comes through a supplier, all that the supplier could reach. */
  readonly together: readonly string[];
  /** Services that cannot do without them. */
  readonly atStake: readonly string[];
}

/** What a threat could strike in an estate, the parts with the most at stake first. */
export function struckParts(threat: Threat, estate: Estate, structure: Structure): StruckPart[] {
  const struck = estate.parts.filter((part) => isStruck(threat, part));
  return struck
    .map((part) => {
      const together = threat.through === "supplier" ? suppliedAlike(part, struck) : [part];
      const lost = lostWith(
        structure,
        together.map(({ id }) => id),
      );
      return {
        part: part.id,
        ...standingOf(threat, part),
        together: together.map(({ id }) => id),
        atStake: estate.services.map(({ id }) => id).filter((id) => lost.has(id)),
      };
    })
    .sort((a, b) => b.atStake.length - a.atStake.length || (a.part < b.part ? -1 : 1));
}

/** What comes through a supplier strikes only parts that are said to have one. */
function isStruck({ strikes, through }: Threat, { kind, suppliers }: Part): boolean {
  return strikes.includes(kind) && (through === "part" || suppliers.length > 0);
}

/** The part and all others that one of its suppliers could reach. */
function suppliedAlike(part: Part, parts: readonly Part[]): Part[] {
  return parts.filter(
    (other) => other === part || other.suppliers.some((supplier) => part.suppliers.includes(supplier)),
  );
}

function standingOf({ safeguards }: Threat, part: Part): Pick<StruckPart, "inPlace" | "missing"> {
  const { safeguards: said } = part;
  if (said === undefined) return { inPlace: null, missing: safeguards };
  return {
    inPlace: safeguards.filter((id) => said.includes(id)),
    missing: safeguards.filter((id) => !said.includes(id)),
  };
}
