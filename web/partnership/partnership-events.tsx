import { useMemo } from "react";
import type { PartnershipOnDay } from "#model/partnership.ts";
import { TickChart } from "../panels/tick-chart.tsx";
import { count } from "../words/dates.ts";

const COLOURS = { cooperation: "var(--lowers)", divergence: "var(--raises)" };
const LANES = { cooperation: "together", divergence: "apart" };

interface PartnershipEventsProps {
  readonly partnership: PartnershipOnDay;
}

/** Every event, together or apart; one that is pressed opens. */
export function PartnershipEvents({ partnership: { events, asOf } }: PartnershipEventsProps) {
  const ticks = useMemo(
    () =>
      events.map(({ id, on, claim, polarity }) => ({
        ...{ id, on, label: claim },
        lane: LANES[polarity],
        colour: COLOURS[polarity],
      })),
    [events],
  );
  const lanes = useMemo(() => Object.values(LANES), []);
  const [first] = events;
  if (!first) return null;
  const apart = events.filter(({ polarity }) => polarity === "divergence").length;
  const told = `${count(events.length - apart, "event")} together, ${apart} apart`;
  return (
    <section className="panel stack">
      <h2>What they did</h2>
      <TickChart
        name="partnership-events"
        caption={`${told}.`}
        source={`observations known by ${asOf}; which of them count is fixed in the watch`}
        alt={`${told}, from ${first.on} to ${asOf}.`}
        by="side"
        ticks={ticks}
        rows={events.map(({ on, polarity, strand, claim }) => [on, `${LANES[polarity]}, ${strand}`, claim])}
        lanes={lanes}
        from={first.on}
        to={asOf}
      />
    </section>
  );
}
