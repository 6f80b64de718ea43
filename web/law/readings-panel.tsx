import type { WatchReply } from "../../src/api/contract.ts";
import { Link } from "../address/link.tsx";
import { openLayer } from "../address/use-address.ts";
import { LevelMark } from "../panels/level-mark.tsx";
import type { Law } from "../words/law.ts";

interface ReadingsPanelProps {
  readonly law: Law;
  readonly watch: WatchReply;
}

/** What the indicators make of the law, and for which scenario. */
export function ReadingsPanel({ law, watch }: ReadingsPanelProps) {
  const nameOf = (id: string) => watch.scenarios.find((one) => one.id === id)?.name ?? id;
  if (law.indicators.length === 0) return null;
  return (
    <section className="panel stack">
      <h2>What it moves</h2>
      <p>
        These <Link to="/indicators">indicators</Link> read the same record, each for its{" "}
        <Link to="/scenarios">scenario</Link>.
      </p>
      <div className="scroll" tabIndex={0} role="region" aria-label="Indicators that read the law">
        <table>
          <thead>
            <tr>
              <th scope="col">Indicator</th>
              <th scope="col">Level</th>
            </tr>
          </thead>
          <tbody>
            {law.indicators.map(({ id, statement, level, levelName, scenarios }) => (
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
                  <br />
                  <span className="small">{scenarios.map(nameOf).join(", ")}</span>
                </td>
                <td>
                  <LevelMark level={level} name={levelName} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
