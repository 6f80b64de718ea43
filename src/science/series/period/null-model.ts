import { weightedQuantile, type Random } from "#science/numbers/index.ts";

/** The largest value of a statistic over the band, and the frequency it stands at. */
export interface Peak {
  readonly height: number;
  readonly frequency: number;
}

/** A kind of world without a cycle. */
export interface NullModel<Data> {
  readonly name: string;
  readonly fit: (data: Data) => FittedNull<Data>;
}

/** The world of that kind that the data fit best. */
export interface FittedNull<Data> {
  /** The highest peak of the data beyond what this world has by itself. */
  readonly peak: () => Peak;
  readonly draw: (random: Random) => Data;
}

/** What a null makes of the data. */
export interface NullAnswer {
  readonly name: string;
  readonly p: number;
  readonly peak: Peak;
  /** Whether other data would have been called a cycle at the 5 % level. */
  readonly calls: (height: number) => boolean;
}

/** The level at which a verdict is given. */
export const LEVEL = 0.05;

/**
 * p of the highest peak in the band: the share of draws from the fitted null, each fitted anew, that peak as
 * high. The maximum over the band pays for having looked everywhere in it. Davison & Hinkley 1997, §4.2.
 */
export function testAgainst<Data>(
  model: NullModel<Data>,
  data: Data,
  { simulations, random }: { readonly simulations: number; readonly random: Random },
): NullAnswer {
  const fit = model.fit(data);
  const peak = fit.peak();
  const heights = Float64Array.from({ length: simulations }, () => model.fit(fit.draw(random)).peak().height);
  const reached = heights.reduce((count, height) => (height >= peak.height ? count + 1 : count), 0);
  const threshold = weightedQuantile(heights, new Float64Array(simulations).fill(1), 1 - LEVEL);
  return {
    name: model.name,
    p: (1 + reached) / (1 + simulations),
    peak,
    calls: (height) => height > threshold,
  };
}

/** The highest of the values, which stand at the frequencies. */
export function peakOf(values: Float64Array, frequencies: Float64Array): Peak {
  let best = 0;
  for (let k = 1; k < values.length; k++) if (values[k]! > values[best]!) best = k;
  return { height: values[best]!, frequency: frequencies[best]! };
}
