import { BIT } from "../classes.ts";
import type { GrowingMention } from "../growing-mention.ts";
import type { Match } from "../lexicon.ts";
import type { Mention } from "../mention.ts";
import { has, isMark } from "../sentence.ts";
import type { Sentence } from "../event-language.ts";
import { NUMBER } from "../token.ts";

export const PREPOSITIONS =
  BIT.with | BIT.against | BIT.for | BIT.from | BIT.in | BIT.on | BIT.into | BIT.by | BIT.other;
const CLOSED =
  PREPOSITIONS |
  BIT.not |
  BIT.be |
  BIT.future |
  BIT.would |
  BIT.must |
  BIT.and |
  BIT.if |
  BIT.time |
  BIT.according |
  BIT.adverb;

/** Characters before which, and after which, a one-character country name is one. */
const AFTER_SHORT = /^[方军国媒籍资企称拟将对在向与就欲]$/;
const BEFORE_SHORT = /^[对驻访在来涉赴援抵与和同向反亲遏防制旅离在由被]$/;

/** Short names that are everyday words too: they need another beside them. */
const WEAK = /^[以意加立古老土白波西塞委瑞荷捷沙哈泰越丹匈挪芬]$/;

const isShortAt = (sentence: Sentence, at: number) =>
  sentence.named[at]?.some((match) => isShortName(sentence, match)) ?? false;

interface Growing extends GrowingMention {
  isShort: boolean;
}

/** Finds who is named in a Chinese sentence: countries and bodies with the offices after them, and one-character names where they can be one. */
export function findMentionsChinese(sentence: Sentence): Mention[] {
  const found: Mention[] = [];
  let at = 0;
  let shortBefore = -1;
  while (at < sentence.tokens.count) {
    const growing = grow(sentence, at, shortBefore === at);
    if (!growing) {
      at += 1;
      continue;
    }
    found.push(finish(sentence, growing, found));
    at = growing.to;
    shortBefore = growing.isShort ? growing.to : -1;
  }
  return ownOffice(sentence, found);
}

/** 商务部宣布, 外交部副部长召见: a ministry that opens a Chinese sentence without a country is China's. */
function ownOffice({ tokens: { lower } }: Sentence, found: Mention[]): Mention[] {
  const [first, ...rest] = found;
  const isOwn =
    first?.country === null &&
    first.from === 0 &&
    OWN_OFFICE.test(lower.slice(first.from, first.to).join(""));
  return isOwn ? [{ ...first, country: "CHN" }, ...rest] : found;
}

const OWN_OFFICE =
  /^(?:商务部|外交部|国防部|公安部|国家安全|国安|检察机关|市场监管总局|海关总署|财政部|工信部|国家航天局|国务院|国防部新闻)/;

function grow(sentence: Sentence, at: number, followsShort: boolean): Growing | null {
  const named = sentence.named[at];
  if (!named) return null;
  const growing: Growing = { from: at, to: at, actor: -1, country: null, sector: null, isShort: false };
  for (const match of named) takeOne(sentence, growing, match);
  if (growing.isShort && !followsShort && !standsShort(sentence, growing)) return null;
  takeResidence(sentence, growing);
  takeAgents(sentence, growing);
  return growing;
}

function takeOne(sentence: Sentence, growing: Growing, match: Match): void {
  const { bases, actors, sectors } = sentence.language;
  growing.to = Math.max(growing.to, match.to);
  if (match.class < bases.actor) {
    growing.sector = sectors[match.class - bases.agent]!.split(" ")[0]!;
    return;
  }
  const index = (match.class - bases.actor) >> 1;
  if (growing.actor < 0) {
    growing.actor = index;
    growing.country = actors[index]!.country;
    growing.isShort = ((match.class - bases.actor) & 1) === 1;
  }
  growing.sector ??= actors[index]!.sector;
}

/** Whether one character may be a country here: beside another, before an office or a verb, or after a preposition. */
function standsShort(sentence: Sentence, { from, to }: Growing): boolean {
  const next = sentence.tokens.lower[to] ?? "";
  const before = sentence.tokens.lower[from - 1] ?? "";
  if (WEAK.test(sentence.tokens.lower[from]!))
    return /^[方军媒籍]$/.test(next) || isShortAt(sentence, to) || isTold(sentence, before, to);
  if (AFTER_SHORT.test(next) || BEFORE_SHORT.test(before)) return true;
  if (sentence.named[to]) return true;
  return (
    (from === 0 || isMark(sentence, from - 1)) &&
    (sentence.lexical[to] !== undefined || has(sentence, to, CLOSED) || next === "国")
  );
}

/** 对以武器出口: behind 对 and before a word of its own an everyday word is a country too. */
const isTold = ({ lexical, named }: Sentence, before: string, to: number): boolean =>
  /^[对援驻访挺]$/.test(before) && (lexical[to] !== undefined || named[to] !== undefined);

/** 中国驻挪威大使馆: the country that sends it is the one that acts. */
function takeResidence(sentence: Sentence, growing: Growing): void {
  if (sentence.tokens.lower[growing.to] !== "驻") return;
  const host = sentence.named[growing.to + 1];
  if (!host) return;
  const to = host.reduce((most, match) => Math.max(most, match.to), 0);
  if (isAgent(sentence, to) || isAgent(sentence, to + 1)) growing.to = to;
}

const isAgent = ({ named, language: { bases } }: Sentence, at: number) =>
  named[at]?.some((match) => match.class < bases.actor) ?? false;

/** Offices and things after a name belong to it: 美国航天局局长, 中国卫星企业, 俄罗斯一颗卫星. */
function takeAgents(sentence: Sentence, growing: Growing): void {
  const { tokens } = sentence;
  for (;;) {
    let next = growing.to;
    while (
      next < tokens.count &&
      next - growing.to < 8 &&
      !sentence.named[next] &&
      isModifier(sentence, next)
    )
      next += 1;
    const named = next < tokens.count ? sentence.named[next] : undefined;
    if (!named) return;
    const isBareAgent = isAgent(sentence, next);
    const isBody =
      next === growing.to &&
      !isBareAgent &&
      growing.isShort === false &&
      named.every((match) => !isShortName(sentence, match)) &&
      bodyOf(sentence, named, growing);
    const isBodyOfShort =
      next === growing.to && growing.isShort && named.some((match) => sameCountry(sentence, match, growing));
    if (!isBareAgent && !isBody && !isBodyOfShort) return;
    const inner: Growing = { ...growing, actor: -1, country: null, sector: null };
    for (const match of named) takeOne(sentence, inner, match);
    if (inner.actor >= 0 && (isBody || isBodyOfShort)) growing.actor = inner.actor;
    growing.sector = inner.sector ?? growing.sector;
    growing.to = inner.to;
    growing.isShort = false;
    if (growing.country === null) return;
  }
}

const isShortName = ({ language: { bases } }: Sentence, match: Match) =>
  match.class >= bases.actor && ((match.class - bases.actor) & 1) === 1;

function sameCountry({ language: { bases, actors } }: Sentence, match: Match, { country }: Growing): boolean {
  return match.class >= bases.actor && actors[(match.class - bases.actor) >> 1]!.country === country;
}

/** A body of the same country right after it: 美国太空探索技术公司, 英国一网公司. */
const bodyOf = (sentence: Sentence, named: readonly Match[], growing: Growing) =>
  named.some((match) => sameCountry(sentence, match, growing));

/** Characters that may stand between a name and its office: no verbs, closed classes or marks. */
function isModifier(sentence: Sentence, at: number): boolean {
  if (isMark(sentence, at) || has(sentence, at, CLOSED | BIT.of)) return false;
  const words = sentence.lexical[at];
  return !words || words.every((match) => match.class >= sentence.language.bases.noun);
}

function finish(sentence: Sentence, growing: Growing, found: readonly Mention[]): Mention {
  const left = leftOf(sentence, growing.from);
  const previous = found.at(-1);
  const joined = previous !== undefined && isJoined(sentence, previous, growing.from, left);
  const preposition =
    joined || !has(sentence, left, PREPOSITIONS) ? 0 : sentence.grammar[left]! & PREPOSITIONS;
  return {
    from: growing.from,
    to: growing.to,
    actor: growing.actor,
    country: growing.country,
    sector: growing.sector ?? (sentence.tokens.lower[growing.to - 1] === "军" ? "MIL" : null),
    isPronoun: false,
    isOwner: sentence.tokens.lower[growing.to] === "的",
    isAttributive: false,
    preposition: joined ? previous.preposition : preposition,
    group: joined ? previous.group : found.length,
    form: 0,
  };
}

const COUNT = /^[一二三四五六七八九十两数几名颗位个家艘架枚只座批项该其些多]$/;

/** The token before a mention, over numbers and measure words: 一名, 三家. */
function leftOf(sentence: Sentence, from: number): number {
  const { tokens } = sentence;
  let left = from - 1;
  while (left >= 0 && (COUNT.test(tokens.lower[left]!) || tokens.flags[left]! & NUMBER)) left -= 1;
  if (tokens.lower[left] === "的") left = beforeAttribute(sentence, left);
  return left;
}

/** Back over a clause that describes: 将一名拍摄雷达的俄罗斯人, to the preposition that governs it. */
function beforeAttribute(sentence: Sentence, at: number): number {
  for (let left = at - 1; left >= 0 && at - left < 16; left--) {
    if (isMark(sentence, left) || sentence.named[left]) return at;
    if (has(sentence, left, BIT.other | BIT.into | BIT.against)) return left;
  }
  return at;
}

/** 和, 与, 、 between two names, or two one-character names side by side. */
function isJoined(sentence: Sentence, previous: Mention, from: number, left: number): boolean {
  if (previous.to === from) return true;
  return (
    left === previous.to &&
    (has(sentence, left, BIT.and) || /^[和与同跟、，]$/.test(sentence.tokens.lower[left]!)) &&
    sentence.tokens.lower[left] !== "，"
  );
}
