import { useMemo } from "react";
import type { WatchReply } from "../../src/api/contract.ts";
import { addDays, type Day } from "#model/day.ts";
import type { Observation } from "#model/observation.ts";
import { go, openLayer, useAddress } from "../address/use-address.ts";
import { useObservations, useTimeline, useWatch } from "../api/queries.ts";
import type { Tick } from "../charts/tick-lanes.tsx";
import { BlocKey } from "../panels/bloc-key.tsx";
import { Choice } from "../panels/choice.tsx";
import { LeadPanel } from "../panels/lead-panel.tsx";
import { Loaded } from "../panels/loaded.tsx";
import { Milestones } from "../panels/milestones.tsx";
import { ObservationLine } from "../panels/observation/observation-line.tsx";
import { Pending } from "../panels/pending.tsx";
import { Periodicity } from "../panels/periodicity.tsx";
import { TickChart } from "../panels/tick-chart.tsx";
import { blocName, blocOf, blocToken } from "../words/bloc.ts";
import { count } from "../words/dates.ts";

const SPANS = { "1": "1 year", "5": "5 years", "15": "15 years", "80": "all" } as const;
const LANES = { stream: "by stream", bloc: "by bloc" } as const;

/** As many as the server gives at once. */
const MOST = 1000;

/** Whose milestones, who leads and whether there is a cycle; below, everything that was observed. */
export function TimelinePage() {
  const { data: watch } = useWatch();
  if (!watch) return <Pending lines={8} />;
  return (
    <>
      {watch.hasTimeline && <Balance watch={watch} />}
      <Observed watch={watch} />
    </>
  );
}

function Balance({ watch }: { readonly watch: WatchReply }) {
  const query = useTimeline();
  return (
    <Loaded query={query} lines={12}>
      {(timeline) => (
        <div className="stack">
          <Milestones watch={watch} timeline={timeline} />
          <LeadPanel timeline={timeline} />
          <Periodicity timeline={timeline} />
        </div>
      )}
    </Loaded>
  );
}

/** One tick per observation. */
function Observed({ watch }: { readonly watch: WatchReply }) {
  const { params, asOf } = useAddress();
  const { span = "15", lanes = "stream" } = params;
  const to = asOf ?? watch.today;
  const from = addDays(to, -Math.round(Number(span) * 365.25));
  const query = useObservations({ from, limit: String(MOST) });
  return (
    <>
      <h2>Everything observed</h2>
      <div className="row">
        <Choice
          label="Span"
          values={SPANS}
          chosen={span}
          onChoose={(value) => go({ params: { ...params, span: value } })}
        />
        <Choice
          label="Lanes"
          values={LANES}
          chosen={lanes}
          onChoose={(value) => go({ params: { ...params, lanes: value } })}
        />
        <BlocKey watch={watch} />
      </div>
      <Loaded query={query} lines={8}>
        {({ items, total }) => (
          <Lanes
            watch={watch}
            items={items}
            total={total}
            to={to}
            by={lanes === "bloc" ? "bloc" : "stream"}
          />
        )}
      </Loaded>
    </>
  );
}

interface LanesProps {
  readonly watch: WatchReply;
  readonly items: readonly Observation[];
  readonly total: number;
  readonly to: Day;
  readonly by: "stream" | "bloc";
}

function Lanes({ watch, items, total, to, by }: LanesProps) {
  const ticks = useMemo(() => items.map((one) => tickOf(watch, one, by)), [watch, items, by]);
  const lanes = useMemo(() => [...new Set(ticks.map(({ lane }) => lane))].sort(), [ticks]);
  const first = ticks.reduce((day, { on }) => (on < day ? on : day), to);
  if (ticks.length === 0)
    return <p className="panel quiet">Nothing is known to have happened in this span.</p>;
  return (
    <>
      <section className="panel">
        <TickChart
          name="timeline"
          caption={`${total > MOST ? `The latest ${MOST} of ` : ""}${count(total, "observation")}, most in ${busiest(ticks)}.`}
          source="observations known by this day"
          alt={`${count(total, "observation")} from ${first} to ${to} in ${lanes.length} lanes: ${lanes.join(", ")}.`}
          by={by}
          ticks={ticks}
          lanes={lanes}
          from={first}
          to={to}
        />
      </section>
      <section className="stack">
        <h2>Latest</h2>
        <ul className="observation-lines">
          {items
            .toSorted((a, b) => (a.validFrom < b.validFrom ? 1 : -1))
            .slice(0, 20)
            .map((one) => (
              <ObservationLine
                key={one.id}
                observation={one}
                onOpen={() => openLayer({ kind: "observation", id: one.id })}
              />
            ))}
        </ul>
      </section>
    </>
  );
}

function tickOf(watch: WatchReply, observation: Observation, by: "stream" | "bloc"): Tick {
  const bloc = blocOf(watch, observation);
  return {
    id: observation.id,
    on: observation.validFrom,
    lane: by === "bloc" ? blocName(watch, bloc) : observation.stream,
    label: observation.claim,
    colour: `var(${blocToken(watch, bloc)})`,
  };
}

function busiest(ticks: readonly Tick[]): string {
  const years = Map.groupBy(ticks, ({ on }) => on.slice(0, 4));
  return [...years].reduce((most, year) => (year[1].length > most[1].length ? year : most))[0];
}
