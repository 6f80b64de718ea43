import type { FeatureCollection, Point } from "geojson";
import type { GeoJSONSource, Map as MapLibre } from "maplibre-gl";
import { token } from "./colours.ts";
import { symbolImage, symbolPath } from "./symbols.ts";

export interface Located {
  readonly id: string;
  readonly stream: string;
  /** A colour token, `--bloc-east`. */
  readonly colour: `--${string}`;
  readonly lon: number;
  readonly lat: number;
}

const SOURCE = "observations";

/** Observations as symbols by stream in the colour of their bloc; close ones as a count. */
export function addObservations(map: MapLibre, onOpen: (id: string) => void): void {
  map.addSource(SOURCE, {
    type: "geojson",
    data: collection([]),
    cluster: true,
    clusterRadius: 28,
    clusterMaxZoom: 9,
  });
  map.addLayer({
    id: "clusters",
    type: "circle",
    source: SOURCE,
    filter: ["has", "point_count"],
    paint: {
      "circle-radius": ["step", ["get", "point_count"], 11, 10, 14, 50, 18],
      "circle-stroke-width": 1,
    },
  });
  map.addLayer({
    id: "counts",
    type: "symbol",
    source: SOURCE,
    filter: ["has", "point_count"],
    layout: { "text-field": ["get", "point_count_abbreviated"], "text-size": 12, "text-allow-overlap": true },
  });
  map.addLayer({
    id: "symbols",
    type: "symbol",
    source: SOURCE,
    filter: ["!", ["has", "point_count"]],
    layout: { "icon-image": ["get", "icon"], "icon-size": 0.5, "icon-allow-overlap": true },
  });
  paintObservations(map);
  listen(map, onOpen);
}

export function paintObservations(map: MapLibre): void {
  map.setPaintProperty("clusters", "circle-color", token("--surface"));
  map.setPaintProperty("clusters", "circle-stroke-color", token("--ink-quiet"));
  map.setPaintProperty("counts", "text-color", token("--ink"));
}

/** Shows these observations instead of the former ones. */
export function setObservations(
  map: MapLibre,
  located: readonly Located[],
  streams: readonly string[],
): void {
  const icons = new Map(located.map((one) => [iconOf(one.stream, one.colour), one]));
  for (const [icon, { stream, colour }] of icons) {
    const image = symbolImage(symbolPath(streams, stream), token(colour), token("--surface"));
    if (map.hasImage(icon)) map.updateImage(icon, image);
    else map.addImage(icon, image);
  }
  void map.getSource<GeoJSONSource>(SOURCE)?.setData(collection(located));
}

const iconOf = (stream: string, colour: string) => `${stream} ${colour}`;

function collection(located: readonly Located[]): FeatureCollection<Point> {
  return {
    type: "FeatureCollection",
    features: located.map(({ id, stream, colour, lon, lat }) => ({
      type: "Feature",
      properties: { id, icon: iconOf(stream, colour) },
      geometry: { type: "Point", coordinates: [lon, lat] },
    })),
  };
}

function listen(map: MapLibre, onOpen: (id: string) => void) {
  map.on("click", "symbols", ({ features }) => {
    const id: unknown = features?.[0]?.properties.id;
    if (typeof id === "string") onOpen(id);
  });
  map.on("click", "clusters", async ({ features, lngLat }) => {
    const cluster: unknown = features?.[0]?.properties.cluster_id;
    if (typeof cluster !== "number") return;
    const zoom = await map.getSource<GeoJSONSource>(SOURCE)!.getClusterExpansionZoom(cluster);
    map.easeTo({ center: lngLat, zoom });
  });
  for (const layer of ["symbols", "clusters"]) {
    map.on("mouseenter", layer, () => (map.getCanvas().style.cursor = "pointer"));
    map.on("mouseleave", layer, () => (map.getCanvas().style.cursor = ""));
  }
}
