import type { WatchReply } from "../../src/api/contract.ts";
import type { Assessment } from "#model/assessment.ts";
import { Link } from "../address/link.tsx";
import { openLayer } from "../address/use-address.ts";
import { unknowns } from "../words/unknowns.ts";
import "./unknowns.css";

interface UnknownsProps {
  readonly assessment: Assessment;
  readonly watch: WatchReply;
}

/** What is not known, said as plainly as what is. */
export function Unknowns({ assessment, watch }: UnknownsProps) {
  const blind = assessment.indicators.filter(({ level }) => level === "unknown");
  return (
    <section className="panel stack">
      <h2>What is unknown</h2>
      <ul className="unknown-list">
        {unknowns(assessment, watch).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {blind.length > 0 && (
        <ul className="blind">
          {blind.slice(0, 4).map(({ id, statement }) => (
            <li key={id}>
              <span className="hatched">unknown</span>
              <button
                type="button"
                className="text-button"
                data-item
                onClick={() => openLayer({ kind: "indicator", id })}
              >
                {statement}
              </button>
            </li>
          ))}
        </ul>
      )}
      <p>
        <Link to="/requirements">What to look at next</Link>
      </p>
    </section>
  );
}
