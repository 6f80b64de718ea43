import { BIT } from "../classes.ts";
import type { Sentence } from "../event-language.ts";
import { has, isMark, isVerbBetween } from "../sentence.ts";
import { MARK } from "../token.ts";
import { PREPOSITIONS } from "./closed-words.ts";
import { tellingVerb } from "./telling.ts";
import { afterAdverbs } from "./verbs.ts";
import { BASE, GERUND, PARTICIPLE, PAST } from "./inflect.ts";

/** For each token the number of the aside it lies in, 0 outside of them, null where there are none: what brackets, dashes or two commas part from the clause around it, and what opens the sentence up to its comma. */
export function findAsidesEnglish(sentence: Sentence): readonly number[] | null {
  const { count } = sentence.tokens;
  let asideAt: number[] | null = null;
  let number = 0;
  for (let at = 0; at < count; at++) {
    const end = at === 0 && opensSentence(sentence) ? openingEnd(sentence) : asideEnd(sentence, at);
    if (end < 0) continue;
    asideAt ??= new Array<number>(count).fill(0);
    asideAt.fill(++number, at, end + 1);
    at = end;
  }
  return asideAt;
}

/** "At the summit, …", "Two days after Peru paid, …", "Citing the treaty, …", "Accused by Peru, …". */
function opensSentence(sentence: Sentence): boolean {
  if (has(sentence, 0, PREPOSITIONS) || isOfForm(sentence, 0, GERUND | PARTICIPLE)) return true;
  let at = 0;
  while (at < MEASURE && !sentence.named[at] && !has(sentence, at, BIT.when | BIT.if)) at += 1;
  return has(sentence, at, BIT.when | BIT.if);
}

/** Words before "after" in "Just two days after" at most. */
const MEASURE = 4;

/** The comma before the clause itself: "Within days, and without a vote, …". */
function openingEnd(sentence: Sentence): number {
  let end = nextComma(sentence, 1);
  for (let next = end; next > 0 && opensAside(sentence, end + 1);) {
    next = nextComma(sentence, end + 1);
    end = Math.max(end, next);
  }
  return end;
}

/** The mark that closes the aside that a mark opens, -1 where it opens none. */
function asideEnd(sentence: Sentence, at: number): number {
  const { lower, flags, count } = sentence.tokens;
  if (!(flags[at]! & MARK)) return -1;
  if (lower[at] === "(" && lower[at + 2] !== ")") return lower.indexOf(")", at);
  if (lower[at] === "—" || lower[at] === "–") return lower.indexOf(lower[at], at + 1);
  if (lower[at] !== "," || at === 0) return -1;
  const end = nextComma(sentence, at + 2);
  if (end > 0) return isAside(sentence, at + 1, end) ? end : -1;
  return isOfForm(sentence, at + 1, GERUND) || tellingVerb(sentence, at + 1, count) > at ? count - 1 : -1;
}

/** The comma that ends what begins at a token, within the same sentence and before its last word. */
function nextComma({ tokens: { lower, flags, count } }: Sentence, from: number): number {
  for (let at = from; at < count - 1; at++) {
    if (!(flags[at]! & MARK)) continue;
    if (lower[at] === ",") return at;
    if (/^[;:?!]$/.test(lower[at]!)) return -1;
  }
  return -1;
}

function isAside(sentence: Sentence, from: number, end: number): boolean {
  if (opensAside(sentence, from)) return true;
  if (isOfForm(sentence, from, GERUND) || tellingVerb(sentence, from, end) > from) return true;
  return isVerb(sentence, end + 1) && !isPredicate(sentence, from) && !isListed(sentence, from, end);
}

/** "which", "although", "not", "in", "and without". */
const opensAside = (sentence: Sentence, at: number): boolean =>
  has(
    sentence,
    has(sentence, at, BIT.and) ? at + 1 : at,
    BIT.who | BIT.when | BIT.if | BIT.not | PREPOSITIONS,
  );

const isOfForm = ({ lexical }: Sentence, at: number, forms: number): boolean =>
  lexical[at]?.some(({ form }) => form & forms && !(form & BASE)) ?? false;

/** "and a week later, it" has more of the same before it. */
function isListed(sentence: Sentence, from: number, end: number): boolean {
  for (let at = from; at < end; at++) if (has(sentence, at, BIT.and)) return true;
  return false;
}

/** A verb or its auxiliary, over adverbs. */
function isVerb(sentence: Sentence, from: number): boolean {
  const at = afterAdverbs(sentence, from);
  if (isMark(sentence, at)) return false;
  return has(sentence, at, AUXILIARY) || isVerbBetween(sentence, at, at + 1) || isOfForm(sentence, at, PAST);
}

const AUXILIARY = BIT.be | BIT.have | BIT.do | BIT.future | BIT.would | BIT.must;

/** "jailed two men", no "owned by". */
const isPredicate = (sentence: Sentence, from: number): boolean =>
  isVerb(sentence, from) && !has(sentence, afterAdverbs(sentence, from) + 1, PREPOSITIONS);
