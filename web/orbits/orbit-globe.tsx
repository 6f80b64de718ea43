import type { CustomLayerInterface, Map as MapLibre } from "maplibre-gl";
import { useEffect, useRef, useState } from "react";
import type { OrbitsReply } from "../../src/api/contract.ts";
import { onThemeChange } from "../map/colours.ts";
import { loadLand } from "../map/land.ts";
import { addLand, paintLand } from "../map/land-layer.ts";
import { newMap } from "../map/new-map.ts";
import { objectName } from "./catalogue.ts";
import { type Clock, momentInWords } from "./clock.ts";
import { type Marked, objectsCanvas, type ObjectsCanvas } from "./objects-canvas.ts";
import type { Answered, Asked } from "./states-worker.ts";
import "./orbit-globe.css";

interface OrbitGlobeProps {
  readonly orbits: OrbitsReply;
  /** Places of the objects that stand out. */
  readonly followed: readonly number[];
  /** Places of the watch's satellites, and their colours. */
  readonly marked: readonly Marked[];
  readonly clock: Clock;
  readonly onRefused: (count: number) => void;
}

/** States are asked for anew when the clock is so far from the last ones, milliseconds; until then they are continued. */
const STALE_MS = 60_000;
/** At the world's own speed nothing moves by a pixel sooner. */
const PAUSE_MS = 200;

/** The whole catalogue above the globe, each object where its elements have it at the clock's moment. */
export function OrbitGlobe({ orbits, followed, marked, clock, onRefused }: OrbitGlobeProps) {
  const holder = useRef<HTMLDivElement>(null);
  const labels = useRef<HTMLDivElement>(null);
  const moment = useRef<HTMLParagraphElement>(null);
  const [scene, setScene] = useState<Scene | null>(null);
  const [fault, setFault] = useState(false);
  useEffect(() => createScene(holder.current!, setScene, () => setFault(true)), []);
  useEffect(() => {
    if (!scene) return;
    return animate(scene, { orbits, followed, marked, clock, onRefused }, holder.current!, (nowMs, at) => {
      moment.current!.textContent = momentInWords(nowMs);
      at.forEach((place, i) => moveLabel(labels.current!.children[i] as HTMLElement, place));
    });
  }, [scene, orbits, followed, marked, clock, onRefused]);
  if (fault) return <p className="quiet">This browser cannot draw the globe (no WebGL).</p>;
  return (
    <div className="orbit-globe">
      <div ref={holder} className="world-map" />
      <div ref={labels} className="orbit-labels" aria-hidden="true">
        {followed.map((place) => (
          <span key={place}>{objectName(orbits, place)}</span>
        ))}
      </div>
      <p ref={moment} className="orbit-moment" />
    </div>
  );
}

interface Scene {
  readonly map: MapLibre;
  readonly objects: ObjectsCanvas;
}

function createScene(
  container: HTMLElement,
  ready: (scene: Scene | null) => void,
  failed: () => void,
): () => void {
  const map = newMap(container, "Globe with the objects in orbit", {
    style: {
      version: 8,
      transition: { duration: 0 },
      projection: { type: "vertical-perspective" },
      sources: {},
      layers: [{ id: "sea", type: "background" }],
    },
    center: [30, 25],
    zoom: 1,
    minZoom: -3,
    maxZoom: 4,
  });
  const canvas = document.createElement("canvas");
  canvas.className = "orbit-objects";
  const objects = map && objectsCanvas(canvas);
  if (!objects) {
    map?.remove();
    failed();
    return () => undefined;
  }
  map.getCanvasContainer().append(canvas);
  let gone = false;
  const land = loadLand();
  map.once("load", async () => {
    const shapes = await land;
    if (gone) return;
    addLand(map, shapes);
    map.addLayer(followCamera(map, objects));
    ready({ map, objects });
  });
  return () => {
    gone = true;
    ready(null);
    objects.end();
    map.remove();
  };
}

/** Draws nothing, and tells the objects how the globe is seen whenever it is drawn. */
function followCamera(map: MapLibre, objects: ObjectsCanvas): CustomLayerInterface {
  return {
    id: "camera",
    type: "custom",
    renderingMode: "3d",
    render(_, { defaultProjectionData }) {
      const { width, height } = map.getCanvas();
      objects.setView(Float64Array.from(defaultProjectionData.mainMatrix), width, height);
    },
  };
}

type Place = readonly [x: number, y: number] | null;

/** Keeps the states near the clock and the frames coming; answers how to stop. */
function animate(
  { map, objects }: Scene,
  { orbits, followed, marked, clock, onRefused }: OrbitGlobeProps,
  holder: HTMLElement,
  drawn: (nowMs: number, at: readonly Place[]) => void,
): () => void {
  const worker = new Worker(new URL("states-worker.ts", import.meta.url), { type: "module" });
  let [atMs, isAsking, frames, countedFrom] = [-Infinity, false, 0, performance.now()];
  const ask = (asked: Asked) => worker.postMessage(asked);
  const askWhenStale = () => {
    if (isAsking || Math.abs(clock.nowMs() - atMs) < STALE_MS) return;
    isAsking = true;
    ask({ atMs: clock.nowMs(), followed });
  };
  worker.onmessage = ({ data }: MessageEvent<Answered>) => {
    [atMs, isAsking] = [data.atMs, false];
    objects.setStates(data);
    onRefused(data.refused);
    holder.dataset.ready = "";
  };
  const countFrame = () => {
    frames++;
    const seconds = (performance.now() - countedFrom) / 1000;
    if (seconds < 1) return;
    holder.dataset.framesPerSecond = (frames / seconds).toFixed(1);
    [frames, countedFrom] = [0, performance.now()];
  };
  objects.show({
    momentMs: clock.nowMs,
    followed,
    marked,
    drawn(at) {
      drawn(clock.nowMs(), at);
      countFrame();
      askWhenStale();
    },
  });
  const paint = () => {
    paintLand(map);
    objects.recolour();
  };
  paint();
  const stopWatchingTheme = onThemeChange(paint);
  const stopPainting = clock.speed > 1 ? everyFrame(objects.paint) : every(PAUSE_MS, objects.paint);
  const stopAsking = every(PAUSE_MS, askWhenStale);
  ask({ catalogue: orbits });
  askWhenStale();
  return () => {
    stopWatchingTheme();
    stopPainting();
    stopAsking();
    worker.terminate();
  };
}

/** Answers how to stop. */
function every(ms: number, act: () => void): () => void {
  const timer = setInterval(act, ms);
  return () => clearInterval(timer);
}

/** The same with each frame of the screen. */
function everyFrame(act: () => void): () => void {
  let next = requestAnimationFrame(function again() {
    next = requestAnimationFrame(again);
    act();
  });
  return () => cancelAnimationFrame(next);
}

function moveLabel(label: HTMLElement | undefined, at: Place): void {
  if (!label) return;
  label.hidden = at === null;
  if (at) label.style.translate = `calc(${at[0] * 100}cqw + 8px) calc(${at[1] * 100}cqh - 50%)`;
}
