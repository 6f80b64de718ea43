import type { PartnershipOnDay } from "#model/partnership.ts";
import { Opens } from "../panels/observation/opens.tsx";
import "./rungs.css";

interface RungsProps {
  readonly rungs: PartnershipOnDay["rungs"];
}

/** What an alliance would show, the more binding the later, and what of it has been seen. */
export function Rungs({ rungs }: RungsProps) {
  if (rungs.length === 0) return null;
  return (
    <section className="panel stack">
      <h2>What an alliance would show</h2>
      <ol className="rungs">
        {rungs.map(({ statement, seen }) => (
          <li key={statement} className="rung" data-seen={seen.length > 0 || undefined}>
            <span className="rung-statement">{statement}</span>
            {seen.length === 0 ? (
              <span className="quiet">not in this record</span>
            ) : (
              <ul className="rung-seen">
                {seen.map((one) => (
                  <li key={one.id}>
                    {one.on} <Opens observation={one.id}>{one.claim}</Opens>
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
      <p className="quiet">The more binding the later; the order is a judgement written down in the watch.</p>
    </section>
  );
}
