import { BIT } from "../classes.ts";
import type { ReadSentence, Sentence } from "../event-language.ts";
import type { Mention } from "../mention.ts";
import { has, isMark } from "../sentence.ts";
import { PAST, THIRD } from "./inflect.ts";

/** The verb by which somebody who is named from a token on tells what was said before ("Rubio said", "the ministry in Oslo warned"), or is told behind a quotation ("said Rubio"); -1 where none does. */
export function tellingVerb(sentence: Sentence, from: number, end: number): number {
  const { idOf } = sentence.language.classes;
  const [say, warn] = [idOf.get("v:say"), idOf.get("v:warn")];
  for (let at = from; at < Math.min(end, from + TELLER); at++) {
    if (has(sentence, at, BIT.and | BIT.to | BIT.who | BIT.that)) return -1;
    const isSpeech = sentence.lexical[at]?.some(
      (one) => (one.class === say || one.class === warn) && one.form & (PAST | THIRD),
    );
    if (isSpeech || (at > from && isUnknownVerb(sentence, at))) return at;
  }
  return -1;
}

/** Words that name a teller at most. */
const TELLER = 9;

/** "Belgrade informed Zagreb", "the agency boasted": a word like a verb's past right behind a name. */
const isUnknownVerb = (sentence: Sentence, at: number): boolean =>
  sentence.lexical[at] === undefined &&
  /[a-z]ed$/.test(sentence.tokens.lower[at]!) &&
  sentence.named[at - 1] !== undefined &&
  (isMark(sentence, at + 1) ||
    sentence.named[at + 1] !== undefined ||
    has(sentence, at + 1, BIT.to | BIT.time));

/** "…, Finland said", "…," vowed Baku": who tells it behind the last comma. */
export function tellerAtEnd(sentence: ReadSentence): Mention | undefined {
  const { tokens, mentions } = sentence;
  let from = tokens.lower.lastIndexOf(",") + 1;
  if (from < 4) return undefined;
  while (/^["”»]$/.test(tokens.lower[from] ?? "")) from += 1;
  const verb = tellingVerb(sentence, from, tokens.count);
  const opens = verb === from ? verb + 1 : from;
  return verb < 0 ? undefined : mentions.find((one) => opensAt(sentence, one) === opens);
}

/** "…," Baku told Moscow": who is named right behind the verb of the teller. */
export function toldAtEnd({ mentions }: ReadSentence, teller: Mention): Mention | undefined {
  const next = mentions[mentions.indexOf(teller) + 1];
  return next && next.from - teller.to <= ADDRESSEE ? next : undefined;
}

/** Where a name begins with its article. */
const opensAt = (sentence: Sentence, { from }: Mention): number =>
  has(sentence, from - 1, BIT.the) ? from - 1 : from;

/** Words between a teller and whom it is told at most. */
const ADDRESSEE = 3;
