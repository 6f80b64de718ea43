import { useMemo } from "react";
import type { Day } from "#model/day.ts";
import { TickChart } from "../panels/tick-chart.tsx";
import { count } from "../words/dates.ts";
import type { Exposure } from "./estate.ts";
import { Opens } from "../panels/observation/opens.tsx";
import "./threats-seen.css";

interface ThreatsSeenProps {
  readonly exposure: Exposure;
  readonly asOf: Day;
}

/** What was seen done to space systems, to whomever. */
export function ThreatsSeen({ exposure: { threats, catalogue }, asOf }: ThreatsSeenProps) {
  const ticks = useMemo(
    () =>
      threats.flatMap(({ name, sightings }) =>
        sightings.map(({ id, on, claim }) => ({ id, on, lane: name, label: claim, colour: "var(--accent)" })),
      ),
    [threats],
  );
  const lanes = useMemo(() => threats.map(({ name }) => name), [threats]);
  const [first] = ticks.map(({ on }) => on).sort();
  return (
    <section className="panel stack">
      <h2>What has been seen</h2>
      {first && (
        <TickChart
          name="threats-seen"
          caption={`${count(ticks.length, "sighting")}, ${often(threats)}.`}
          source={`observations known by ${asOf}; which of them show a threat is fixed in the watch`}
          alt={threats.map(({ name, sightings }) => `${name}: ${sightings.length}`).join(", ")}
          by="threat"
          ticks={ticks}
          lanes={lanes}
          from={first}
          to={asOf}
        />
      )}
      <div className="scroll" tabIndex={0} role="region" aria-label="Threats">
        <table className="threat-table">
          <thead>
            <tr>
              <th scope="col">Threat</th>
              <th scope="col" className="number">
                A year lately (90 %)
              </th>
              <th scope="col">Last seen</th>
            </tr>
          </thead>
          <tbody>
            {threats.map((threat) => (
              <ThreatRow key={threat.id} threat={threat} catalogue={catalogue.name} />
            ))}
          </tbody>
        </table>
      </div>
      <p className="quiet">
        Stories of the record, to whomever they were done; an allegation stays one. The rate is that of the
        last three years somebody looked at, with the 90 % interval of a Poisson count; what nobody reports is
        not in it.
      </p>
    </section>
  );
}

interface ThreatRowProps {
  readonly threat: Exposure["threats"][number];
  readonly catalogue: string;
}

function ThreatRow({
  threat: { name, statement, techniques, sightings, recent },
  catalogue,
}: ThreatRowProps) {
  const last = sightings.at(-1);
  return (
    <tr>
      <th scope="row">
        {name}
        {techniques.length > 0 && <span className="small"> {`${catalogue} ${techniques.join(", ")}`}</span>}
        <br />
        <span className="threat-statement">{statement}</span>
      </th>
      <td className="number">{recent === null ? "unobserved" : rate(recent.perYear)}</td>
      <td>
        {last ? (
          <>
            {last.on} <Opens observation={last.id}>{last.claim}</Opens>
          </>
        ) : (
          <span className="quiet">not in this record</span>
        )}
      </td>
    </tr>
  );
}

type Rate = NonNullable<Exposure["threats"][number]["recent"]>["perYear"];

function rate({ value, low, high }: Rate): string {
  return `${value.toFixed(1)} (${low.toFixed(1)}–${high.toFixed(1)})`;
}

/** `most often lately jamming`. */
function often(threats: Exposure["threats"]): string {
  const [most] = threats.toSorted((a, b) => (b.recent?.count ?? 0) - (a.recent?.count ?? 0));
  return most?.recent
    ? `in the last three years that were looked at most often: ${most.name.toLowerCase()}`
    : "none lately";
}
