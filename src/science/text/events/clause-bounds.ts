import type { ReadSentence } from "./event-language.ts";

/** Where the clause of a token begins. */
export function clauseStart(sentence: ReadSentence, from: number): number {
  let at = from;
  while (at > 0 && !sentence.language.grammar.closesClause(sentence, at - 1)) at -= 1;
  return at;
}

/** Where the clause of a token ends. */
export function clauseEnd(sentence: ReadSentence, from: number): number {
  let at = from;
  while (at < sentence.tokens.count && !sentence.language.grammar.closesClause(sentence, at)) at += 1;
  return at;
}
