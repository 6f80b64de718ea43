import type { Random } from "#science/numbers/index.ts";
import type { NullAnswer, NullModel } from "./null-model.ts";

/** How often a cycle of that strength, somewhere in the band, would have been called one under every null. */
export interface Power {
  /** For events the modulation of their rate, for a series the share of its variance. */
  readonly strength: number;
  readonly found: number;
}

/** A null with the answer it gave. */
export interface Tried<Data> {
  readonly model: NullModel<Data>;
  readonly answer: NullAnswer;
}

const TRIALS = 200;

/** Plants cycles at frequencies drawn evenly from the band, with any phase, and counts those that are found. */
export function powerOf<Data>(
  strength: number,
  tried: readonly Tried<Data>[],
  {
    frequencies,
    plant,
    random,
  }: {
    readonly frequencies: Float64Array;
    readonly plant: (cycle: Cycle) => Data;
    readonly random: Random;
  },
): Power {
  let found = 0;
  for (let trial = 0; trial < TRIALS; trial++) {
    const frequency = frequencies[Math.floor(random() * frequencies.length)]!;
    const data = plant({ strength, frequency, phase: 2 * Math.PI * random() });
    if (tried.every(({ model, answer }) => answer.calls(model.fit(data).peak().height))) found++;
  }
  return { strength, found: found / TRIALS };
}

/** A cycle to plant: cos(2πf·t + phase), as strong as is said. */
export interface Cycle {
  readonly strength: number;
  readonly frequency: number;
  readonly phase: number;
}
