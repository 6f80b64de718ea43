import type { Assessment } from "#model/assessment.ts";
import { Link } from "../../address/link.tsx";
import { gravestFirst, isOpen } from "../../words/gravity.ts";
import { WarningLine } from "./warning-line.tsx";

/** Warnings somebody has to know about, gravest first. */
export function ActiveWarnings({ assessment }: { readonly assessment: Assessment }) {
  const active = gravestFirst(assessment.warnings.filter(isOpen));
  return (
    <section className="panel stack">
      <h2>Active warnings</h2>
      {active.length === 0 ? (
        <p className="quiet">
          None. The next one is raised when a critical point becomes likelier than not within a year.{" "}
          <Link to="/warnings">Past warnings</Link>
        </p>
      ) : (
        <ul className="warning-lines">
          {active.map((warning) => (
            <WarningLine
              key={warning.id}
              warning={warning}
              scenario={assessment.scenarios.find(({ id }) => id === warning.scenario)}
              asOf={assessment.asOf}
            />
          ))}
        </ul>
      )}
    </section>
  );
}
