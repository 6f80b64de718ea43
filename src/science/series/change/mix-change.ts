import { shuffled, type Random } from "#science/numbers/index.ts";

/** A case with what it is filed under, once for each value that holds of it, and whether it is one of the later ones. */
export interface FiledCase {
  readonly values: readonly string[];
  readonly isLate: boolean;
}

const DRAWS = 1999;

/**
 * p of the mix of values among late cases being that among earlier ones: how often cases dealt to the two spans at
 * random differ as much by the likelihood ratio G. Exact for any counts and for cases with several values. Null where
 * either span has no case or only one value occurs: then no mix can differ. Pitman 1937.
 */
export function mixChangeP(cases: readonly FiledCase[], random: Random): number | null {
  const values = [...new Set(cases.flatMap((one) => one.values))];
  const late = cases.filter(({ isLate }) => isLate).length;
  if (values.length < 2 || late === 0 || late === cases.length) return null;
  const rank = new Map(values.map((value, k) => [value, k]));
  const filed = cases.map((one) => one.values.map((value) => rank.get(value)!));
  const labels = cases.map(({ isLate }) => Number(isLate));
  const observed = likelihoodRatio(filed, labels, values.length);
  let reached = 0;
  for (let draw = 0; draw < DRAWS; draw++)
    if (likelihoodRatio(filed, shuffled(labels, random), values.length) >= observed - ROUNDING) reached++;
  return (1 + reached) / (1 + DRAWS);
}

/** Two deals of the same counts differ by rounding. */
const ROUNDING = 1e-9;

/** G = 2 Σ observed · ln(observed / expected) over values and spans. */
function likelihoodRatio(
  filed: readonly (readonly number[])[],
  labels: readonly number[],
  width: number,
): number {
  const counts = [new Float64Array(width), new Float64Array(width)];
  const totals = [0, 0];
  filed.forEach((own, n) => {
    for (const k of own) {
      counts[labels[n]!]![k]!++;
      totals[labels[n]!]!++;
    }
  });
  const all = totals[0]! + totals[1]!;
  let g = 0;
  for (let k = 0; k < width; k++) {
    const both = counts[0]![k]! + counts[1]![k]!;
    for (const span of [0, 1]) {
      const observed = counts[span]![k]!;
      if (observed > 0) g += 2 * observed * Math.log((observed * all) / (both * totals[span]!));
    }
  }
  return g;
}
