import type { WatchReply } from "../../src/api/contract.ts";
import { count } from "../words/dates.ts";
import { actorName } from "../words/actor-name.ts";
import type { Law } from "../words/law.ts";
import { Opens } from "../panels/observation/opens.tsx";

interface TogetherPanelProps {
  readonly law: Law;
  readonly watch: WatchReply;
}

const PAIRS = 10;

/** Which states the same instruments name, and which those are. */
export function TogetherPanel({ law, watch }: TogetherPanelProps) {
  const nameOf = (id: string) => actorName(watch, id);
  const threads = new Map(law.threads.map((thread) => [thread.id, thread]));
  const pairs = law.together.slice(0, PAIRS);
  if (pairs.length === 0) return null;
  return (
    <section className="panel stack">
      <h2>Who is named with whom</h2>
      <p className="quiet">
        Named by the same instrument is not the same as of one mind: a veto names those it was cast against.
        {law.agreements.length === 0 &&
          " How each state voted is not known here; records of the UN Digital Library would tell."}
      </p>
      <div className="scroll" tabIndex={0} role="region" aria-label="States named together">
        <table>
          <thead>
            <tr>
              <th scope="col">States</th>
              <th scope="col">Which</th>
            </tr>
          </thead>
          <tbody>
            {pairs.map(({ states, threads: ids }) => (
              <tr key={states.join(" ")}>
                <td>
                  {states.map(nameOf).join(" and ")}
                  <br />
                  <span className="small">{count(ids.length, "instrument")}</span>
                </td>
                <td>
                  {ids.map((id, i) => (
                    <span key={id}>
                      {i > 0 && ", "}
                      <Opens observation={threads.get(id)!.moves[0]!.observation}>
                        {threads.get(id)!.name}
                      </Opens>
                    </span>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
