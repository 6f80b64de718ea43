import type { Warning } from "#model/warning.ts";
import { Link } from "../address/link.tsx";
import { longMonth } from "../words/dates.ts";
import { percent } from "../words/probability.ts";
import { WarningStateMark } from "./warning-state-mark.tsx";

interface WarningLineProps {
  readonly warning: Warning;
  readonly name: string;
}

/** A warning in one line: state, scenario, when the critical point is expected, signal. */
export function WarningLine({ warning, name }: WarningLineProps) {
  return (
    <li className="warning-line">
      <WarningStateMark state={warning.state} />
      <span>
        <Link to="/warnings" params={{ warning: warning.id }} data-item>
          {name}
        </Link>
        <span className="quiet">
          {" "}
          critical point {expectedText(warning)}; {percent(warning.signal)} within 90 days
        </span>
      </span>
    </li>
  );
}

/** When a warning expects the critical point, as the 10–90 % interval. */
export function expectedText({ state, expected: { from, median, to } }: Pick<Warning, "state" | "expected">): string {
  if (state === "critical") return "reached";
  if (!from) return "not expected within the horizon";
  const late = to ? longMonth(to) : "beyond the horizon";
  return `expected ${longMonth(from)} to ${late}${median ? ` (median ${longMonth(median)})` : ""}`;
}
