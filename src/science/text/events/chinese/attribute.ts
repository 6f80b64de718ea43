import type { ReadSentence, Sentence } from "../event-language.ts";
import type { Mention } from "../mention.ts";
import type { Trigger } from "../trigger.ts";
import { isClauseMark } from "./clause-mark.ts";

/** 释放被关押两年的法国人, 制裁支持俄罗斯的中国企业: a verb that with 的 only describes who is named behind. */
export function isDescribing(sentence: Sentence, at: number, to: number): boolean {
  if (describesUpTo(sentence, to) < 0) return false;
  if (/[被遭嫌所受]/.test(sentence.tokens.lower.slice(Math.max(0, at - 2), at).join(""))) return true;
  for (let left = at - 1; left >= 0 && !isClauseMark(sentence, left); left--) {
    if (tellsAt(sentence, left)) return !saysAt(sentence, left);
  }
  return false;
}

/** Where the 的 stands that ties what begins at a token to a name behind it, -1 where none does. */
export function describesUpTo(sentence: Sentence, from: number): number {
  const { lower, count } = sentence.tokens;
  for (let at = from; at < count && at < from + 12 && !isClauseMark(sentence, at); at++) {
    if (lower[at] !== "的") continue;
    let next = at + 1;
    while (/^[一二三四五六七八九十两数几名颗位个家艘架枚只座批首]$/.test(lower[next] ?? "")) next += 1;
    return sentence.named[next] ? at : -1;
  }
  return -1;
}

/** A verb, or a noun that stands for one: 制裁, 袭击. */
const tellsAt = (sentence: Sentence, at: number): boolean =>
  isOtherVerb(sentence, at) ||
  (sentence.lexical[at]?.some((match) => ACTS.has(sentence.language.classes.names[match.class]!)) ?? false);

const ACTS: ReadonlySet<string> = new Set(["n:sanctions", "n:attack", "n:cyberattack", "n:investigation"]);

const saysAt = ({ lexical, language: { classes } }: Sentence, at: number): boolean =>
  lexical[at]?.some((match) => classes.names[match.class] === "v:say") ?? false;

/** 制裁支持古巴的智利企业: who is named within what only describes somebody else. */
export function isWithinAttribute(sentence: ReadSentence, one: Mention, { head }: Trigger): boolean {
  for (let at = head; at < one.from; at++) {
    if (isClauseMark(sentence, at)) return false;
    if (isOtherVerb(sentence, at) && describesUpTo(sentence, at) >= one.to) return true;
  }
  return false;
}

/** Another verb of meaning: what stands before it belongs to it. */
export const isOtherVerb = ({ lexical, grammar, language: { bases } }: Sentence, at: number) =>
  grammar[at] === 0 && (lexical[at]?.some((match) => match.class < bases.noun) ?? false);
