/**
 * The candidate a person may have meant: least edit distance, letter case ignored; null when none is within
 * that distance (a third of the name unless told). A suggestion, never a correction.
 */
export function nearest(
  name: string,
  candidates: Iterable<string>,
  within = Math.max(1, Math.floor(name.length / 3)),
): string | null {
  let best: string | null = null;
  let reach = within + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - name.length) >= reach) continue;
    const distance = editDistance(name.toLowerCase(), candidate.toLowerCase());
    if (distance < reach) [best, reach] = [candidate, distance];
  }
  return best;
}

/** Insertions, deletions, substitutions and swaps of neighbours (optimal string alignment). */
export function editDistance(a: string, b: string): number {
  let [before, above] = [[] as number[], Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      const swaps = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row.push(
        Math.min(above[j]! + 1, row[j - 1]! + 1, above[j - 1]! + same, swaps ? before[j - 2]! + 1 : Infinity),
      );
    }
    [before, above] = [above, row];
  }
  return above[b.length]!;
}
