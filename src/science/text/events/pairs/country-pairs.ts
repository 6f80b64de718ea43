import type { CodedEvent, Party } from "../coded-event.ts";
import type { ReadSentence } from "../event-language.ts";
import type { Mention } from "../mention.ts";

/** Two states of a sentence, one of which may have done something to the other, and what the rules tell of that. */
export interface CountryPair {
  /** Their codes. */
  readonly doer: string;
  readonly other: string;
  /** Where they are named nearest to each other, or where the rules found them. */
  readonly source: Mention;
  readonly target: Mention;
  readonly told: CodedEvent | null;
}

/** Every ordered pair of states that a sentence names: first those of the events told, then the others. */
export function countryPairs(sentence: ReadSentence, events: readonly CodedEvent[]): CountryPair[] {
  const pairs: CountryPair[] = [];
  for (const event of events) {
    const [doer, other] = [event.source.country, event.target.country];
    if (doer === null || other === null || hasPair(pairs, doer, other)) continue;
    const [source, target] = [mentionOf(sentence, event.source), mentionOf(sentence, event.target)];
    if (source && target) pairs.push({ doer, other, source, target, told: event });
  }
  const firsts = firstMentions(sentence.mentions);
  for (let one = 0; one < firsts.length; one++) {
    for (let second = one + 1; second < firsts.length; second++) {
      const [doer, other] = [firsts[one]!.country!, firsts[second]!.country!];
      const [source, target] = nearest(sentence.mentions, firsts[one]!, firsts[second]!);
      if (!hasPair(pairs, doer, other)) pairs.push({ doer, other, source, target, told: null });
      if (hasPair(pairs, other, doer)) continue;
      pairs.push({ doer: other, other: doer, source: target, target: source, told: null });
    }
  }
  return pairs;
}

function hasPair(pairs: readonly CountryPair[], doer: string, other: string): boolean {
  for (const pair of pairs) if (pair.doer === doer && pair.other === other) return true;
  return false;
}

const mentionOf = ({ mentions, tokens: { start } }: ReadSentence, { span }: Party): Mention | undefined =>
  mentions.find(({ from }) => start[from] === span[0]);

/** The first mention of every state. */
function firstMentions(mentions: readonly Mention[]): Mention[] {
  const firsts: Mention[] = [];
  for (const one of mentions) {
    if (one.country === null) continue;
    let known = 0;
    while (known < firsts.length && firsts[known]!.country !== one.country) known += 1;
    if (known === firsts.length) firsts.push(one);
  }
  return firsts;
}

/** A pronoun stands for a name as if it were so many words further off. */
const PRONOUN = 3;

/** The mentions of two states with the fewest words between them; of equals the first. */
function nearest(
  mentions: readonly Mention[],
  first: Mention,
  other: Mention,
): readonly [source: Mention, target: Mention] {
  let [source, target] = [first, other];
  let least = Number.POSITIVE_INFINITY;
  for (const one of mentions) {
    if (one.country !== first.country) continue;
    for (const second of mentions) {
      if (second.country !== other.country) continue;
      const words = one.from < second.from ? second.from - one.to : one.from - second.to;
      const far = words + (one.isPronoun ? PRONOUN : 0) + (second.isPronoun ? PRONOUN : 0);
      if (far < least) [least, source, target] = [far, one, second];
    }
  }
  return [source, target];
}
