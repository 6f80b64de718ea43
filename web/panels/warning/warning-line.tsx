import type { ScenarioAssessment } from "#model/assessment.ts";
import type { Warning } from "#model/warning.ts";
import { Link } from "../../address/link.tsx";
import type { Day } from "#model/day.ts";
import { expectedText } from "../../words/crossing.ts";
import { percent } from "../../words/probability.ts";
import { WarningStateMark } from "./warning-state-mark.tsx";

interface WarningLineProps {
  readonly warning: Warning;
  readonly scenario: ScenarioAssessment | undefined;
  readonly asOf: Day;
}

/** A warning in one line: state, scenario, when the critical point is expected, signal. */
export function WarningLine({ warning, scenario, asOf }: WarningLineProps) {
  return (
    <li className="warning-line">
      <WarningStateMark state={warning.state} />
      <div>
        <Link to="/warnings" params={{ warning: warning.id }} data-item>
          {scenario?.name ?? warning.scenario}
        </Link>
        <p className="quiet">
          {expectedText(warning, asOf, scenario)}; {percent(warning.signal)} now or within 90 days,{" "}
          {percent(warning.withinYear)} within a year
        </p>
      </div>
    </li>
  );
}
