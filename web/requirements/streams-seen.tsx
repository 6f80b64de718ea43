import type { CollectionPlanReply } from "../../src/api/contract.ts";
import type { Day } from "#model/day.ts";
import { listed } from "#model/listed.ts";
import { span } from "../words/dates.ts";
import { inPoints } from "../words/probability.ts";

type Streams = CollectionPlanReply["streams"];

interface StreamsSeenProps {
  readonly streams: Streams;
  readonly asOf: Day;
}

/** What would move a forecast by less is named in one sentence. */
const LEAST_WORTH = 0.001;

/** How far each stream has been looked at: those that fell behind, and those nobody ever looked at. */
export function StreamsSeen({ streams, asOf }: StreamsSeenProps) {
  const seen = streams.filter(({ seenTo }) => seenTo !== null);
  const never = streams.filter(({ seenTo }) => seenTo === null);
  const telling = never.filter(({ worth }) => worth >= LEAST_WORTH);
  const idle = never.filter(({ worth }) => worth < LEAST_WORTH).map(({ stream }) => stream);
  return (
    <section className="panel stack">
      <h2>How far anybody has looked</h2>
      <div className="scroll" tabIndex={0} role="group" aria-label="Streams and how far each was looked at">
        <table>
          <thead>
            <tr>
              <th scope="col">Stream</th>
              <th scope="col">Looked at to</th>
              <th scope="col">Unknown indicators</th>
              <th scope="col">Worth up to, points</th>
            </tr>
          </thead>
          <tbody>
            {[...seen, ...telling].map(({ stream, seenTo, indicators, unknown, worth }) => (
              <tr key={stream}>
                <th scope="row">{stream}</th>
                <td>
                  <Seen to={seenTo} asOf={asOf} />
                </td>
                <td>
                  {unknown} of {indicators}
                </td>
                <td>{(100 * worth).toFixed(1)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {idle.length > 0 && (
        <p className="small">
          Nobody has looked at {listed(idle)} either; none of these would move a forecast by{" "}
          {inPoints(LEAST_WORTH)}.
        </p>
      )}
    </section>
  );
}

function Seen({ to, asOf }: { readonly to: Day | null; readonly asOf: Day }) {
  if (to === null) return <span className="hatched">never</span>;
  return (
    <>
      <span className="number">{to}</span>{" "}
      <span className="quiet">{to >= asOf ? "this day" : `${span(to, asOf)} ago`}</span>
    </>
  );
}
