/** Words of estimative probability: ICD 203 (2015), Analytic Standards, D.6.e(2)(a). */

const BANDS = [
  "almost no chance",
  "very unlikely",
  "unlikely",
  "roughly even chance",
  "likely",
  "very likely",
  "almost certain",
] as const;

/** Upper edges of the bands below even chance, lower edges of those above: each belongs to the inner band. */
const BELOW_EVEN = [0.05, 0.2, 0.45];
const ABOVE_EVEN = [0.55, 0.8, 0.95];

/**
 * ICD 203 words for a probability and its interval, all in [0, 1]. The directive's bands share their edges;
 * an edge belongs to the band nearer to even chance. Outside 1–99 % it has no words, so the number is said.
 * An interval that spans bands is named by both ends, beyond 1–99 % by the outermost word: the bounds beside it say how far.
 */
export function estimativeWords(p: number, low: number, high: number): string {
  for (const bound of [p, low, high]) {
    if (!(bound >= 0 && bound <= 1)) throw new RangeError(`probability must be in [0, 1], got ${bound}`);
  }
  if (low > high) throw new RangeError(`interval must not end before it begins, got ${low} to ${high}`);
  const [from, to] = [wordsAt(Math.min(p, low)), wordsAt(Math.max(p, high))];
  if (from === to) return from;
  const [lowest, highest] = [nearestWord(from), nearestWord(to)];
  return lowest === highest ? lowest : `${lowest} to ${highest}`;
}

const [BELOW, ABOVE] = ["below 1 %", "above 99 %"] as const;

function nearestWord(words: string): string {
  if (words === BELOW) return BANDS[0];
  return words === ABOVE ? BANDS.at(-1)! : words;
}

function wordsAt(p: number): string {
  if (p < 0.01) return BELOW;
  if (p > 0.99) return ABOVE;
  const band = BELOW_EVEN.filter((edge) => p >= edge).length + ABOVE_EVEN.filter((edge) => p > edge).length;
  return BANDS[band]!;
}
