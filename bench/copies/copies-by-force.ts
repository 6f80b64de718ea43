import type { Article } from "#science/text/index.ts";

const ALIKE = 0.5;
const SHINGLE = 5;

/** Every text against every other by the Jaccard index of word shingles, Chinese characters as words: the plain way. */
export function copiesByForce(articles: readonly Article[]): number[] {
  const shingles = articles.map(({ text }) => shinglesOf(text));
  const family = articles.map((_, i) => i);
  const root = (i: number): number => (family[i] === i ? i : (family[i] = root(family[i]!)));
  for (let a = 0; a < articles.length; a++) {
    for (let b = 0; b < a; b++) {
      if (jaccard(shingles[a]!, shingles[b]!) >= ALIKE) family[root(a)] = root(b);
    }
  }
  return family.map((_, i) => root(i));
}

function shinglesOf(text: string): Set<string> {
  const words = text.toLowerCase().match(/\p{Script=Han}|[\p{L}\p{N}]+/gu) ?? [];
  const last = Math.max(1, words.length - SHINGLE + 1);
  return new Set(Array.from({ length: last }, (_, i) => words.slice(i, i + SHINGLE).join(" ")));
}

function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  if (small.size < ALIKE * large.size) return 0;
  let both = 0;
  for (const shingle of small) if (large.has(shingle)) both++;
  return both / (a.size + b.size - both);
}
