import type { Driver } from "#model/assessment.ts";
import { oddsFactor } from "../../words/probability.ts";
import { ObservationName } from "../observation/observation-name.tsx";
import "./moved-by.css";

/** Below this factor on the odds a single case is not worth a line. */
const LEAST_FACTOR = 1.05;

/** The cases that moved a probability most; each opens. */
export function MovedBy({ cases }: { readonly cases: Driver["observations"] }) {
  const told = cases.filter(({ logOdds }) => Math.abs(logOdds) >= Math.log(LEAST_FACTOR));
  return (
    <div>
      <h3 className="label">Moved most by</h3>
      {told.length === 0 ? (
        <p className="quiet">No single case moves it.</p>
      ) : (
        <ul className="moved-by">
          {told.map(({ id, logOdds }) => (
            <li key={id}>
              <ObservationName id={id} /> <span className="quiet">{oddsFactor(logOdds)}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
