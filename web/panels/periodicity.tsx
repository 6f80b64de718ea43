import type { TimelineReply } from "../../src/api/contract.ts";
import { unbroken } from "../words/probability.ts";
import { Unanswerable } from "./unanswerable.tsx";
import "./periodicity.css";

/** Whether milestones come in a cycle: the verdict in words, p under each null, and what would have been found. */
export function Periodicity({ timeline }: { readonly timeline: TimelineReply }) {
  const { period, from, to } = timeline;
  if ("problem" in period) return <Unanswerable question="Do milestones come in a cycle?" why={period} />;
  const { verdict, p, power, band, n, simulations, worstNull } = period;
  return (
    <section className="panel stack periodicity">
      <h2>Do milestones come in a cycle?</h2>
      <p className="periodicity-verdict">{unbroken(verdict)}</p>
      <table>
        <caption>
          How often the highest peak between {band.min} and {band.max} years would come about in a world
          without a cycle
        </caption>
        <thead>
          <tr>
            <th scope="col">World without a cycle</th>
            <th scope="col">p</th>
          </tr>
        </thead>
        <tbody>
          {Object.entries(p).map(([name, value]) => (
            <tr key={name} data-worst={name === worstNull || undefined}>
              <th scope="row">
                {name}
                {name === worstNull && (
                  <span className="quiet"> (explains it best; the verdict rests on it)</span>
                )}
              </th>
              <td>{value.toFixed(3)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="quiet">
        {unbroken(
          `${n} milestones from ${from} to ${to}, the band as the watch sets it, ${simulations} draws from each world. ` +
            power
              .map(
                ({ strength, found }) =>
                  `A cycle of ${Math.round(strength * 100)} % modulation would have been found with probability ${found.toFixed(2)}.`,
              )
              .join(" "),
        )}
      </p>
    </section>
  );
}
