import { BIT } from "../classes.ts";
import { has, isMark } from "../sentence.ts";
import type { ReadSentence } from "../event-language.ts";
import type { Mention } from "../mention.ts";

/** All mentions joined with one. */
export const grouped = ({ mentions }: ReadSentence, one: Mention | undefined): Mention[] =>
  one ? mentions.filter(({ group }) => group === one.group) : [];

/** The mentions to the right that belong to the clause, before another clause opens. */
export function mentionsAfter(
  sentence: ReadSentence,
  from: number,
  reach: "comma" | "clause" | "sentence" = "clause",
): Mention[] {
  const found: Mention[] = [];
  for (let at = from; at < sentence.tokens.count; at++) {
    const index = sentence.mentionAt[at]!;
    if (index >= 0) {
      const mention = sentence.mentions[index]!;
      if (mention.from >= from) found.push(mention);
      at = mention.to - 1;
    } else if (reach === "comma" && sentence.tokens.lower[at] === ",") break;
    else if (
      reach !== "sentence" &&
      (sentence.language.grammar.closesClause(sentence, at) || opensNext(sentence, at))
    )
      break;
  }
  return found;
}

/** "China signed, and India watched": a comma, a conjunction, somebody new and no list behind: the next clause. */
function opensNext(sentence: ReadSentence, at: number): boolean {
  const { tokens, mentionAt, mentions } = sentence;
  if (tokens.lower[at] !== "," || !CONJUNCTIONS.has(tokens.lower[at + 1]!)) return false;
  const index = mentionAt[at + (has(sentence, at + 2, BIT.the) ? 3 : 2)] ?? -1;
  if (index < 0 || mentions[index]!.group === mentions[index - 1]?.group) return false;
  const { to, isOwner } = mentions[index]!;
  return !isOwner && to < tokens.count && !isMark(sentence, to) && !has(sentence, to, BIT.and);
}

const CONJUNCTIONS = new Set(["and", "but", "while", "yet", "so"]);

/** The token where a verb's auxiliaries begin. */
export function verbGroupStart(sentence: ReadSentence, at: number): number {
  const group =
    BIT.be | BIT.have | BIT.do | BIT.future | BIT.would | BIT.must | BIT.to | BIT.not | BIT.adverb;
  let start = at;
  while (start > 0 && has(sentence, start - 1, group) && sentence.mentionAt[start - 1]! < 0) start -= 1;
  return start;
}
