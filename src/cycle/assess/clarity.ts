import type { ScenarioAssessment } from "#model/assessment.ts";
import type { Watch } from "#model/watch.ts";
import { coveredShare } from "./reading/calendar.ts";
import type { Situation } from "./situation.ts";

/** Mean share of the past year in which a scenario's indicators could be observed at all. */
export function observedShare({ known, measured }: Situation, scenario: Watch["scenarios"][number]): number {
  const last = known.monthEnds.at(-1);
  const own = measured.filter(
    ({ indicator }) =>
      !["lag", "lead"].includes(indicator.measure.type) &&
      indicator.bearings.some((b) => b.scenario === scenario.id),
  );
  if (own.length === 0 || last === undefined) return 0;
  const shares = own.map(({ streams }) => coveredShare(known, streams, last - 364, last));
  return shares.reduce((sum, share) => sum + share, 0) / own.length;
}

/** Clear where most indicators are observed and the parameters leave a narrow interval; never a statement of likelihood. */
export function clarityOf(observed: number, intervalWidth: number): ScenarioAssessment["clarity"] {
  if (observed >= 0.75 && intervalWidth <= 0.25) return "high";
  if (observed >= 0.4 && intervalWidth <= 0.6) return "moderate";
  return "low";
}
