import { Link } from "../address/link.tsx";
import { openLayer } from "../address/use-address.ts";
import { LevelMark } from "../panels/level-mark.tsx";
import { Probability } from "../panels/scenario/probability.tsx";
import type { Law } from "../words/law.ts";

/** What the indicators make of the law, under the scenarios they bear on. */
export function ReadingsPanel({ law }: { readonly law: Law }) {
  if (law.scenarios.length === 0) return null;
  return (
    <section className="panel stack">
      <h2>What it moves</h2>
      <p className="quiet">
        The <Link to="/indicators">indicators</Link> that read the same record, under the{" "}
        <Link to="/scenarios">scenarios</Link> they bear on, each with its probability of being critical.
      </p>
      {law.scenarios.map((scenario) => (
        <div key={scenario.id} className="stack">
          <h3>{scenario.name}</h3>
          <Probability scenario={scenario} />
          <Readings law={law} scenario={scenario} />
        </div>
      ))}
    </section>
  );
}

interface ReadingsProps {
  readonly law: Law;
  readonly scenario: Law["scenarios"][number];
}

function Readings({ law, scenario: { id: scenario, name } }: ReadingsProps) {
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={`Indicators of ${name} that read the law`}>
      <table>
        <thead>
          <tr>
            <th scope="col">Indicator</th>
            <th scope="col">Level</th>
          </tr>
        </thead>
        <tbody>
          {law.indicators
            .filter(({ scenarios }) => scenarios.includes(scenario))
            .map(({ id, statement, level, levelName }) => (
              <tr key={id}>
                <td>
                  <button
                    type="button"
                    className="text-button"
                    data-item
                    onClick={() => openLayer({ kind: "indicator", id })}
                  >
                    {statement}
                  </button>
                </td>
                <td>
                  <LevelMark level={level} name={levelName} />
                </td>
              </tr>
            ))}
        </tbody>
      </table>
    </div>
  );
}
