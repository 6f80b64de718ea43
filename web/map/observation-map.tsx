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

/** Where things happened in the twelve months before a day. */
export function ObservationMap({ asOf }: { readonly asOf: Day }) {
  const { data: watch } = useWatch();
  const query = useObservations({ from: addDays(asOf, -365), to: asOf, limit: "1000" });
  return (
    <section className="panel stack">
      <h2>Where, in the last 12 months</h2>
      <Loaded query={query} lines={4}>
        {({ items }) => (watch ? <Placed watch={watch} items={items} /> : <Pending />)}
      </Loaded>
    </section>
  );
}

function Placed({ watch, items }: { readonly watch: WatchReply; readonly items: readonly Observation[] }) {
  const streams = useMemo(() => watch.record.map(({ stream }) => stream), [watch]);
  const located = useMemo(() => items.flatMap((one) => locate(watch, one)), [watch, items]);
  const without = items.length - located.length;
  return (
    <Chart
      name="map"
      caption={`${count(located.length, "observation")} on the map${without > 0 ? `; ${without} more have no place on Earth` : ""}.`}
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

const open = (id: string) => openLayer({ kind: "observation", id });

function locate(watch: WatchReply, observation: Observation): Located[] {
  const { id, stream, place } = observation;
  if (place?.lat === undefined || place.lon === undefined) return [];
  return [
    { id, stream, colour: blocToken(watch, blocOf(watch, observation)), lon: place.lon, lat: place.lat },
  ];
}
