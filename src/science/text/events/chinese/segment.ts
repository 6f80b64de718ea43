import type { Match } from "../lexicon.ts";

/** Keeps, from the left, the longest phrase at each place and drops those that overlap it: words of a text without spaces. */
export function longestWords(matches: readonly Match[]): Match[] {
  const kept: Match[] = [];
  let end = 0;
  for (let at = 0; at < matches.length;) {
    const { from } = matches[at]!;
    let longest = 0;
    let next = at;
    for (; next < matches.length && matches[next]!.from === from; next++) {
      longest = Math.max(longest, matches[next]!.to);
    }
    if (from >= end) {
      for (let one = at; one < next; one++) if (matches[one]!.to === longest) kept.push(matches[one]!);
      end = longest;
    }
    at = next;
  }
  return kept;
}
