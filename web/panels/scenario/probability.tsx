import type { ScenarioAssessment } from "#model/assessment.ts";
import { openLayer } from "../../address/use-address.ts";
import { interval } from "#model/percent.ts";
import { percent } from "../../words/probability.ts";
import "./probability.css";

type Judged = Pick<ScenarioAssessment, "id" | "name" | "p" | "low" | "high" | "words">;

interface ProbabilityProps {
  readonly scenario: Judged;
  readonly size?: "large" | "inline";
}

/** `34 % (22–47) unlikely`: number, interval and words together; the number opens its derivation. */
export function Probability({ scenario, size = "inline" }: ProbabilityProps) {
  const { id, name, p, low, high, words } = scenario;
  return (
    <span className="probability" data-size={size}>
      <button
        type="button"
        className="probability-number"
        data-item
        title="Open the derivation"
        aria-label={`${name}: ${percent(p)}, between ${interval(low, high)}, ${words}. Open the derivation.`}
        onClick={() => openLayer({ kind: "scenario", id })}
      >
        <span className="probability-p">{percent(p)}</span>{" "}
        <span className="probability-bounds">({interval(low, high)})</span>
      </button>{" "}
      <span className="probability-words">{words}</span>
    </span>
  );
}
