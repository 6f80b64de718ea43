import type { Driver } from "#model/assessment.ts";
import { openLayer } from "../../address/use-address.ts";
import { oddsFactor } from "../../words/probability.ts";
import { ShiftBar } from "./shift-bar.tsx";
import "./drivers.css";

/** A bar fills its side at twice the odds, or at what moved more: a slight shift looks slight. */
const FULL_SIDE = Math.LN2;

/** What moved a probability most, strongest first; each opens its indicator. */
export function Drivers({ drivers }: { readonly drivers: readonly Driver[] }) {
  if (drivers.length === 0) return <p className="quiet">Beside that count no indicator moves it.</p>;
  const widest = Math.max(FULL_SIDE, ...drivers.map(({ logOdds }) => Math.abs(logOdds)));
  return (
    <div>
      <h3 className="label">Critical now or within 90 days, beside that count: indicators</h3>
      <ul className="drivers">
        {drivers.map((driver) => (
          <li key={driver.indicator}>
            <button
              type="button"
              className="text-button driver"
              data-item
              onClick={() => openLayer({ kind: "indicator", id: driver.indicator })}
            >
              <span className="driver-statement">{driver.statement}</span>
              <ShiftBar logOdds={driver.logOdds} widest={widest} />
              <span className="driver-factor">{oddsFactor(driver.logOdds)}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
