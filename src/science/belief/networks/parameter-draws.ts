import { preparedDirichlets, randomStream } from "#science/numbers/index.ts";
import type { Finding } from "./evidence.ts";
import type { BeliefNetwork } from "./network.ts";
import { calibrateAfresh } from "./tree/calibrate.ts";
import type { JunctionTree } from "./tree/junction-tree.ts";

/** How firmly conditional tables are held: every row ~ Dirichlet(strength × row), as if learned from so many cases. */
export interface TableDoubt {
  readonly strength: number;
  readonly seed: number | string;
}

/** Draws numbered from `from`: each has its own stream, so any split into chunks gives the same draws. */
export interface DrawRange {
  readonly from: number;
  readonly count: number;
}

/** The ends of the interval that holds the middle nine tenths of the draws, and their median. */
export interface DrawnInterval {
  readonly low: number;
  readonly median: number;
  readonly high: number;
}

/**
 * All posteriors under tables drawn at random: one row per draw, laid out as `tree.posteriors`. A draw under which the
 * evidence is impossible, its tables having lost an entry to underflow, is a row of NaN.
 */
export function drawPosteriors(
  tree: JunctionTree,
  findings: readonly Finding[],
  { strength, seed }: TableDoubt,
  { from, count }: DrawRange,
): Float64Array {
  if (!(strength > 0 && strength < Infinity)) {
    throw new RangeError(`a strength is a finite number of cases above 0, got ${strength}`);
  }
  const width = tree.posteriors.length;
  const drawn = new Float64Array(count * width);
  const { variables } = tree.network;
  const once = { ...tree, cpts: variables.map(({ cpt }) => new Float64Array(cpt.length)) };
  const tables = variables.map(({ states, cpt }) =>
    preparedDirichlets(
      cpt.map((p) => strength * p),
      states.length,
    ),
  );
  for (let i = 0; i < count; i++) {
    const random = randomStream(`${seed} ${from + i}`);
    for (let v = 0; v < tables.length; v++) tables[v]!(random, once.cpts[v]!);
    const isPossible = calibrateAfresh(once, findings) > -Infinity;
    if (isPossible) drawn.set(once.posteriors, i * width);
    else drawn.fill(NaN, i * width, (i + 1) * width);
  }
  return drawn;
}

/** Quantiles of every posterior over the draws of all chunks, those of NaN left out. */
export function drawnIntervals(
  { variables }: BeliefNetwork,
  chunks: readonly Float64Array[],
): {
  readonly draws: number;
  readonly intervals: Readonly<Record<string, Readonly<Record<string, DrawnInterval>>>>;
} {
  const width = variables.reduce((sum, { states }) => sum + states.length, 0);
  const columns = Array.from({ length: width }, (_, column) => columnOf(chunks, width, column));
  let column = 0;
  const intervals = variables.map(({ name, states }) => {
    const own = states.map((state) => [state, intervalOf(columns[column++]!)] as const);
    return [name, Object.fromEntries(own)] as const;
  });
  return { draws: columns[0]?.length ?? 0, intervals: Object.fromEntries(intervals) };
}

function columnOf(chunks: readonly Float64Array[], width: number, column: number): Float64Array {
  const values = chunks.flatMap((chunk) =>
    Array.from({ length: chunk.length / width }, (_, i) => chunk[i * width + column]!),
  );
  return Float64Array.from(values.filter((value) => !Number.isNaN(value))).sort();
}

/** Order statistics nearest to 5, 50 and 95 %. */
function intervalOf(sorted: Float64Array): DrawnInterval {
  const at = (q: number) => sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))]!;
  return { low: at(0.05), median: at(0.5), high: at(0.95) };
}
