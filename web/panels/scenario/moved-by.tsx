import type { ObservationShift } from "#model/assessment.ts";
import { oddsFactor } from "../../words/probability.ts";
import { ObservationName } from "../observation/observation-name.tsx";
import "./moved-by.css";

/** Below this factor on the odds a single case is not worth a line. */
const LEAST_FACTOR = 1.05;

/** The cases that moved a probability most; each opens. Where no single one does, those that it rests on together. */
export function MovedBy({ cases }: { readonly cases: readonly ObservationShift[] }) {
  const moving = cases.filter(({ logOdds }) => Math.abs(logOdds) >= Math.log(LEAST_FACTOR));
  return (
    <div>
      <h3 className="label">Moved most by</h3>
      {moving.length === 0 && (
        <p className="quiet">
          {cases.length === 0
            ? "No single case moves it."
            : "No single case moves it; it rests on these and others."}
        </p>
      )}
      {cases.length > 0 && (
        <ul className="moved-by">
          {(moving.length > 0 ? moving : cases).map(({ id, logOdds }) => (
            <li key={id}>
              <ObservationName id={id} />{" "}
              {moving.length > 0 && <span className="quiet">{oddsFactor(logOdds)}</span>}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
