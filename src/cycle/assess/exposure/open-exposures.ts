import type { ThreatSeen } from "./sightings.ts";
import type { StruckPart } from "./struck-parts.ts";

export interface ThreatToEstate {
  readonly id: string;
  readonly parts: readonly StruckPart[];
}

/** A part on which nothing is said to stand against a threat, and services hang on it. */
export interface OpenExposure {
  readonly threat: string;
  readonly part: string;
  /** Whether the estate says that nothing is in place; otherwise it says nothing. */
  readonly isSaid: boolean;
  readonly oneOf: readonly string[];
  readonly atStake: readonly string[];
}

/** A countermeasure and all the open exposures that it would be the first to stand against. */
export interface SafeguardWorth {
  readonly id: string;
  readonly parts: readonly string[];
  readonly threats: readonly string[];
  readonly atStake: readonly string[];
}

/**
 * Where nothing stands against a threat: what the most services hang on first, then what was seen most often lately.
 * An order, not a risk: nobody knows how likely the operator is to be struck.
 */
export function openExposures(
  threats: readonly ThreatToEstate[],
  seen: ReadonlyMap<string, ThreatSeen>,
): OpenExposure[] {
  const lately = (threat: string) => seen.get(threat)?.recent?.count ?? 0;
  return threats
    .flatMap(({ id, parts }) =>
      parts
        .filter(({ inPlace, atStake }) => (inPlace ?? []).length === 0 && atStake.length > 0)
        .map(({ part, inPlace, missing, atStake }) => ({
          threat: id,
          part,
          isSaid: inPlace !== null,
          oneOf: missing,
          atStake,
        })),
    )
    .sort((a, b) => b.atStake.length - a.atStake.length || lately(b.threat) - lately(a.threat));
}

/** Countermeasures in the order in which they leave the least open: each is judged by what those before it left. */
export function safeguardsWorth(open: readonly OpenExposure[]): SafeguardWorth[] {
  const worth: SafeguardWorth[] = [];
  let left = open;
  while (left.length > 0) {
    const byId = new Map<string, OpenExposure[]>();
    for (const exposure of left) {
      for (const id of exposure.oneOf) byId.set(id, [...(byId.get(id) ?? []), exposure]);
    }
    const [id, closed] = [...byId].reduce((best, next) => (stakes(next[1]) > stakes(best[1]) ? next : best));
    worth.push({
      id,
      parts: distinct(closed.map(({ part }) => part)),
      threats: distinct(closed.map(({ threat }) => threat)),
      atStake: distinct(closed.flatMap(({ atStake }) => atStake)),
    });
    left = left.filter((exposure) => !closed.includes(exposure));
  }
  return worth;
}

function stakes(exposures: readonly OpenExposure[]): number {
  return exposures.reduce((sum, { atStake }) => sum + atStake.length, 0);
}

function distinct(words: readonly string[]): string[] {
  return [...new Set(words)].sort();
}
