import type { OrbitsReply } from "../../src/api/contract.ts";
import { batchPropagator, initialise, type BatchPropagator } from "#science/orbits/index.ts";
import { elementsAt } from "./catalogue.ts";

/** What is asked of the worker: first the catalogue, then states at one moment, with a track for some objects. */
export type Asked =
  | { readonly catalogue: OrbitsReply }
  | { readonly atMs: number; readonly followed: readonly number[] };

/** States at a moment, six numbers an object (km, km/s, TEME), zeros where it is refused; and the tracks. */
export interface Answered {
  readonly atMs: number;
  readonly states: Float32Array<ArrayBuffer>;
  readonly refused: number;
  /** One turn of each followed object from the moment on. */
  readonly tracks: readonly Float32Array[];
}

const TRACK_POINTS = 180;

interface Ready {
  readonly catalogue: OrbitsReply;
  readonly propagate: BatchPropagator;
}

let ready: Ready | undefined;

// The page's own type of `self` would be a window.
const scope = self as unknown as {
  onmessage: (message: MessageEvent<Asked>) => void;
  postMessage: (answer: Answered, transfer: Transferable[]) => void;
};

scope.onmessage = ({ data }) => {
  if ("catalogue" in data) {
    const orbits = initialise(data.catalogue.id.map((_, place) => elementsAt(data.catalogue, place)));
    ready = { catalogue: data.catalogue, propagate: batchPropagator(orbits) };
  } else if (ready) {
    const answer = answerFor(ready, data.atMs, data.followed);
    scope.postMessage(answer, [answer.states.buffer]);
  }
};

function answerFor({ catalogue, propagate }: Ready, atMs: number, followed: readonly number[]): Answered {
  const all = { first: 0, end: catalogue.id.length };
  const { states, errors } = run(propagate, all, Float64Array.of(0), atMs);
  const tracks = followed.map((place) => {
    const periodMinutes = 1440 / catalogue.meanMotionRevPerDay[place]!;
    const minutes = Float64Array.from(
      { length: TRACK_POINTS },
      (_, i) => (i * periodMinutes) / (TRACK_POINTS - 1),
    );
    return run(propagate, { first: place, end: place + 1 }, minutes, atMs).states;
  });
  return { atMs, states, refused: errors.reduce((count, error) => count + (error === 0 ? 0 : 1), 0), tracks };
}

function run(
  propagate: BatchPropagator,
  range: { readonly first: number; readonly end: number },
  minutes: Float64Array,
  originMs: number,
) {
  const cells = (range.end - range.first) * minutes.length;
  const [states, errors] = [new Float32Array(cells * 6), new Uint8Array(cells)];
  propagate(range, { minutes, originMs }, { values: states, errors });
  return { states, errors };
}
