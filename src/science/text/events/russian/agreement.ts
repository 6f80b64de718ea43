import type { ReadSentence } from "../event-language.ts";
import type { Mention } from "../mention.ts";
import type { Trigger } from "../trigger.ts";

/** Endings of adjectives in the nominative: male, female, neuter, plural. */
const ADJECTIVES = ["ский", "ская", "ское", "ские"];
/** Endings of the past, in the same order; "-ся" may follow. */
const PASTS = ["л", "ла", "ло", "ли"];

const endingOf = (word: string, endings: readonly string[]): number =>
  endings.findIndex((ending) => word.endsWith(ending));

const pastOf = (word: string): number => endingOf(/с[яь]$/.test(word) ? word.slice(0, -2) : word, PASTS);

/** "египетский аппарат отправила ракета": whether an adjective that leads a mention has the gender and number of a past tense, so that it may be the subject; true where either does not tell. */
export function agreesWith(
  { tokens: { lower }, mentions }: ReadSentence,
  one: Mention,
  { from }: Trigger,
): boolean {
  const subject = endingOf(lower[one.from]!, ADJECTIVES);
  if (subject < 0) return true;
  const verb = pastOf(lower[from]!);
  return (
    verb < 0 ||
    verb === subject ||
    mentions.some(({ group }, at) => group === one.group && mentions[at] !== one)
  );
}

/** "бангладешский спутник": whether an adjective in the nominative leads a mention. */
export const isLedByAdjective = ({ tokens: { lower } }: ReadSentence, { from }: Mention): boolean =>
  endingOf(lower[from]!, ADJECTIVES) >= 0;

/** "сайт Минюста обрушили российские хакеры": whether a plural verb cannot be said of the noun whose owner a mention is. */
export const isTooFew = ({ tokens: { lower } }: ReadSentence, owner: Mention, { from }: Trigger): boolean =>
  pastOf(lower[from]!) === 3 && !/[ыияа]$/.test(lower[owner.from - 1] ?? "ы");
