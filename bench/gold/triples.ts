import type { CodedEvent } from "#science/text/index.ts";

/** One gold sentence of `test/gold`. */
export interface GoldSentence {
  readonly id: string;
  readonly lang: string;
  readonly text: string;
  readonly date: string;
  readonly half: "tuning" | "opened" | "check" | "training" | "held";
  readonly events: readonly GoldEvent[];
  readonly reason?: string;
}

export interface GoldEvent {
  readonly source: { readonly country: string };
  readonly target: { readonly country: string };
  readonly root: string;
  readonly reciprocal?: boolean;
}

/** Hits, events told and events wanted of one sentence. */
export interface Counts {
  readonly hits: number;
  readonly told: number;
  readonly wanted: number;
}

/** Compares triples of countries and root; the order of a reciprocal event means nothing, and its mirror is not counted twice. */
export function compareTriples(gold: readonly GoldEvent[], coded: readonly Triple[]): Counts {
  const unordered = new Set(gold.filter(({ reciprocal }) => reciprocal).map(pairKey));
  const key = (event: Triple) => (unordered.has(pairKey(event)) ? pairKey(event) : orderedKey(event));
  const wanted = new Set(gold.map(key));
  const told = new Set(coded.map(key));
  return { hits: [...told].filter((one) => wanted.has(one)).length, told: told.size, wanted: wanted.size };
}

export interface Triple {
  readonly source: { readonly country: string | null };
  readonly target: { readonly country: string | null };
  readonly root: string;
}

/** A coded event as a triple. */
export const tripleOf = ({ source, target, root }: CodedEvent): Triple => ({ source, target, root });

const orderedKey = ({ source, target, root }: Triple) => `${source.country}>${target.country} ${root}`;
const pairKey = ({ source, target, root }: Triple) => {
  const [a, b] = [`${source.country}`, `${target.country}`];
  return `${a < b ? a : b}&${a < b ? b : a} ${root}`;
};

/** F1 of summed counts; 0 where nothing was told or wanted. */
export function f1Of(counts: readonly Counts[]): number {
  let [hits, sum] = [0, 0];
  for (const one of counts) {
    hits += one.hits;
    sum += one.told + one.wanted;
  }
  return sum === 0 ? 0 : (2 * hits) / sum;
}
