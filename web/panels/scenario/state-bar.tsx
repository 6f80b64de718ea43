import { STATES, type State } from "#model/scenario.ts";
import { percent } from "../../words/probability.ts";
import "./state-bar.css";

interface StateBarProps {
  readonly states: Readonly<Record<State, number>>;
}

/** The probabilities of dormant, building and critical as one bar, each named where it stands. */
export function StateBar({ states }: StateBarProps) {
  return (
    <div className="state-bar">
      <div className="state-bar-parts" aria-hidden="true">
        {STATES.map((state) => (
          <span key={state} data-state={state} style={{ flexGrow: Math.max(0.002, states[state]) }} />
        ))}
      </div>
      <ul className="state-bar-names">
        {STATES.map((state) => (
          <li key={state} data-state={state}>
            {state} <strong>{percent(states[state])}</strong>
          </li>
        ))}
      </ul>
    </div>
  );
}
