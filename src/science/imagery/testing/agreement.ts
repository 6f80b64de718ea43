/** How a mask agrees with labels. */
export interface Agreement {
  readonly f1: number;
  readonly kappa: number;
  /** Share of pixels labelled unchanged that are in the mask. */
  readonly falseShare: number;
  readonly recall: number;
}

/** Compares a 0/1 mask with labels: 1 changed, 0 unchanged, null not labelled. */
export function agreement(mask: ArrayLike<number>, label: (i: number) => number | null): Agreement {
  let [hits, misses, falseOnes, rest] = [0, 0, 0, 0];
  for (let i = 0; i < mask.length; i++) {
    const truth = label(i);
    if (truth === null) continue;
    const isMarked = mask[i] === 1;
    if (truth === 1 && isMarked) hits++;
    else if (truth === 1) misses++;
    else if (isMarked) falseOnes++;
    else rest++;
  }
  const n = hits + misses + falseOnes + rest;
  const observed = (hits + rest) / n;
  const byChance = ((hits + falseOnes) * (hits + misses) + (misses + rest) * (falseOnes + rest)) / n ** 2;
  return {
    f1: (2 * hits) / (2 * hits + misses + falseOnes),
    kappa: (observed - byChance) / (1 - byChance),
    falseShare: falseOnes / (falseOnes + rest),
    recall: hits / (hits + misses),
  };
}
