import type { Map as MapLibre } from "maplibre-gl";
import { useEffect, useRef, useState } from "react";
import { onThemeChange } from "./colours.ts";
import { loadLand } from "./land.ts";
import { addLand, paintLand } from "./land-layer.ts";
import { newMap } from "./new-map.ts";
import { addObservations, type Located, paintObservations, setObservations } from "./observation-layer.ts";

interface WorldMapProps {
  readonly located: readonly Located[];
  readonly streams: readonly string[];
  readonly label: string;
  readonly onOpen: (id: string) => void;
}

/** The world without a tile server: Natural Earth underneath, observations above. */
export function WorldMap({ located, streams, label, onOpen }: WorldMapProps) {
  const holder = useRef<HTMLDivElement>(null);
  const [map, setMap] = useState<MapLibre | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  useEffect(() => createMap(holder.current!, label, onOpen, setMap, setFault), [label, onOpen]);
  useEffect(() => {
    if (!map) return;
    const paint = () => {
      paintLand(map);
      paintObservations(map);
      setObservations(map, located, streams);
    };
    paint();
    return onThemeChange(paint);
  }, [map, located, streams]);
  if (fault) return <p className="quiet">{fault}</p>;
  return <div ref={holder} className="world-map" data-ready={map !== null || undefined} />;
}

/** Starts a map in an element; what it needs loads first. Returns how to end it. */
function createMap(
  container: HTMLElement,
  label: string,
  onOpen: (id: string) => void,
  ready: (map: MapLibre | null) => void,
  failed: (why: string) => void,
): () => void {
  const map = newMap(container, label, OPTIONS);
  if (!map) {
    failed("This browser cannot draw the map (no WebGL); the same observations are in the table.");
    return () => undefined;
  }
  let gone = false;
  const land = loadLand();
  map.once("load", async () => {
    const shapes = await land;
    if (gone) return;
    addLand(map, shapes);
    addObservations(map, onOpen);
    ready(map);
  });
  return () => {
    gone = true;
    ready(null);
    map.remove();
  };
}

const OPTIONS: Parameters<typeof newMap>[2] = {
  style: {
    version: 8,
    transition: { duration: 0 },
    sources: {},
    layers: [{ id: "sea", type: "background" }],
  },
  bounds: [
    [-165, -30],
    [178, 76],
  ],
  maxZoom: 9,
  renderWorldCopies: false,
};
