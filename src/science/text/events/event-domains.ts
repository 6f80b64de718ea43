/** Kinds of sentences the weights were fitted on: PLOVER's, and this project's own after its codebook. */
export type EventDomain = "plover" | "own";

/** What a rule says. */
const OF_RULES = /^[FCRfcr][:@]/;

/** The features of an example of one kind: what rules say counts once for all and once for its kind (Daumé, ACL 2007). */
export const inDomain = (domain: EventDomain, features: readonly string[]): string[] => [
  ...features,
  ...features.filter((feature) => OF_RULES.test(feature)).map((feature) => `${domain} ${feature}`),
];

const OF_DOMAIN = /^(plover|own) (.*)$/s;

/** Weights as they count for one kind of sentences: those for all and those of the kind, added up. */
export function weightsIn(
  domain: EventDomain,
  weights: ReadonlyMap<string, Float32Array>,
): Map<string, Float32Array> {
  const sums = new Map<string, Float32Array>();
  for (const [text, row] of weights) {
    const [, kind = domain, feature = text] = OF_DOMAIN.exec(text) ?? [];
    if (kind !== domain) continue;
    const sum = sums.get(feature);
    sums.set(feature, sum ? sum.map((one, at) => one + row[at]!) : row);
  }
  return sums;
}
