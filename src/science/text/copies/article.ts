/** What is known of one published text; only the id and the text must be there. */
export interface Article {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  /** ISO 639-1; told from the script where it is absent. */
  readonly lang?: string;
  /** UTC milliseconds since 1970. */
  readonly publishedMs?: number;
  readonly publisher?: string;
  /** Other names that the publisher goes by. */
  readonly knownAs?: readonly string[];
  readonly url?: string;
  /** The address that the page itself names as its original. */
  readonly canonical?: string;
  /** Who owns the publisher. */
  readonly owner?: string;
}

/** Places in the list, first seen first; what has no time comes last, and equals keep the order of arrival. */
export function firstSeenOrder(articles: readonly Article[]): number[] {
  const times = Float64Array.from(articles, ({ publishedMs }) => publishedMs ?? Infinity);
  return articles
    .map((_, i) => i)
    .sort((a, b) => (times[a]! < times[b]! ? -1 : times[a]! > times[b]! ? 1 : a - b));
}
