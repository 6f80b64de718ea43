import type { ReadSentence } from "../event-language.ts";
import type { Mention } from "../mention.ts";
import type { Trigger } from "../trigger.ts";

/** Endings of the past and of short participles by gender and number; "-ся" may follow. */
const VERB = [
  /(?:л|ен|ён|ан|ят|ыт)(?:ся)?$/,
  /(?:ла|ена|ана|ята|ыта)(?:сь)?$/,
  /(?:ло|ено|ано|ято|ыто)(?:сь)?$/,
  /(?:ли|ены|аны|яты|ыты)(?:сь)?$/,
];
/** Endings of adjectives in the nominative, in the same order. */
const ADJECTIVE = [/ск(?:ий|ой)$/, /ская$/, /ское$/, /ские$/];

/** "египетский аппарат отправила ракета": whether an adjective that leads a mention has the gender and number of a past tense, so that it may be the subject; true where either does not tell. */
export function agreesWith(
  { tokens: { lower }, mentions }: ReadSentence,
  one: Mention,
  { from }: Trigger,
): boolean {
  const verb = VERB.findIndex((ending) => ending.test(lower[from]!));
  const subject = ADJECTIVE.findIndex((ending) => ending.test(lower[one.from]!));
  if (verb < 0 || subject < 0 || verb === subject) return true;
  return mentions.filter(({ group }) => group === one.group).length > 1;
}

/** "бангладешский спутник": whether an adjective in the nominative leads a mention. */
export const isLedByAdjective = ({ tokens: { lower } }: ReadSentence, { from }: Mention): boolean =>
  ADJECTIVE.some((ending) => ending.test(lower[from]!));

/** "сайт Минюста обрушили российские хакеры": whether a plural verb cannot be said of the noun whose owner a mention is. */
export const isTooFew = ({ tokens: { lower } }: ReadSentence, owner: Mention, { from }: Trigger): boolean =>
  /(?:ли|лись|ны|ты)$/.test(lower[from]!) && !/[ыияа]$/.test(lower[owner.from - 1] ?? "ы");
