import { compareTriples, type GoldSentence } from "./triples.ts";

/** Cohen's kappa of the first root of each sentence (none is a root too), and the share of sentences with the same triples. */
export function agreement(
  first: readonly GoldSentence[],
  second: readonly GoldSentence[],
): { kappa: number; triples: number; sentences: number } {
  const other = new Map(second.map((one) => [one.id, one]));
  const pairs = first.flatMap((one) => {
    const two = other.get(one.id);
    return two ? [[one, two] as const] : [];
  });
  const rootOf = ({ events }: GoldSentence) => events[0]?.root ?? "none";
  const [share, byChance] = [
    pairs.filter(([a, b]) => rootOf(a) === rootOf(b)).length / pairs.length,
    chance(pairs.map(([a, b]) => [rootOf(a), rootOf(b)])),
  ];
  const same = pairs.filter(([a, b]) => {
    const { hits, told, wanted } = compareTriples(a.events, b.events);
    return hits === told && hits === wanted;
  });
  return {
    kappa: (share - byChance) / (1 - byChance),
    triples: same.length / pairs.length,
    sentences: pairs.length,
  };
}

/** Agreement that two coders with these habits would reach by chance. */
function chance(pairs: readonly (readonly [string, string])[]): number {
  const share = (side: 0 | 1, root: string) =>
    pairs.filter((pair) => pair[side] === root).length / pairs.length;
  const roots = new Set(pairs.flat());
  return [...roots].reduce((sum, root) => sum + share(0, root) * share(1, root), 0);
}
