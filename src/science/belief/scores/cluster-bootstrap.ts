import { randomStream, weightedQuantile } from "#science/numbers/index.ts";

/**
 * The logarithm of a ratio, as a smooth function of column totals that does not change when all of them are scaled;
 * `gradient` by total.
 */
export type LogRatio = (totals: Float64Array) => { readonly value: number; readonly gradient: Float64Array };

export interface RatioInterval {
  readonly low: number;
  readonly high: number;
}

/** Columns of numbers summed by cluster: `rows` holds `width` numbers for each. */
export interface Clusters {
  readonly width: number;
  readonly rows: Float64Array;
}

/** Central intervals of 90 %: their lower end is a one-sided 95 % bound. */
export const LEVEL = 0.9;
const REPLICATES = 1000;
/** Draws from fewer clusters repeat so few of them that their spread says little about what was not drawn. */
const FEWEST_CLUSTERS = 10;
/** More clusters than this are first summed at random into so many groups: the same variance on 999 degrees of freedom. */
const MOST_GROUPS = 1000;

/**
 * A 90 % interval for exp(ratio of totals) by the studentised cluster bootstrap (Efron 1979; Cameron, Gelbach & Miller
 * 2008): clusters are drawn with replacement, and each draw is measured in its own standard error, which a linearised
 * ratio gives in closed form. Null for fewer than ten clusters, and where they do not differ.
 */
export function ratioInterval(clusters: Clusters, ratio: LogRatio): RatioInterval | null {
  const groups = inGroups(clusters);
  const count = groups.rows.length / groups.width;
  if (count < FEWEST_CLUSTERS) return null;
  const whole = measure(
    groups,
    Int32Array.from({ length: count }, (_, i) => i),
    ratio,
  );
  if (!isMeasured(whole)) return null;
  const random = randomStream("cluster bootstrap");
  const drawn = new Int32Array(count);
  const deviations: number[] = [];
  for (let replicate = 0; replicate < REPLICATES; replicate++) {
    for (let i = 0; i < count; i++) drawn[i] = Math.floor(random() * count);
    const again = measure(groups, drawn, ratio);
    if (isMeasured(again)) deviations.push((again.value - whole.value) / again.error);
  }
  if (deviations.length < REPLICATES / 2) return null;
  const even = new Float64Array(deviations.length).fill(1);
  const at = (q: number) => Math.exp(whole.value - weightedQuantile(deviations, even, q) * whole.error);
  return { low: at((1 + LEVEL) / 2), high: at((1 - LEVEL) / 2) };
}

interface Measured {
  readonly value: number;
  /** Standard error: √ of the summed squares of what each cluster moves. */
  readonly error: number;
}

function isMeasured({ value, error }: Measured): boolean {
  return Number.isFinite(value) && error > 0 && error < Infinity;
}

function measure({ width, rows }: Clusters, drawn: Int32Array, ratio: LogRatio): Measured {
  const totals = new Float64Array(width);
  for (let i = 0; i < drawn.length; i++) {
    const at = drawn[i]! * width;
    for (let j = 0; j < width; j++) totals[j]! += rows[at + j]!;
  }
  const { value, gradient } = ratio(totals);
  let squares = 0;
  for (let i = 0; i < drawn.length; i++) {
    const at = drawn[i]! * width;
    let moved = 0;
    for (let j = 0; j < width; j++) moved += gradient[j]! * rows[at + j]!;
    squares += moved * moved;
  }
  return { value, error: Math.sqrt((squares * drawn.length) / (drawn.length - 1)) };
}

function inGroups({ width, rows }: Clusters): Clusters {
  if (rows.length / width <= MOST_GROUPS) return { width, rows };
  const random = randomStream("random groups");
  const groups = new Float64Array(MOST_GROUPS * width);
  for (let at = 0; at < rows.length; at += width) {
    const group = Math.floor(random() * MOST_GROUPS) * width;
    for (let j = 0; j < width; j++) groups[group + j]! += rows[at + j]!;
  }
  return { width, rows: groups };
}
