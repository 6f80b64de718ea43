import type { Assessment } from "#model/assessment.ts";
import { Link } from "../address/link.tsx";
import { WarningLine } from "./warning-line.tsx";

const WEIGHT = { critical: 0, warning: 1, watch: 2, quiet: 3, resolved: 4 };

/** Warnings somebody has to know about, gravest first. */
export function ActiveWarnings({ assessment }: { readonly assessment: Assessment }) {
  const active = assessment.warnings
    .filter(({ state }) => state !== "quiet" && state !== "resolved")
    .sort((a, b) => WEIGHT[a.state] - WEIGHT[b.state]);
  const nameOf = (id: string) => assessment.scenarios.find((scenario) => scenario.id === id)?.name ?? id;
  return (
    <section className="panel stack">
      <h2>Active warnings</h2>
      {active.length === 0 ? (
        <p className="quiet">
          None. The next one is raised when a critical point becomes likely within 90 days.{" "}
          <Link to="/warnings">Past warnings</Link>
        </p>
      ) : (
        <ul className="warning-lines">
          {active.map((warning) => (
            <WarningLine
              key={warning.id}
              warning={warning}
              name={nameOf(warning.scenario)}
              asOf={assessment.asOf}
            />
          ))}
        </ul>
      )}
    </section>
  );
}
