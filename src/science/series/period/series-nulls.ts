import { shuffled } from "#science/numbers/index.ts";
import { drawRedNoise, fitRedNoise, gapsOf, whitened } from "../red-noise.ts";
import { lombScarglePowers, periodicBasis, type PeriodicBasis } from "./lomb-scargle.ts";
import { peakOf, type NullModel } from "./null-model.ts";

/** The values of a series, in the order of their times. */
type Values = Float64Array;

/** White noise: any order of the values is as likely as any other, so draws are permutations. */
export function whiteNoise(basis: PeriodicBasis): NullModel<Values> {
  return {
    name: "white noise",
    fit: (values) => ({
      peak: () => peakOf(lombScarglePowers(basis, values), basis.frequencies),
      draw: (random) => shuffled(values, random),
    }),
  };
}

/**
 * Red noise around a constant, or around a trend of cosines slower than the band. The scan is over what the
 * noise does not carry over from one value to the next (prewhitened), so that its redness is no cycle.
 */
export function redNoise(
  name: string,
  times: Float64Array,
  frequencies: Float64Array,
  trendTerms: number,
): NullModel<Values> {
  const gaps = gapsOf(times);
  const basis = periodicBasis(times.subarray(1), frequencies);
  const slow = slowBasis(times, trendTerms);
  return {
    name,
    fit(values) {
      const trend = projection(values, slow);
      const residual = values.map((value, i) => value - trend[i]!);
      const noise = fitRedNoise(gaps, residual, slow.length);
      return {
        peak: () => peakOf(lombScarglePowers(basis, whitened(gaps, residual, noise)), frequencies),
        draw: (random) => drawRedNoise(gaps, noise, random).map((value, i) => value + trend[i]!),
      };
    },
  };
}

/** A constant and that many half-waves over the span, orthonormal on the times (Gram–Schmidt). */
function slowBasis(times: Float64Array, terms: number): Values[] {
  const [from, to] = [times[0]!, times.at(-1)!];
  const vectors: Values[] = [];
  for (let k = 0; k <= terms; k++) {
    const wave = times.map((time) => Math.cos((Math.PI * k * (time - from)) / (to - from)));
    const along = projection(wave, vectors);
    const rest = wave.map((value, i) => value - along[i]!);
    const length = Math.hypot(...rest);
    if (length > 1e-9) vectors.push(rest.map((value) => value / length));
  }
  return vectors;
}

function projection(values: Values, vectors: readonly Values[]): Values {
  const sum = new Float64Array(values.length);
  for (const vector of vectors) {
    let along = 0;
    for (let i = 0; i < values.length; i++) along += vector[i]! * values[i]!;
    for (let i = 0; i < values.length; i++) sum[i]! += along * vector[i]!;
  }
  return sum;
}
