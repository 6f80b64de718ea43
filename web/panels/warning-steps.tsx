import type { Warning } from "#model/warning.ts";
import "./warning-card.css";

/** How a warning came to stand where it stands, the latest step first. */
export function WarningSteps({ steps }: Pick<Warning, "steps">) {
  return (
    <section>
      <h3 className="label">Steps</h3>
      <ol className="warning-steps">
        {steps.toReversed().map(({ on, from, to, because }) => (
          <li key={`${on} ${to}`}>
            <time>{on}</time>
            <span>
              {from} → <strong>{to}</strong>
              <span className="small warning-because">{because}</span>
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
