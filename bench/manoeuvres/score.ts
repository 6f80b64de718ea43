/** How what was found compares with what is on record, one to one. */
export interface Score {
  readonly matched: number;
  readonly found: number;
  readonly labels: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** The greatest number of pairs no further apart than the tolerance, from two ordered lists of times. */
export function matchInOrder(
  found: readonly number[],
  labels: readonly number[],
  tolerance: number,
): [number, number][] {
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < found.length && j < labels.length;) {
    if (Math.abs(found[i]! - labels[j]!) <= tolerance) pairs.push([i++, j++]);
    else if (found[i]! < labels[j]!) i++;
    else j++;
  }
  return pairs;
}

export function scoreOf(found: readonly number[], labels: readonly number[], tolerance: number): Score {
  return ratios(matchInOrder(found, labels, tolerance).length, found.length, labels.length);
}

export function sumOf(scores: readonly Score[]): Score {
  const sum = (of: "matched" | "found" | "labels") => scores.reduce((total, score) => total + score[of], 0);
  return ratios(sum("matched"), sum("found"), sum("labels"));
}

function ratios(matched: number, found: number, labels: number): Score {
  const [precision, recall] = [matched / Math.max(found, 1), matched / Math.max(labels, 1)];
  const f1 = (2 * precision * recall) / Math.max(precision + recall, 1e-9);
  return { matched, found, labels, precision, recall, f1 };
}
