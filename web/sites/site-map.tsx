import { useMemo } from "react";
import type { WatchReply } from "../../src/api/contract.ts";
import type { Site } from "#model/site.ts";
import { Chart } from "../charts/chart.tsx";
import { SymbolKey } from "../map/symbol-key.tsx";
import { WorldMap } from "../map/world-map.tsx";
import { BlocKey } from "../panels/bloc-key.tsx";
import { blocName, blocToken } from "../words/bloc.ts";
import { count } from "../words/dates.ts";
import { kindName, operatorBloc } from "./operator.ts";

interface SiteMapProps {
  readonly watch: WatchReply;
  readonly sites: readonly Site[];
  /** Those of them that are on the map. */
  readonly shown: readonly Site[];
  readonly onOpen: (id: string) => void;
}

/** Sites by kind, in the colour of whoever runs them; a kind keeps its shape whatever is shown. */
export function SiteMap({ watch, sites, shown, onOpen }: SiteMapProps) {
  const kinds = useMemo(() => [...new Set(sites.map(kindName))], [sites]);
  const located = useMemo(
    () =>
      shown.map((site) => ({
        id: site.id,
        stream: kindName(site),
        colour: blocToken(watch, operatorBloc(watch, site)),
        lon: site.lon,
        lat: site.lat,
      })),
    [watch, shown],
  );
  return (
    <Chart
      name="sites"
      caption={`${count(shown.length, "site")}; press one to see who could image it.`}
      source="the watch's sites.csv; Natural Earth"
      alt={`Map of ${count(shown.length, "site")}.`}
      table={{
        columns: ["site", "kind", "run by", "latitude", "longitude", "within km"],
        rows: shown.map((site) => [
          site.name,
          kindName(site),
          blocName(watch, operatorBloc(watch, site)),
          ...[site.lat, site.lon, site.precisionKm],
        ]),
      }}
      isInteractive
      isSvg={false}
    >
      <div className="map-keys">
        <SymbolKey streams={kinds} />
        <BlocKey watch={watch} />
      </div>
      <WorldMap located={located} streams={kinds} label="Map of sites" onOpen={onOpen} />
    </Chart>
  );
}
