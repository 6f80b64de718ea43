import { siderealTimeRad } from "#science/earth/index.ts";
import { rgbOf } from "../map/colours.ts";
import { brushFor, type Colour } from "./state-brush.ts";
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

/** A canvas above the globe's own, so that the land is drawn when the camera moves and not with every moving object. */
export interface ObjectsCanvas {
  readonly setStates: (answer: Answered) => void;
  readonly show: (shown: Shown) => void;
  /** Takes the globe as it was drawn last: its matrix, and its size in pixels. */
  readonly setView: (matrix: Float64Array, width: number, height: number) => void;
  readonly paint: () => void;
  /** Takes the colours of the theme anew. */
  readonly recolour: () => void;
  readonly end: () => void;
}

const FLOATS = 6;

/** Places that are drawn alike. */
interface Dots {
  readonly places: Uint32Array;
  readonly token: Marked["token"];
  readonly size: number;
}

/** What stands out: the watch's satellites, and larger those that are followed. */
function dotsOf({ marked, followed }: Shown): Dots[] {
  const byColour = [...Map.groupBy(marked, ({ token }) => token)];
  return [
    ...byColour.map(([token, alike]) => ({
      places: Uint32Array.from(alike, ({ place }) => place),
      token,
      size: 6,
    })),
    { places: Uint32Array.from(followed), token: "--accent", size: 9 },
  ];
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

/** States on the graphics processor. */
interface Held {
  readonly buffer: WebGLBuffer;
  readonly count: number;
}

function hold(gl: WebGL2RenderingContext, states: Float32Array): Held {
  const buffer = gl.createBuffer();
  gl.bindBuffer(gl.ARRAY_BUFFER, buffer);
  gl.bufferData(gl.ARRAY_BUFFER, states, gl.STATIC_DRAW);
  return { buffer, count: states.length / FLOATS };
}

/** The whole catalogue as points, the followed objects larger and with their tracks; null where there is no WebGL. */
export function objectsCanvas(canvas: HTMLCanvasElement): ObjectsCanvas | null {
  const gl = canvas.getContext("webgl2", { antialias: false, depth: false, stencil: false });
  if (!gl) return null;
  const brush = brushFor(gl);
  const colours = themeColours();
  let [catalogue, ...tracks]: readonly Held[] = [];
  let states: Answered | null = null;
  let shown: Shown | null = null;
  let dots: readonly Dots[] = [];
  let matrix: Float64Array | null = null;

  function paint(): void {
    if (!states || !catalogue || !shown || !matrix) return;
    const moment = shown.momentMs();
    const view = { matrix, eye: eyeOf(matrix), sidereal: siderealTimeRad(moment) };
    const seconds = (moment - states.atMs) / 1000;
    brush.begin(view);
    const line = { colour: colours.of("--accent"), alpha: 0.7, size: 0, seconds: 0 };
    for (const { buffer, count } of tracks) brush.draw(buffer, count, line);
    const all = { colour: colours.of("--ink"), alpha: 0.5, size: 1.5, seconds };
    brush.draw(catalogue.buffer, catalogue.count, all);
    for (const { places, token, size } of dots) {
      brush.drawSome(catalogue.buffer, places, { colour: colours.of(token), alpha: 1, size, seconds });
    }
    const stateAt = (place: number) => states!.states.subarray(place * FLOATS);
    shown.drawn(shown.followed.map((place) => onCanvas(stateAt(place), seconds, view)));
  }

  return {
    paint,
    setStates(answer) {
      states = answer;
      for (const held of [catalogue, ...tracks]) if (held) gl.deleteBuffer(held.buffer);
      [catalogue, ...tracks] = [answer.states, ...answer.tracks].map((each) => hold(gl, each));
      paint();
    },
    setView(drawn, width, height) {
      matrix = drawn;
      if (canvas.width !== width) canvas.width = width;
      if (canvas.height !== height) canvas.height = height;
      paint();
    },
    recolour() {
      colours.forget();
      paint();
    },
    show(next) {
      shown = next;
      dots = dotsOf(next);
      paint();
    },
    end() {
      brush.end();
      gl.getExtension("WEBGL_lose_context")?.loseContext();
    },
  };
}
