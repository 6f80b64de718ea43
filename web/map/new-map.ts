import {
  AttributionControl,
  Map as MapLibre,
  type MapOptions,
  NavigationControl,
  setWorkerUrl,
} from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url";
import "maplibre-gl/dist/maplibre-gl.css";
import "./world-map.css";

setWorkerUrl(workerUrl);

/** A map of this product: no tile server, a page's own scrolling left alone; null where there is no WebGL. */
export function newMap(
  container: HTMLElement,
  label: string,
  options: Partial<MapOptions> & Pick<MapOptions, "style">,
): MapLibre | null {
  try {
    const map = new MapLibre({
      container,
      cooperativeGestures: true,
      dragRotate: false,
      pitchWithRotate: false,
      attributionControl: false,
      fadeDuration: 0,
      locale: { "Map.Title": label },
      ...options,
    });
    map.addControl(new NavigationControl({ showCompass: false }), "top-right");
    map.addControl(new AttributionControl({ compact: false, customAttribution: "Natural Earth" }));
    return map;
  } catch {
    return null;
  }
}
