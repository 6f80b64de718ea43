/** Precision and recall of one text against another, of shared pieces counted with their repetitions. */
export interface Overlap {
  readonly precision: number;
  readonly recall: number;
}

/** Runs of four words, as the article-extraction benchmark counts them (Scrapinghub 2020, evaluate.py). */
export function shingleOverlap(got: string, want: string): Overlap {
  return overlap(shingles(words(got), 4), shingles(words(want), 4));
}

/** Runs of four characters, spaces collapsed. */
export function characterOverlap(got: string, want: string): Overlap {
  const characters = (text: string) => Array.from(text.replace(/\s+/g, " ").trim());
  return overlap(shingles(characters(got), 4), shingles(characters(want), 4));
}

export function fScore({ precision, recall }: Overlap): number {
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
}

const words = (text: string) => text.match(/[\p{L}\p{N}\p{M}_]+/gu) ?? [];

function shingles(tokens: readonly string[], n: number): Map<string, number> {
  const counts = new Map<string, number>();
  for (let i = 0; i < Math.max(1, tokens.length - n + 1); i++) {
    const key = tokens.slice(i, i + n).join("\u0001");
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

function overlap(got: Map<string, number>, want: Map<string, number>): Overlap {
  let both = 0;
  for (const [key, count] of got) both += Math.min(count, want.get(key) ?? 0);
  const total = (counts: Map<string, number>) => [...counts.values()].reduce((a, b) => a + b, 0);
  const [all, wanted] = [total(got), total(want)];
  if (both === all && both === wanted) return { precision: 1, recall: 1 };
  return { precision: both / all, recall: both / wanted };
}
