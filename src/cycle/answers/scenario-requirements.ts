import type { Day } from "#model/day.ts";
import type { Assessed } from "../assess/assess.ts";
import type { Requirement } from "../assess/report-values.ts";
import { requirements, type Requirements } from "../assess/requirements.ts";

/** What would move one scenario's forecast; levels as the contract carries them, as text. */
export interface ScenarioRequirements extends Omit<Requirements, "reports"> {
  readonly asOf: Day;
  readonly reports: readonly (Omit<Requirement, "level"> & { readonly level: string })[];
}

/** RangeError on an unknown scenario. */
export function scenarioRequirements(assessed: Assessed, scenario: string): ScenarioRequirements {
  const { reports, ...told } = requirements(assessed, scenario);
  return {
    asOf: assessed.assessment.asOf,
    ...told,
    reports: reports.map((report) => ({ ...report, level: String(report.level) })),
  };
}
