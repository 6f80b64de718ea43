import { functionCount, writeBaseline, type Baseline, baselineIntegrals } from "./baseline.ts";
import { countsByType, type EventHistory } from "./event-history.ts";

/**
 * What the intensity of one type is linear in: λ(t_n) = Σ x_k · column_k[n], with its integral over the window
 * = totals · x. The columns, one after the other, are the baseline functions, then the summed kernels of every type.
 */
export interface TargetDesign {
  readonly width: number;
  readonly count: number;
  readonly columns: Float64Array;
  readonly totals: Float64Array;
}

/** Space for the designs of every type; the baseline columns, which no decay changes, are filled. */
export function prepareDesigns(history: EventHistory, baseline: Baseline): TargetDesign[] {
  const base = functionCount(baseline);
  const width = base + history.typeCount;
  const integrals = baselineIntegrals(baseline, history.duration);
  const designs = countsByType(history).map((count): TargetDesign => {
    const totals = new Float64Array(width);
    totals.set(integrals);
    return { width, count, columns: new Float64Array(count * width), totals };
  });
  const next = designs.map(() => 0);
  const values = new Float64Array(base);
  history.types.forEach((type, n) => {
    const { columns, count } = designs[type]!;
    writeBaseline(baseline, history.times[n]!, values, 0);
    const at = next[type]!++;
    for (let k = 0; k < base; k++) columns[k * count + at] = values[k]!;
  });
  return designs;
}

/**
 * Fills in the kernel columns Σ θ exp(−θ(t − t_k)) over strictly earlier events, by the O(N) recursion of
 * Ozaki 1979, and the integrals of the kernels up to the end of the window.
 */
export function fillKernels(designs: readonly TargetDesign[], history: EventHistory, theta: number): void {
  const { times, types, typeCount, duration } = history;
  const sums = new Float64Array(typeCount);
  const base = designs[0]!.width - typeCount;
  const next = new Int32Array(typeCount);
  const covered = new Float64Array(typeCount);
  let joined = 0;
  let clock = 0;
  for (let n = 0; n < times.length; n++) {
    const time = times[n]!;
    if (time > clock) {
      while (joined < n) sums[types[joined++]!]! += theta;
      const decay = Math.exp(-theta * (time - clock));
      for (let j = 0; j < typeCount; j++) sums[j]! *= decay;
      clock = time;
    }
    const type = types[n]!;
    const { columns, count } = designs[type]!;
    const at = base * count + next[type]!++;
    for (let j = 0; j < typeCount; j++) columns[at + j * count] = sums[j]!;
    covered[type]! -= Math.expm1(-theta * (duration - time));
  }
  for (const { totals } of designs) totals.set(covered, base);
}
