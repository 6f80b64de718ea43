import { BIT } from "./classes.ts";
import type { ReadSentence } from "./event-language.ts";
import { inFuture, type Reason } from "./modality.ts";
import type { Root } from "../plover/plover.ts";
import { has, isVerbBetween } from "./sentence.ts";
import type { Trigger } from "./trigger.ts";

const TO_COME = /^(?:scheduled|planned|due|expected|slated|set|pending|imminent)$/;
const UNDONE =
  /^(?:cancelled|canceled|blocked|postponed|delayed|halted|suspended|stopped|refused|rejected|denied|off|failed)$/;

/** What a noun tells that a clause begins with: "the sale of radars to Peru was completed", "… is scheduled for May"; nothing where a verb stands before it or what it tells is called off. */
export function openingNoun(
  sentence: ReadSentence,
  { rule, from, to }: Trigger,
): { root: Root } | { reason: Reason } {
  const { tokens, language } = sentence;
  let start = from;
  while (start > 0 && !language.grammar.closesClause(sentence, start - 1)) start -= 1;
  if (isVerbBetween(sentence, start, from)) return { reason: "no-event-word" };
  for (let at = to; at < tokens.count && !language.grammar.closesClause(sentence, at); at++) {
    if (has(sentence, at, BIT.time)) continue;
    const word = tokens.lower[at]!;
    if (UNDONE.test(word) || has(sentence, at, BIT.not | BIT.would)) return { reason: "negated" };
    if (TO_COME.test(word) || has(sentence, at, BIT.future | BIT.must)) return { root: inFuture(rule.root!) };
  }
  return { root: rule.root! };
}
