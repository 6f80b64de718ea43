import type { Orbits } from "../sgp4/initialise.ts";
import { propagateBatch, type States, type Times } from "../sgp4/propagate-batch.ts";
import { KERNEL_BASE64 } from "./kernel-bytes.ts";

/** Objects of a list, from `first` to before `end`. */
export interface Range {
  readonly first: number;
  readonly end: number;
}

export type BatchPropagator = (range: Range, times: Times, states: States) => void;

/**
 * `propagateBatch` for these orbits at several times its speed: by a SIMD WebAssembly kernel that takes two times of an
 * object at once (so give it two or more), within 1e-8 km; by `propagateBatch` itself where there is no SIMD, or no leave to compile. It holds
 * a copy of the orbits.
 */
export function batchPropagator(orbits: Orbits): BatchPropagator {
  const kernel = instantiate();
  if (kernel === null) return (range, times, states) => propagateBatch(orbits, range, times, states);
  return kernelPropagator(kernel, orbits);
}

interface Kernel {
  readonly memory: WebAssembly.Memory;
  readonly heapBase: () => number;
  readonly propagateBatch: (
    rows: number,
    objects: number,
    starts: number,
    minutes: number,
    count: number,
    values: number,
    errors: number,
  ) => void;
}

let compiled: WebAssembly.Module | null | undefined;

function instantiate(): Kernel | null {
  compiled ??= compile();
  return compiled && (new WebAssembly.Instance(compiled).exports as unknown as Kernel);
}

function compile(): WebAssembly.Module | null {
  if (typeof WebAssembly === "undefined") return null;
  const bytes = Uint8Array.from(atob(KERNEL_BASE64), (letter) => letter.charCodeAt(0));
  if (!WebAssembly.validate(bytes)) return null;
  try {
    return new WebAssembly.Module(bytes);
  } catch {
    // A page's security policy may forbid it, and only says so here.
    return null;
  }
}

/** Cells of one call: what is written then stays in the cache until it is copied out. */
const CELLS = 8192;
const STATE_BYTES = 48;
const PAGE = 65_536;

function kernelPropagator(kernel: Kernel, orbits: Orbits): BatchPropagator {
  const rows = Math.ceil(kernel.heapBase() / 16) * 16;
  const starts = rows + orbits.rows.byteLength;
  const minutes = starts + CELLS * 8;
  const values = minutes + CELLS * 8;
  const errors = values + CELLS * STATE_BYTES;
  kernel.memory.grow(Math.ceil((errors + CELLS - kernel.memory.buffer.byteLength) / PAGE));
  const { buffer } = kernel.memory;
  new Float64Array(buffer, rows, orbits.rows.length).set(orbits.rows);
  const [startsIn, minutesIn] = [
    new Float64Array(buffer, starts, CELLS),
    new Float64Array(buffer, minutes, CELLS),
  ];
  const valuesOut = new Float64Array(buffer, values, CELLS * 6);
  const errorsOut = new Uint8Array(buffer, errors, CELLS);
  const rowBytes = orbits.rows.byteLength / Math.max(orbits.count, 1);

  return ({ first, end }, times, states) => {
    const count = times.minutes.length;
    const objectsAtOnce = Math.max(1, Math.floor(CELLS / Math.max(count, 1)));
    for (let object = first; object < end; object += objectsAtOnce) {
      const objects = Math.min(objectsAtOnce, end - object);
      for (let i = 0; i < objects; i++) startsIn[i] = startOf(orbits, object + i, times);
      for (let from = 0; from < count; from += CELLS) {
        const some = Math.min(CELLS, count - from);
        minutesIn.set(times.minutes.subarray(from, from + some));
        kernel.propagateBatch(rows + object * rowBytes, objects, starts, minutes, some, values, errors);
        const cell = (object - first) * count + from;
        states.values.set(valuesOut.subarray(0, objects * some * 6), cell * 6);
        states.errors.set(errorsOut.subarray(0, objects * some), cell);
      }
    }
  };
}

function startOf({ epochsMs }: Orbits, object: number, { originMs }: Times): number {
  return originMs === null ? 0 : (originMs - epochsMs[object]!) / 60_000;
}
