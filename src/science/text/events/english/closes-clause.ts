import { BIT } from "../classes.ts";
import { asideOf } from "../clause-bounds.ts";
import type { Sentence } from "../event-language.ts";
import { has, isMark, isVerbBetween } from "../sentence.ts";
import { MARK } from "../token.ts";
import { isAcronym } from "./acronym.ts";
import { PREPOSITIONS } from "./closed-words.ts";
import { PAST, THIRD } from "./inflect.ts";
import { pairEnd } from "./pairs.ts";
import { afterAdverbs } from "./verbs.ts";

const CLOSING_MARKS = ";:()!?—–";

/** A clause ends at a semicolon, colon, dash or bracket, and at words that open another one. */
export function closesClauseEnglish(sentence: Sentence, at: number): boolean {
  const { tokens } = sentence;
  if (tokens.lower[at] === ",") return isNextVerb(sentence, at + 1);
  if (tokens.flags[at]! & MARK)
    return (
      CLOSING_MARKS.includes(tokens.lower[at]!) && !isAcronym(sentence, at) && !isAcronym(sentence, at - 2)
    );
  if (has(sentence, at, BIT.and))
    return (
      opensWithPair(sentence, at + 1) ||
      opensWithSubject(sentence, at) ||
      (isPast(sentence, overAside(sentence, at)) && !isPast(sentence, at - 1))
    );
  return has(sentence, at, BIT.when | BIT.who | BIT.if) && !isOfRole(tokens, at);
}

/** "met in Lima, and the two sides signed": who was named before begins the next clause. */
const opensWithPair = (sentence: Sentence, at: number): boolean =>
  pairEnd(
    sentence,
    has(sentence, at, BIT.the) && !/^(?:both|two)$/.test(sentence.tokens.lower[at]!) ? at + 1 : at,
  ) > 0;

/** "Peru jailed two men, and Chile's navy has freed them", "Peru praised and Chile rejected": somebody else and what they do behind "and", and a verb before it. */
function opensWithSubject(sentence: Sentence, and: number): boolean {
  const { tokens, named } = sentence;
  const isComma = tokens.lower[and - 1] === ",";
  if (!(isComma ? tokens.lower[and - 3] !== "," : isVerbBetween(sentence, and - 1, and))) return false;
  let at = has(sentence, and + 1, BIT.the) ? and + 2 : and + 1;
  if (!named[at] || !isVerbBetween(sentence, 0, and)) return false;
  while (named[at] || tokens.lower[at] === "'s") at = named[at]?.[0]?.to ?? at + 1;
  at = afterAdverbs(sentence, at);
  if (isComma) return !isMark(sentence, at) && !has(sentence, at, PREPOSITIONS | BIT.and);
  return has(sentence, at, FINITE) || isPast(sentence, at) || isOnlyVerb(sentence, at);
}

const FINITE = BIT.be | BIT.have | BIT.do | BIT.future | BIT.would | BIT.must;

const isOnlyVerb = (sentence: Sentence, at: number): boolean =>
  isVerbBetween(sentence, at, at + 1) && sentence.lexical[at]!.some(({ form }) => form & THIRD);

/** What stands behind a word, over adverbs and an aside: "and, hours later, threatened". */
function overAside(sentence: Sentence, at: number): number {
  let next = at + 1;
  while (asideOf(sentence, next) !== asideOf(sentence, at) && next < sentence.tokens.count) next += 1;
  return afterAdverbs(sentence, next);
}

/** "posing as recruiters", "dismissed the claim as fiction": the word behind the verb, or behind its short object, tells a role, no clause. */
const isOfRole = ({ lower }: Sentence["tokens"], at: number): boolean =>
  lower[at] === "as" &&
  (lower.slice(Math.max(0, at - OBJECT), at).some((word) => TAKING_ROLE.test(word)) ||
    lower.slice(Math.max(0, at - LONG_OBJECT), at).some((word) => REGARDING.test(word)));

/** Words from a verb that gives a role to its "as" at most. */
const OBJECT = 4;

/** The same from a verb that hardly stands without it. */
const LONG_OBJECT = 14;
const REGARDING =
  /^(?:regard(?:s|ed|ing)?|view(?:s|ed|ing)|perceive[sd]?|construe[sd]?|portray(?:s|ed)?|denounce[sd]|condemn(?:s|ed))$/;

const TAKING_ROLE =
  /^(?:(?:pos|masquerad|serv|act|work|dress)ing|(?:brush|wav|laugh|shrug|disguis|dismiss|reject|condemn|denounc|brand|describ|regard|treat|designat|nam|register|list|us|hail|cit|recogni[sz]|appoint|employ|identifi|portray)ed|(?:dismiss|reject|condemn|denounc|brand|describ|regard|treat)(?:e?s)|seen|known)$/;

/** "China hits out at US, imposes sanctions", "met Xi, then visited Peru": a headline's second verb stands right behind a comma, or behind "then". */
const isNextVerb = (sentence: Sentence, at: number): boolean =>
  sentence.tokens.lower[at] === "then" ? isPast(sentence, at + 1) : isOnlyVerb(sentence, at);

/** "put its units on alert and closed its border": a verb of the past behind "and", and none right before it. */
const isPast = ({ lexical, language }: Sentence, at: number): boolean =>
  lexical[at]?.some(({ class: id, form }) => id < language.bases.noun && (form & PAST) > 0) ?? false;
