import { useMemo } from "react";
import type { WatchReply } from "../../src/api/contract.ts";
import type { RollCall } from "#model/law.ts";
import { AgreementChart } from "../charts/agreement-chart.tsx";
import { count } from "../words/dates.ts";
import type { Law } from "../words/law.ts";

interface AgreementPanelProps {
  readonly law: Law;
  readonly watch: WatchReply;
}

/** Which states vote alike, and how each voted on every text. */
export function AgreementPanel({ law: { rollCalls, agreements }, watch }: AgreementPanelProps) {
  const nameOf = useMemo(() => {
    const names = new Map(watch.actors.map(({ id, names: { en } }) => [id, en]));
    return (id: string) => names.get(id) ?? id;
  }, [watch]);
  if (agreements.length === 0) return null;
  return (
    <section className="panel stack">
      <h2>Who votes with whom</h2>
      <AgreementChart
        agreements={agreements}
        nameOf={nameOf}
        caption={`${count(rollCalls.length, "vote")} from ${rollCalls[0]!.on} to ${rollCalls.at(-1)!.on}: the share in which two states both said yes, no or abstained, of those in which both took part. Texts of one session are alike, so the intervals are rather too narrow.`}
      />
      <details>
        <summary>How each voted, text by text</summary>
        <RollCallTable
          rollCalls={rollCalls}
          states={[...new Set(agreements.flatMap(({ states }) => states))]}
        />
      </details>
    </section>
  );
}

interface RollCallTableProps {
  readonly rollCalls: readonly RollCall[];
  readonly states: readonly string[];
}

function RollCallTable({ rollCalls, states }: RollCallTableProps) {
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label="How each state voted">
      <table className="law-table">
        <thead>
          <tr>
            <th scope="col">Text</th>
            {states.map((state) => (
              <th key={state} scope="col">
                {state}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rollCalls.toReversed().map(({ symbol, title, on, url, said }) => (
            <tr key={symbol}>
              <td>
                <a href={url} rel="noreferrer noopener" target="_blank">
                  {symbol}
                </a>{" "}
                {title} <span className="small">{on}</span>
              </td>
              {states.map((state) => (
                <td key={state}>{said[state] ?? <span className="quiet">no part</span>}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
