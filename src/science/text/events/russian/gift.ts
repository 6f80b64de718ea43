import { clauseEnd, clauseStart } from "../clause-bounds.ts";
import type { ReadSentence } from "../event-language.ts";
import type { Trigger } from "../trigger.ts";

const FREELY = /^(?:безвозмездн|бесплатн)/;

/** "безвозмездно передал", "бесплатно обучены", "передал в дар": what is given for nothing is aid. */
export function isGiftRussian(sentence: ReadSentence, { from, to }: Trigger): boolean {
  const clause = sentence.tokens.lower.slice(clauseStart(sentence, from), clauseEnd(sentence, to));
  return clause.some(
    (word, at) => FREELY.test(word) || (clause[at - 1] === "в" && (word === "дар" || word === "подарок")),
  );
}
