import { BIT } from "./classes.ts";
import { clauseEnd, clauseStart } from "./clause-bounds.ts";
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
  if (isVerbBetween(sentence, clauseStart(sentence, from), from)) return { reason: "no-event-word" };
  const end = clauseEnd(sentence, to);
  for (let at = to; at < end; at++) {
    if (has(sentence, at, BIT.time)) continue;
    const word = sentence.tokens.lower[at]!;
    if (UNDONE.test(word) || has(sentence, at, BIT.not | BIT.would)) return { reason: "negated" };
    if (TO_COME.test(word) || has(sentence, at, BIT.future | BIT.must)) return { root: inFuture(rule.root!) };
  }
  return { root: rule.root! };
}
