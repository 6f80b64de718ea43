/** A term that more texts have leads to no pairs; the rarer ones do. */
const MOST_TEXTS_OF_A_TERM = 60;

/** Pairs of texts that have so many terms in common, the smaller number first. */
export function* termIndex(
  terms: readonly (readonly string[])[],
  fewest: number,
): Generator<[number, number]> {
  const textsOf = new Map<string, number[]>();
  const counts = new Map<number, number>();
  for (const [text, own] of terms.entries()) {
    counts.clear();
    for (const term of own) {
      const before = textsOf.get(term);
      if (before === undefined) textsOf.set(term, [text]);
      else {
        for (const other of before) counts.set(other, (counts.get(other) ?? 0) + 1);
        if (before.push(text) > MOST_TEXTS_OF_A_TERM) before.shift();
      }
    }
    for (const [other, common] of counts) if (common >= fewest) yield [other, text];
  }
}
