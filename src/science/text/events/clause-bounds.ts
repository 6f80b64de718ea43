import type { ReadSentence, Sentence } from "./event-language.ts";

/** The aside a token lies in, 0 outside of all. */
export const asideOf = ({ asideAt }: Sentence, at: number): number => asideAt?.[at] ?? 0;

/** Where the clause of a token begins, or the aside it lies in; over asides that part it. */
export function clauseStart(sentence: ReadSentence, from: number): number {
  const own = asideOf(sentence, from);
  let start = from;
  for (let at = from - 1; at >= 0; at--) {
    const isOwn = asideOf(sentence, at) === own;
    if (isOwn ? sentence.language.grammar.closesClause(sentence, at) : own > 0) break;
    if (isOwn) start = at;
  }
  return start;
}

/** Where the clause of the token before ends, or the aside it lies in; over asides that part it. */
export function clauseEnd(sentence: ReadSentence, from: number): number {
  const own = asideOf(sentence, from - 1);
  for (let at = from; at < sentence.tokens.count; at++) {
    const isOwn = asideOf(sentence, at) === own;
    if (isOwn ? sentence.language.grammar.closesClause(sentence, at) : own > 0) return at;
  }
  return sentence.tokens.count;
}
