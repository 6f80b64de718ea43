import { useMemo } from "react";
import type { SiteLooksReply, SitePicturesReply } from "../../src/api/contract.ts";
import { openLayer } from "../address/use-address.ts";
import { useSitePasses } from "../api/queries.ts";
import { Chart } from "../charts/chart.tsx";
import { type Tick, TickLanes } from "../charts/tick-lanes.tsx";

const LANES = ["available", "pictures", "findings", "reports", "launches", "record", "chances"] as const;

/** Pictures, findings, reports, launches, the record and coming chances to image a site, on one axis of time. */
export function SiteTimeline({ reply }: { readonly reply: SitePicturesReply }) {
  const { data: looks } = useSitePasses(reply.site.id);
  const ticks = useMemo(() => ticksOf(reply, looks), [reply, looks]);
  const lanes = useMemo(() => LANES.filter((lane) => ticks.some((tick) => tick.lane === lane)), [ticks]);
  if (ticks.length === 0) return <p>By this day nothing is known that happened here or was seen of it.</p>;
  const days = [...ticks.map(({ on }) => on), reply.asOf].sort();
  const told = lanes.map((lane) => `${lane} ${ticks.filter((tick) => tick.lane === lane).length}`).join(", ");
  const opened = (id: string) => {
    if (reply.timeline.some(({ observation }) => observation === id)) openLayer({ kind: "observation", id });
  };
  return (
    <Chart
      name={`known-of-${reply.site.id.toLowerCase()}`}
      caption={`From ${days[0]} to ${days.at(-1)}: ${told}.`}
      source={`what was known by ${reply.asOf} of a place within ${reply.site.precisionKm + reply.site.footprintKm} km or of this name`}
      alt={`Timeline of the site: ${told}.`}
      table={{
        columns: ["on", "lane", "what"],
        rows: ticks.map(({ on, lane, label }) => [on, lane, label]),
      }}
      isInteractive
    >
      <TickLanes ticks={ticks} lanes={lanes} from={days[0]!} to={days.at(-1)!} onOpen={opened} />
    </Chart>
  );
}

function ticksOf({ timeline }: SitePicturesReply, looks: SiteLooksReply | undefined): Tick[] {
  const known = timeline.map(({ on, lane, label, observation }, i) => ({
    ...{ id: observation ?? `picture ${i}`, on, lane, label },
    colour: lane === "findings" ? "var(--accent)" : "var(--ink-quiet)",
  }));
  const chances = (looks?.blocs ?? []).flatMap((bloc) =>
    bloc.looks.map(({ id, name, sensor, peak }) => ({
      ...{ id: `chance ${id} ${peak}`, on: peak.slice(0, 10), lane: "chances" },
      ...{ label: `${name} (${sensor}) at ${peak.slice(11, 16)} UTC`, colour: "var(--ink-quiet)" },
    })),
  );
  return [...known, ...chances];
}
