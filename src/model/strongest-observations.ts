import type { ObservationShift, ScenarioAssessment } from "./assessment.ts";

/**
 * The observations behind scenarios, in their indicators and in what their rules have counted: each once with its largest
 * shift, the strongest first. Where more was counted than is needed no single one moves anything; they are told all the same.
 */
export function strongestObservations(
  scenarios: readonly Pick<ScenarioAssessment, "drivers" | "counted">[],
): ObservationShift[] {
  const sorted = scenarios
    .flatMap(({ drivers, counted }) => [
      ...drivers.flatMap(({ observations }) => observations),
      ...(counted.cases ?? []),
    ])
    .sort((a, b) => Math.abs(b.logOdds) - Math.abs(a.logOdds));
  return sorted.filter(({ id }, i) => sorted.findIndex((one) => one.id === id) === i);
}
