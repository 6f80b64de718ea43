import type { Baseline } from "./baseline.ts";
import { countsByType, type EventHistory } from "./event-history.ts";
import type { HeldCoefficient } from "./held.ts";
import { fillKernels, prepareDesigns, type TargetDesign } from "./target-design.ts";
import { targetFitter, type TargetFitter } from "./target-fit.ts";

/** The best coefficients of one type at a decay, and the log-likelihood of its events. */
export interface Solved {
  readonly x: Float64Array;
  readonly logLik: number;
}

/** How to solve the problems of a decay: to within `lastGain`, as `targetFitter` has it. */
export interface Asked {
  readonly held: readonly HeldCoefficient[];
  readonly lastGain: number;
  /** What to start from: all types, best under a decay close by. */
  readonly from?: readonly Solved[] | undefined;
  /** What is best for types of which nothing is held. */
  readonly free?: readonly Solved[] | undefined;
}

/** For the logarithm of a decay, the best coefficients of every type. */
export type SolveDecay = (log: number, asked: Asked) => Solved[];

/** Histories of more numbers than this, over all decays kept, are gone through again for every fit. */
const MOST_KEPT = 2e7;

/** Solves the concave problems, one per type, that a history poses at a decay; kernels at `kept` are filled in once. */
export function decaySolver(history: EventHistory, baseline: Baseline, kept: readonly number[]): SolveDecay {
  const scratch = prepareDesigns(history, baseline);
  const starts = startsOf(history, scratch);
  const fitters = scratch.map(targetFitter);
  const isKept = kept.length * history.times.length * scratch[0]!.width < MOST_KEPT;
  const byDecay = new Map<number, readonly TargetDesign[]>();
  const designsAt = (log: number) => {
    const known = byDecay.get(log);
    if (known !== undefined) return known;
    const isOwn = isKept && kept.includes(log);
    const designs = isOwn ? scratch.map(copied) : scratch;
    fillKernels(designs, history, Math.exp(log));
    if (isOwn) byDecay.set(log, designs);
    return designs;
  };
  return (log, { held, lastGain, from, free }) => {
    const designs = designsAt(log);
    return fitters.map((fitter, i) => {
      const own = held.filter(({ type }) => type === i);
      if (free !== undefined && own.length === 0) return free[i]!;
      return solve(fitter, designs[i]!, own, [from?.[i]!.x ?? starts[i]!, starts[i]!], lastGain);
    });
  };
}

function copied(design: TargetDesign): TargetDesign {
  return { ...design, columns: design.columns.slice(), totals: design.totals.slice() };
}

/** What is best for one decay can leave an event without any rate under another: hence the second start. */
function solve(
  fitter: TargetFitter,
  design: TargetDesign,
  held: readonly HeldCoefficient[],
  starts: readonly Float64Array[],
  lastGain: number,
): Solved {
  const mask = new Uint8Array(design.width);
  let x = starts[0]!;
  let logLik = -Infinity;
  for (const start of starts) {
    x = start.slice();
    for (const { column, value } of held) [mask[column], x[column]] = [1, value];
    logLik = fitter(design, x, mask, lastGain);
    if (logLik > -Infinity) break;
  }
  return { x, logLik };
}

/** Half of the events by the baseline and some by every type, so that none is without a rate. */
function startsOf(history: EventHistory, designs: readonly TargetDesign[]): Float64Array[] {
  const counts = countsByType(history);
  return designs.map(({ width, totals }, i) => {
    const base = width - history.typeCount;
    const level = counts[i]! / (2 * history.duration);
    const start = new Float64Array(width).fill(0.25 / history.typeCount, base);
    for (let k = 0; k < base; k++) start[k] = totals[k] === 0 ? 0 : level;
    return start;
  });
}
