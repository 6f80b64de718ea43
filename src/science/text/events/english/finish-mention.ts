import { BIT } from "../classes.ts";
import { asideOf } from "../clause-bounds.ts";
import type { Sentence } from "../event-language.ts";
import type { Mention } from "../mention.ts";
import { has, isMark } from "../sentence.ts";
import { JOINED } from "../token.ts";
import { closesClauseEnglish } from "./closes-clause.ts";
import { CLOSED, PREPOSITIONS } from "./closed-words.ts";
import type { Growing } from "./growing.ts";
import { pairEnd } from "./pairs.ts";
import { endsInAdjective } from "./verbs.ts";

/** Closes a mention: its preposition, its owner, the mentions it is joined with. */
export function finish(sentence: Sentence, growing: Growing, found: readonly Mention[]): Mention {
  const { tokens } = sentence;
  const left = beforePhrase(sentence, growing.from);
  const isPronoun =
    (has(sentence, growing.from, BIT.it) && growing.to === growing.from + 1) ||
    pairEnd(sentence, growing.from) > 0;
  const isOwner = tokens.lower[growing.to] === "'s" || tokens.lower[growing.to] === "'";
  const previous = found.at(-1);
  const joined =
    previous !== undefined &&
    (isPair(sentence, previous, growing.from) ||
      (isLinked(sentence, growing.attributive ? behindNoun(sentence, previous) : previous.to, left + 1) &&
        !(isOwner && tokens.lower[left] === "," && previous.to === left) &&
        !(tokens.lower[left] === "," && /^an?$/.test(tokens.lower[left + 1]!)) &&
        !startsClause(sentence, found, growing.to) &&
        !(tokens.lower[left] === "," && previous.to === left && opensClause(sentence, found, growing))));
  const preposition = has(sentence, left, PREPOSITIONS) ? sentence.grammar[left]! & PREPOSITIONS : 0;
  return {
    from: growing.from,
    to: growing.to,
    actor: growing.actor,
    country: growing.country,
    sector: growing.sector,
    isPronoun,
    isOwner,
    isAttributive:
      (growing.attributive || isProduct(sentence, growing)) &&
      !isMark(sentence, growing.to) &&
      !has(sentence, growing.to, CLOSED | BIT.adverb),
    preposition: joined ? previous.preposition : preposition,
    group: joined ? previous.group : found.length,
    form: 0,
  };
}

/** "two Jordanian preachers and an Egyptian printer": behind the noun whose adjective a mention is. */
function behindNoun(sentence: Sentence, { to, isAttributive }: Mention): number {
  if (!isAttributive || has(sentence, to, BIT.and)) return to;
  let noun = to;
  while (noun < to + NOUN && isPlain(sentence, noun)) noun += 1;
  return noun > to && has(sentence, noun, BIT.and) ? noun : to;
}

/** Words of a noun at most. */
const NOUN = 2;

const isPlain = (sentence: Sentence, at: number): boolean =>
  !isMark(sentence, at) &&
  sentence.grammar[at] === 0 &&
  !sentence.named[at] &&
  !sentence.lexical[at]?.some(({ class: id }) => id < sentence.language.bases.noun);

/** ", as well as": tokens that link two mentions at most. */
const LINK = 4;

/** "Saudi-Turkish", "US-India": the second of two states tied by a hyphen is somebody else. */
export function isPair(
  { tokens, named, language }: Sentence,
  { to, actor, country }: Pick<Growing, "to" | "actor" | "country">,
  at: number,
): boolean {
  if (to !== at || actor < 0 || !((tokens.flags[at] ?? 0) & JOINED)) return false;
  const other = named[at]?.find((match) => match.class >= language.bases.actor);
  if (!other) return false;
  const second = language.actors[(other.class - language.bases.actor) >> 1]!;
  return second.country !== "-" && second.country !== country;
}

/** "200 Starlink kits to Moldova": a firm's name before what it makes. */
const isProduct = ({ tokens }: Sentence, { to, sector }: Growing): boolean =>
  sector === "BUS" &&
  /^(?:kits?|terminals?|dish(?:es)?|antennas?|sets?|receivers?|phones?)$/.test(tokens.lower[to] ?? "");

/** What stands before the phrase that a name ends: over its adjectives, its articles and a gerund ("accused of watching the Cuban embassy"). */
function beforePhrase(sentence: Sentence, from: number): number {
  let left = from - 1;
  while (left >= 0 && !isArticle(sentence, left) && isPlainWord(sentence, left, from)) left -= 1;
  while (left >= 0 && isArticle(sentence, left)) left -= 1;
  const isGerund =
    left > 0 && sentence.tokens.lower[left]!.endsWith("ing") && has(sentence, left - 1, PREPOSITIONS);
  return isGerund ? left - 1 : left;
}

const isArticle = (sentence: Sentence, at: number): boolean => has(sentence, at, BIT.the | BIT.whose);

/** An adjective or number right before a mention: "several senior", "the two". */
function isPlainWord(sentence: Sentence, at: number, from: number): boolean {
  return (
    from - at <= 4 &&
    !isMark(sentence, at) &&
    !has(sentence, at, CLOSED | BIT.adverb) &&
    !sentence.lexical[at] &&
    !sentence.named[at] &&
    !(sentence.tokens.lower[at - 1] === "," && sentence.tokens.lower[at]!.endsWith("ing"))
  );
}

/** "signed in Minsk, Russia will": after a place and a comma a new clause begins, unless it tells more of the place. */
function opensClause(
  sentence: Sentence,
  found: readonly Mention[],
  { to, hasAgent, country }: Growing,
): boolean {
  const { tokens, lexical, grammar, language } = sentence;
  const previous = found.at(-1)!;
  if (closesClauseEnglish(sentence, previous.to)) return true;
  if (previous.preposition & BIT.according) return true;
  if (to >= tokens.count || isMark(sentence, to) || has(sentence, to, BIT.and)) return false;
  const isTelling = lexical[to]?.some((match) => language.classes.names[match.class] === "v:say") ?? false;
  if (isTelling && found[previous.group]!.from > 1) return true;
  if (previous.preposition === 0 || endsInAdjective(sentence, previous.to - 1)) return false;
  if (has(sentence, to, BIT.have | BIT.be | BIT.future | BIT.would | BIT.must)) return true;
  const isSomebody = hasAgent && country !== null && (previous.preposition & BIT.in) !== 0;
  return isTelling || isSomebody || (grammar[previous.to + 1]! & BIT.the) === 0;
}

/** "with Russia, and India watched": of two alone, a comma before "and" parts clauses where a word follows. */
function startsClause(sentence: Sentence, found: readonly Mention[], to: number): boolean {
  const { tokens } = sentence;
  const [earlier, last] = [found.at(-2), found.at(-1)!];
  if (tokens.lower[last.to] !== "," || !has(sentence, last.to + 1, BIT.and)) return false;
  return earlier?.group !== last.group && to < tokens.count && !isMark(sentence, to);
}

/** Whether only "and", "together with" or a comma lies between two mentions. */
function isLinked(sentence: Sentence, from: number, to: number): boolean {
  if (to < from || to - from > LINK) return false;
  if (asideOf(sentence, from - 1) !== asideOf(sentence, to) && !has(sentence, to - 1, BIT.and)) return false;
  let links = 0;
  for (let at = from; at < to; at++) {
    const isLink = has(sentence, at, BIT.and) || sentence.tokens.lower[at] === ",";
    if (isLink) links += 1;
    else return false;
  }
  return links > 0;
}
