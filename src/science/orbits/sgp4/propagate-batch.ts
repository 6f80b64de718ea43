import type { Orbits } from "./initialise.ts";
import { propagate } from "./propagate.ts";

/** The same times for many objects: minutes counted from one UTC moment, or, where it is null, from each epoch. */
export interface Times {
  readonly minutes: Float64Array;
  readonly originMs: number | null;
}

/**
 * Where a batch goes, object by object and time by time: six numbers (km, km/s, TEME) a cell, and the number of its
 * PropagationError, 0 for none.
 */
export interface States {
  readonly values: Float64Array | Float32Array;
  readonly errors: Uint8Array;
}

export function allocateStates(cells: number): States {
  return { values: new Float64Array(cells * 6), errors: new Uint8Array(cells) };
}

/** Propagates the objects from `first` to before `end` to all the times, and allocates nothing. */
export function propagateBatch(
  orbits: Orbits,
  { first, end }: { readonly first: number; readonly end: number },
  { minutes, originMs }: Times,
  { values, errors }: States,
): void {
  let cell = 0;
  for (let index = first; index < end; index++) {
    const start = originMs === null ? 0 : (originMs - orbits.epochsMs[index]!) / 60_000;
    for (let i = 0; i < minutes.length; i++, cell++) {
      errors[cell] = propagate(orbits, index, start + minutes[i]!, values, cell * 6);
    }
  }
}
