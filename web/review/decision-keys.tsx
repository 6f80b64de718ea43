import { type Decision, DECISIONS } from "./decisions.ts";

interface DecisionKeysProps {
  readonly isDecided: boolean;
  readonly onDecide: (decision: Decision) => void;
  readonly onCorrect: () => void;
}

/** What can be decided on a report, each with its key. */
export function DecisionKeys({ isDecided, onDecide, onCorrect }: DecisionKeysProps) {
  if (isDecided) {
    return (
      <p className="report-keys">
        <button type="button" className="button" onClick={() => onDecide({ verdict: "undone" })}>
          Take back <kbd>u</kbd>
        </button>
      </p>
    );
  }
  return (
    <p className="report-keys">
      {DECISIONS.map(({ key, name, decision }) => (
        <button key={key} type="button" className="button" onClick={() => onDecide(decision)}>
          {name} <kbd>{key}</kbd>
        </button>
      ))}
      <button type="button" className="button" onClick={onCorrect}>
        Correct <kbd>c</kbd>
      </button>
    </p>
  );
}
