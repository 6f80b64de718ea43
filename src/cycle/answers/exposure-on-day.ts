import type { Day } from "#model/day.ts";
import type { Estate } from "#model/estate.ts";
import { storiesKnown } from "#model/story-count.ts";
import type { Threat, Threats } from "#model/threat.ts";
import { estateExposure, type EstateExposure } from "../assess/exposure/estate-exposure.ts";
import { threatSeen, type ThreatSeen } from "../assess/exposure/sightings.ts";
import { knownToJudge } from "../known-to-judge.ts";
import type { World } from "../world.ts";

/** What is done to space systems, and what of it an operator's own would lose. */
export interface ExposureOnDay {
  readonly asOf: Day;
  readonly catalogue: Threats["catalogue"];
  readonly safeguards: Threats["safeguards"];
  readonly threats: readonly (Omit<Threat, "seen"> & ThreatSeen)[];
  /** Null where no estate was named. */
  readonly estate: { readonly told: Estate; readonly exposure: EstateExposure } | null;
}

/** Exposure as known by a day; null where the watch names no threats. */
export async function exposureOnDay(
  { watch, store, estate }: World,
  asOf: Day,
): Promise<ExposureOnDay | null> {
  if (watch.threats === null) return null;
  const { catalogue, safeguards, threats } = watch.threats;
  const recorded = await knownToJudge(store, asOf);
  const known = storiesKnown(
    recorded.map(({ observation }) => observation),
    asOf,
  );
  const seen = threats.map((threat) => threatSeen(threat, known, watch.record, asOf));
  return {
    asOf,
    catalogue,
    safeguards,
    threats: threats.map(({ seen: _query, ...threat }, i) => ({ ...threat, ...seen[i]! })),
    estate: estate ? { told: estate, exposure: estateExposure(estate, threats, seen, known) } : null,
  };
}
