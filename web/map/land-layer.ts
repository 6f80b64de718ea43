import type { Map as MapLibre } from "maplibre-gl";
import { token } from "./colours.ts";
import type { Land } from "./land.ts";

/** Land and borders, quiet. */
export function addLand(map: MapLibre, { land, borders }: Land): void {
  map.addSource("land", { type: "geojson", data: land });
  map.addSource("borders", { type: "geojson", data: { type: "Feature", properties: {}, geometry: borders } });
  map.addLayer({ id: "land", type: "fill", source: "land", paint: { "fill-antialias": true } });
  map.addLayer({ id: "borders", type: "line", source: "borders", paint: { "line-width": 0.5 } });
  paintLand(map);
}

export function paintLand(map: MapLibre): void {
  map.setPaintProperty("sea", "background-color", token("--sunken"));
  map.setPaintProperty("land", "fill-color", token("--surface"));
  map.setPaintProperty("land", "fill-outline-color", token("--line-strong"));
  map.setPaintProperty("borders", "line-color", token("--line"));
}
