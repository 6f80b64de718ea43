import type { Driver } from "./assessment.ts";

/** The observations behind drivers, each once, the one that moved the probability most first. */
export function strongestObservations(drivers: readonly Driver[]): Driver["observations"] {
  const byId = new Map(drivers.flatMap(({ observations }) => observations).map((o) => [o.id, o]));
  return [...byId.values()].sort((a, b) => Math.abs(b.logOdds) - Math.abs(a.logOdds));
}
