import type { ReadSentence } from "../event-language.ts";
import type { Mention } from "../mention.ts";
import { closesClauseRussian } from "./clauses.ts";
import { FIRST_PERSON } from "./conjugate.ts";

/** Who a sentence says tells it: named beside a verb of saying, or before the colon that opens it. */
export function tellerIn(sentence: ReadSentence): Mention | undefined {
  const { mentions, tokens } = sentence;
  for (let at = 0; at < tokens.count; at++) {
    const teller = saysAt(sentence, at) ? besideVerb(sentence, at) : undefined;
    if (teller) return teller;
  }
  const [first] = mentions;
  return first && tokens.lower[first.to] === ":" ? first : undefined;
}

/** "Двое кубинцев задержаны, сообщила полиция Перу": who is named beside a verb of saying right behind the last comma or dash. */
export function tellerAtEndRussian(sentence: ReadSentence): Mention | undefined {
  const { lower } = sentence.tokens;
  const at = lower.findLastIndex((word) => /^[,—–]$/.test(word)) + 1;
  if (at < 2 || !saysAt(sentence, at)) return undefined;
  return sentence.mentions.find(({ from, country }) => from > at && country !== null);
}

const saysAt = ({ lexical, language: { classes } }: ReadSentence, at: number): boolean =>
  lexical[at]?.some(({ class: id, form }) => classes.names[id] === "v:say" && (form & FIRST_PERSON) === 0) ??
  false;

/** Somebody of known country in the clause of a verb. */
function besideVerb(sentence: ReadSentence, verb: number): Mention | undefined {
  let from = verb;
  while (from > 0 && !closesClauseRussian(sentence, from - 1)) from -= 1;
  let to = verb;
  while (to < sentence.tokens.count && !closesClauseRussian(sentence, to)) to += 1;
  return sentence.mentions.find((one) => one.from >= from && one.to <= to && one.country !== null);
}
