import { useMemo } from "react";
import type { WatchReply } from "../../src/api/contract.ts";
import { addDays, type Day } from "#model/day.ts";
import type { Observation } from "#model/observation.ts";
import { openLayer } from "../address/use-address.ts";
import { useObservations, useWatch } from "../api/queries.ts";
import { Chart } from "../charts/chart.tsx";
import { BlocKey } from "../panels/bloc-key.tsx";
import { Loaded } from "../panels/loaded.tsx";
import { Pending } from "../panels/pending.tsx";
import { blocName, blocOf, blocToken } from "../words/bloc.ts";
import { count } from "../words/dates.ts";
import type { Located } from "./observation-layer.ts";
import { SymbolKey } from "./symbol-key.tsx";
import { WorldMap } from "./world-map.tsx";

/** A page of observations holds no more; the latest are drawn. */
const MOST = 1000;

/** Where things happened in the twelve months before a day. */
export function ObservationMap({ asOf }: { readonly asOf: Day }) {
  const { data: watch } = useWatch();
  const query = useObservations({ from: addDays(asOf, -365), to: asOf, limit: String(MOST) });
  return (
    <section className="panel stack">
      <h2>Where, in the last 12 months</h2>
      <Loaded query={query} lines={4}>
        {({ items, total }) => (watch ? <Placed watch={watch} items={items} total={total} /> : <Pending />)}
      </Loaded>
    </section>
  );
}

interface PlacedProps {
  readonly watch: WatchReply;
  readonly items: readonly Observation[];
  readonly total: number;
}

function Placed({ watch, items, total }: PlacedProps) {
  const streams = useMemo(() => watch.record.map(({ stream }) => stream), [watch]);
  const located = useMemo(() => items.flatMap((one) => locate(watch, one)), [watch, items]);
  if (located.length === 0) return <p className="quiet">Nothing known of these months has a place.</p>;
  return (
    <Chart
      name="map"
      caption={mapped(located.length, items.length, total)}
      source="observations known by this day; Natural Earth"
      alt={`Map of ${count(located.length, "observation")}.`}
      table={{
        columns: ["on", "place", "bloc", "claim"],
        rows: items.map((one) => [
          one.validFrom,
          one.place?.name ?? null,
          blocName(watch, blocOf(watch, one)),
          one.claim,
        ]),
      }}
      isInteractive
      isSvg={false}
    >
      <div className="map-keys">
        <SymbolKey streams={streams} />
        <BlocKey watch={watch} />
      </div>
      <WorldMap located={located} streams={streams} label="Map of observations" onOpen={open} />
    </Chart>
  );
}

function mapped(located: number, shown: number, total: number): string {
  const without = shown > located ? `; ${shown - located} more have no coordinates` : "";
  const older = total > shown ? `; ${count(total - shown, "older one")} left out` : "";
  return `${count(located, "observation")} on the map${without}${older}.`;
}

const open = (id: string) => openLayer({ kind: "observation", id });

function locate(watch: WatchReply, observation: Observation): Located[] {
  const { id, stream, place } = observation;
  if (place?.lat === undefined || place.lon === undefined) return [];
  return [
    { id, stream, colour: blocToken(watch, blocOf(watch, observation)), lon: place.lon, lat: place.lat },
  ];
}
