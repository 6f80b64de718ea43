import type { CustomLayerInterface, CustomRenderMethodInput, Map as MapLibre } from "maplibre-gl";
import { siderealTimeRad } from "#science/earth/index.ts";
import { rgbOf } from "../map/colours.ts";
import { type Brush, brushFor, type Colour } from "./state-brush.ts";
import type { Answered } from "./states-worker.ts";
import { eyeOf, onCanvas } from "./view.ts";

/** A place in the catalogue, and the token of its colour. */
export interface Marked {
  readonly place: number;
  readonly token: `--${string}`;
}

/** What of the catalogue is drawn, and how it moves. */
export interface Shown {
  readonly momentMs: () => number;
  /** Places of the objects that stand out. */
  readonly followed: readonly number[];
  /** Places of the watch's satellites, each with the colour of its bloc. */
  readonly marked: readonly Marked[];
  /** Called after each frame with where each followed object stands, 0 to 1 from left and top; null where it is hidden. */
  readonly drawn: (at: readonly (readonly [x: number, y: number] | null)[]) => void;
}

/** The layer, and how it is told of new states. */
export interface ObjectsLayer extends CustomLayerInterface {
  readonly setStates: (answer: Answered) => void;
  readonly show: (shown: Shown) => void;
  /** Takes the colours of the theme anew. */
  readonly recolour: () => void;
}

const FLOATS = 6;

/** What stands out: the watch's satellites, and larger those that are followed. */
function dotsOf({ marked, followed }: Shown) {
  const chosen = followed.map((place) => ({ place, token: "--accent" as const, size: 9 }));
  return [...marked.map((each) => ({ ...each, size: 6 })), ...chosen];
}

/** The colours of the theme, each looked up once until they are forgotten. */
function themeColours() {
  const known = new Map<string, Colour>();
  const of = (token: Marked["token"]): Colour => {
    const colour = known.get(token) ?? rgbOf(token);
    known.set(token, colour);
    return colour;
  };
  return { of, forget: () => known.clear() };
}

/** The whole catalogue as points, the followed objects larger and with their tracks. */
export function objectsLayer(): ObjectsLayer {
  let [map, gl, brush] = [] as unknown as [MapLibre, WebGL2RenderingContext, Brush];
  let [catalogue, track] = [] as unknown as [WebGLBuffer, WebGLBuffer];
  let states: Answered | null = null;
  let shown: Shown | null = null;
  const colours = themeColours();

  function render(_: WebGL2RenderingContext, { defaultProjectionData }: CustomRenderMethodInput): void {
    if (!states || !shown) return;
    const moment = shown.momentMs();
    const matrix = Float64Array.from(defaultProjectionData.mainMatrix);
    const view = { matrix, eye: eyeOf(matrix), sidereal: siderealTimeRad(moment) };
    const seconds = (moment - states.atMs) / 1000;
    brush.begin(view);
    for (const points of states.tracks) {
      fill(track, points);
      brush.draw(track, 0, points.length / FLOATS, {
        colour: colours.of("--accent"),
        alpha: 0.7,
        size: 0,
        seconds: 0,
      });
    }
    const all = { colour: colours.of("--ink"), alpha: 0.5, size: 1.5, seconds };
    brush.draw(catalogue, 0, states.states.length / FLOATS, all);
    for (const { place, token, size } of dotsOf(shown)) {
      brush.draw(catalogue, place, 1, { colour: colours.of(token), alpha: 1, size, seconds });
    }
    const stateAt = (place: number) => states!.states.subarray(place * FLOATS);
    shown.drawn(shown.followed.map((place) => onCanvas(stateAt(place), seconds, view)));
  }

  function fill(buffer: WebGLBuffer, values: Float32Array): void {
    gl.bindBuffer(gl.ARRAY_BUFFER, buffer);
    gl.bufferData(gl.ARRAY_BUFFER, values, gl.DYNAMIC_DRAW);
  }

  return {
    id: "objects",
    type: "custom",
    renderingMode: "3d",
    onAdd(added, context) {
      [map, gl, brush] = [added, context, brushFor(context)];
      [catalogue, track] = [gl.createBuffer(), gl.createBuffer()];
    },
    onRemove: () => brush.end(),
    render,
    setStates(answer) {
      states = answer;
      fill(catalogue, answer.states);
      map.triggerRepaint();
    },
    recolour() {
      colours.forget();
      map.triggerRepaint();
    },
    show(next) {
      shown = next;
      map.triggerRepaint();
    },
  };
}
