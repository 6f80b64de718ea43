import { logGammaP } from "#science/numbers/index.ts";
import type { Band } from "./band.ts";
import type { Dating } from "./dating.ts";

/** What is closer than this share of the shortest cycle has one phase in every cycle of the band. */
const CLOSE = 1 / 40;
/** How rarely chance brings so many together anywhere in the history. */
const CHANCE = 0.01;

/**
 * How many events came together, wave by wave, in an order that begins and ends with a single event where there is one.
 * A wave is more events than chance puts into one cell, or as close as has one phase in the whole band: where it falls
 * decides on the phase of all of them at once, so that it is moved as one. All other events are waves of one.
 */
export function wavesIn(events: readonly Dating[], band: Band, span: number): number[] {
  const dated = events
    .map(({ time, cell }) => ({ at: time + cell / 2, cell }))
    .toSorted((a, b) => a.at - b.at);
  const within = (from: number, to: number) => countBelow(dated, to) - countBelow(dated, from);
  const [waves, singles]: [number[], number[]] = [[], []];
  for (let i = 0; i < dated.length;) {
    const { at, cell } = dated[i]!;
    const rate = Math.max(dated.length / span, within(at - band.max / 2, at + band.max / 2) / band.max);
    const reaches = [cell, Math.max(cell, CLOSE * band.min)];
    const sizes = reaches.map((reach) => {
      const size = within(at, at + reach);
      return isByChance(size - 1, reach * rate, dated.length) ? 1 : size;
    });
    const size = Math.max(...sizes);
    if (size > 1) waves.push(size);
    else singles.push(size);
    i += size;
  }
  return [...singles.slice(0, 1), ...waves, ...singles.slice(1)];
}

/** How many of the sorted are below, by halving. */
function countBelow(dated: readonly { readonly at: number }[], bound: number): number {
  let [low, high] = [0, dated.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (dated[middle]!.at < bound) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether so many more beside one event, that many being expected, are nothing to wonder at among `tries` events. */
const isByChance = (others: number, expected: number, tries: number) =>
  others <= 0 || tries * Math.exp(logGammaP(others, expected)) > CHANCE;
