import type { Warning } from "#model/warning.ts";
import { unbroken } from "../../words/probability.ts";
import "./warning-card.css";

type Steps = Warning["steps"];

/** Steps shown before the older ones are asked for. */
const RECENT = 5;

/** How a warning came to stand where it stands, the latest step first. */
export function WarningSteps({ steps }: Pick<Warning, "steps">) {
  const latestFirst = steps.toReversed();
  const older = latestFirst.slice(RECENT);
  return (
    <section>
      <h3 className="label">Steps</h3>
      <StepList steps={latestFirst.slice(0, RECENT)} />
      {older.length > 0 && (
        <details>
          <summary>{older.length} earlier</summary>
          <StepList steps={older} />
        </details>
      )}
    </section>
  );
}

function StepList({ steps }: { readonly steps: Steps }) {
  return (
    <ol className="warning-steps">
      {steps.map(({ on, from, to, because }) => (
        <li key={`${on} ${to}`}>
          <time>{on}</time>
          <span>
            {from} → <strong>{to}</strong>
            <span className="small warning-because">{unbroken(because)}</span>
          </span>
        </li>
      ))}
    </ol>
  );
}
