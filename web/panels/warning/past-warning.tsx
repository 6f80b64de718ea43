import type { WarningsReply } from "../../../src/api/contract.ts";
import { longDay } from "../../words/dates.ts";
import { Acknowledgements } from "./acknowledgements.tsx";
import { ClientsTold } from "./clients-told.tsx";
import { WarningStateMark } from "./warning-state-mark.tsx";
import { WarningSteps } from "./warning-steps.tsx";

interface PastWarningProps {
  readonly warning: WarningsReply["warnings"][number];
  readonly name: string;
}

/** A warning that is over, in one line; its steps unfold. */
export function PastWarning({ warning, name }: PastWarningProps) {
  return (
    <details className="past-warning">
      <summary>
        <WarningStateMark state={warning.state} /> <strong>{name}</strong>{" "}
        <span className="quiet">
          {longDay(warning.openedOn)} to {longDay(warning.changedOn)}
        </span>
      </summary>
      <div className="warning-columns">
        <WarningSteps steps={warning.steps} />
        <div className="stack">
          <Acknowledgements warning={warning.id} given={warning.acknowledgements} />
          <ClientsTold notices={warning.notices} />
        </div>
      </div>
    </details>
  );
}
