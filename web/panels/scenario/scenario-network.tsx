import type { ScenarioAssessment } from "#model/assessment.ts";
import type { Scenario, State } from "#model/scenario.ts";
import { percent } from "../../words/probability.ts";
import { depthsOf } from "../../words/scenario-depths.ts";
import { NetworkEdges } from "./network-edges.tsx";
import { StateBar } from "./state-bar.tsx";
import "./scenario-network.css";

interface ScenarioNetworkProps {
  readonly scenarios: readonly Scenario[];
  readonly assessed: readonly ScenarioAssessment[];
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
}

/** Scenarios from left to right in the order in which they depend on each other. */
export function ScenarioNetwork({ scenarios, assessed, chosen, onChoose }: ScenarioNetworkProps) {
  const depths = depthsOf(scenarios);
  const columns = Math.max(...depths.values()) + 1;
  return (
    <div className="network" style={{ "--columns": columns }}>
      <NetworkEdges scenarios={scenarios} />
      {Array.from({ length: columns }, (_, depth) => (
        <div className="network-column" key={depth}>
          {scenarios
            .filter(({ id }) => depths.get(id) === depth)
            .map((scenario) => (
              <NetworkNode
                key={scenario.id}
                scenario={scenario}
                assessed={assessed}
                isChosen={scenario.id === chosen}
                onChoose={() => onChoose(scenario.id)}
              />
            ))}
        </div>
      ))}
    </div>
  );
}

interface NetworkNodeProps {
  readonly scenario: Scenario;
  readonly assessed: readonly ScenarioAssessment[];
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

function NetworkNode({ scenario, assessed, isChosen, onChoose }: NetworkNodeProps) {
  const one = assessed.find(({ id }) => id === scenario.id);
  const nameOf = (id: string) => assessed.find((other) => other.id === id)?.name ?? id;
  return (
    <article className="network-node" data-node={scenario.id} data-chosen={isChosen || undefined}>
      <button type="button" className="network-name" data-item aria-pressed={isChosen} onClick={onChoose}>
        {scenario.name}
      </button>
      {one && <StateBar states={one.states} />}
      {one?.gates.map(({ on, epsilon, closed, pIfOpen }) => (
        <p key={on} className="network-bond">
          <strong>Gate</strong> on {nameOf(on)}: ε {epsilon}, closed {percent(closed)}; {percent(pIfOpen)}{" "}
          were it open
        </p>
      ))}
      {scenario.influences.map(({ from, when, oddsUp }) => (
        <p key={`${from} ${when}`} className="network-bond">
          odds of rising × {oddsUp} while {nameOf(from)} is {when satisfies State}
        </p>
      ))}
    </article>
  );
}
