import type { WarningState } from "#model/warning.ts";
import "./warning-state-mark.css";

/** The name of a warning's state, framed in its colour. */
export function WarningStateMark({ state }: { readonly state: WarningState }) {
  return (
    <span className="state-mark" data-state={state}>
      {state}
    </span>
  );
}
