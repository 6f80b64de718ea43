import type { ScenarioAssessment } from "#model/assessment.ts";

/** How far the count of a scenario's rule has come, and how much of its window nobody has looked at: what decides it. */
export function countOfRule({ counted }: ScenarioAssessment): string {
  const { stories, critical, withinMonths, unseenMonths } = counted;
  const text = `the rule that decides it has counted ${stories} within ${withinMonths} months and needs ${critical}`;
  return unseenMonths < 0.5
    ? text
    : `${text}; at ${unseenMonths.toFixed(1)} of these months nobody has looked yet`;
}
