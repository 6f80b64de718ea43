import type { Sentence } from "../event-language.ts";
import type { Mention } from "../mention.ts";
import { isMark } from "../sentence.ts";

/** "the former", "the latter": whether a word stands for one of two who were named; "the former minister" does not. */
export function isOneOfTwo(sentence: Sentence, at: number): boolean {
  const { lower, count } = sentence.tokens;
  if (lower[at - 1] !== "the" || (lower[at] !== "former" && lower[at] !== "latter")) return false;
  const next = at + 1;
  const isVerb = sentence.lexical[next]?.some(({ class: id }) => id < sentence.language.bases.noun) ?? false;
  return (
    next >= count || isMark(sentence, next) || lower[next] === "'s" || sentence.grammar[next] !== 0 || isVerb
  );
}

/** A mention of one of two with the country of the first or the second of the last two states named; others as they are. */
export function oneOfTwo(sentence: Sentence, mention: Mention, found: readonly Mention[]): Mention {
  if (!isOneOfTwo(sentence, mention.from)) return mention;
  const named = found.filter(({ from, country }) => country !== null && !isOneOfTwo(sentence, from));
  const isOther = (one: Mention, two: Mention) => one.country !== two.country;
  const second =
    named.findLast((one) => named.some((other) => other.group === one.group && isOther(one, other))) ??
    named.at(-1);
  const first = named.findLast((one) => isOther(one, second!) && one.from < second!.from);
  if (!first || !second) return mention;
  const { actor, country, sector } = sentence.tokens.lower[mention.from] === "former" ? first : second;
  return { ...mention, actor, country, sector };
}
