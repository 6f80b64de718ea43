import { useMemo } from "react";
import type { TimelineReply, WatchReply } from "../../src/api/contract.ts";
import { BlocKey } from "./bloc-key.tsx";
import { TickChart } from "./tick-chart.tsx";
import { blocToken } from "../words/bloc.ts";
import { count } from "../words/dates.ts";

interface MilestonesProps {
  readonly timeline: TimelineReply;
  readonly watch: WatchReply;
}

/** What each side achieved, and when. */
export function Milestones({ timeline, watch }: MilestonesProps) {
  const { milestones, sides, from, to } = timeline;
  const ticks = useMemo(
    () =>
      milestones.map(({ id, on, side, claim }) => ({
        id,
        on,
        lane: sides.includes(side) ? side : "others",
        label: claim,
        colour: `var(${blocToken(watch, sides.includes(side) ? side : null)})`,
      })),
    [milestones, sides, watch],
  );
  const lanes = useMemo(
    () => [...sides, ...(ticks.some(({ lane }) => lane === "others") ? ["others"] : [])],
    [sides, ticks],
  );
  const told = lanes
    .map((lane) => `${ticks.filter((tick) => tick.lane === lane).length} of ${lane}`)
    .join(", ");
  return (
    <section className="panel stack">
      <h2>Milestones</h2>
      <BlocKey watch={watch} />
      <TickChart
        name="milestones"
        caption={`${count(milestones.length, "milestone")}: ${told}.`}
        source={`observations known by this day, ${from} to ${to}; which count as milestones is fixed in the watch`}
        alt={`${count(milestones.length, "milestone")} from ${from} to ${to}: ${told}.`}
        by="side"
        ticks={ticks}
        rows={milestones.map(({ on, side, claim }) => [on, side, claim])}
        lanes={lanes}
        from={from}
        to={to}
      />
    </section>
  );
}
