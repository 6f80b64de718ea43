import type { Driver } from "./assessment.ts";

/** The observations behind drivers, each once with its largest shift, the strongest first; equal shifts by id. */
export function strongestObservations(drivers: readonly Driver[]): Driver["observations"] {
  const sorted = drivers
    .flatMap(({ observations }) => observations)
    .sort((a, b) => Math.abs(b.logOdds) - Math.abs(a.logOdds) || (a.id < b.id ? -1 : 1));
  return sorted.filter(({ id }, i) => sorted.findIndex((one) => one.id === id) === i);
}
