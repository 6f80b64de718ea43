import { BIT } from "../classes.ts";
import type { Match } from "../lexicon.ts";
import type { Mention } from "../mention.ts";
import { has, isMark } from "../sentence.ts";
import type { Sentence } from "../event-language.ts";
import { CAPITAL, JOINED, MARK, NUMBER } from "../token.ts";
import { ANY_CASE, GENITIVE, INSTRUMENTAL } from "./cases.ts";
import { closesClauseRussian, PASSIVE_PARTICIPLE } from "./clauses.ts";
import { counted } from "./counted.ts";
import { seated } from "./seated.ts";

/** Prepositions; what they govern is told by the case after them. */
export const PREPOSITIONS =
  BIT.with | BIT.against | BIT.for | BIT.from | BIT.in | BIT.on | BIT.into | BIT.between | BIT.other;
const CLOSED =
  PREPOSITIONS |
  BIT.not |
  BIT.be |
  BIT.future |
  BIT.would |
  BIT.must |
  BIT.and |
  BIT.that |
  BIT.who |
  BIT.when |
  BIT.if |
  BIT.time |
  BIT.according;

/** Endings of adjectives and full participles in every case. */
const ADJECTIVE =
  /(?:[ыи]й|ой|ая|яя|ое|ее|ые|ие|ого|его|ому|ему|ым|им|ом|ем|ых|их|ыми|ими|ую|юю|ей|ихся|щаяся|шуюся)$/;

interface Growing {
  from: number;
  to: number;
  actor: number;
  country: string | null;
  sector: string | null;
  form: number;
  isAdjective: boolean;
  hasHead: boolean;
}

/** Finds who is named in a Russian sentence: countries, their adjectives with the noun they stand for, bodies and offices with their genitives. */
export function findMentionsRussian(sentence: Sentence): Mention[] {
  const found: Mention[] = [];
  let at = 0;
  while (at < sentence.tokens.count) {
    const grown = grow(sentence, at);
    if (!grown) {
      at += 1;
      continue;
    }
    found.push(finish(sentence, grown, found));
    at = grown.to;
  }
  return seated(shareHeads(counted(sentence, found)));
}

function grow(sentence: Sentence, at: number): Growing | null {
  const growing: Growing = {
    from: at,
    to: at,
    actor: -1,
    country: null,
    sector: null,
    form: ANY_CASE,
    isAdjective: false,
    hasHead: false,
  };
  if (!take(sentence, growing, at)) return null;
  if (growing.isAdjective) takeHead(sentence, growing);
  if (growing.hasHead || growing.sector !== null) takeGenitives(sentence, growing);
  if (growing.country === null) takeTie(sentence, growing);
  takeNames(sentence, growing);
  return growing;
}

/** Takes the longest actor or agent at a token; the first one decides the case. */
function take(sentence: Sentence, growing: Growing, at: number): boolean {
  const named = at < sentence.tokens.count ? sentence.named[at] : undefined;
  if (!named) return false;
  const longest = named.reduce((most, { to }) => Math.max(most, to), 0);
  const isFirst = growing.to === growing.from;
  let form = 0;
  for (const match of named) {
    if (match.to !== longest) continue;
    form |= match.form === 0 ? ANY_CASE : match.form;
    takeOne(sentence, growing, match);
  }
  if (isFirst) growing.form = form;
  growing.to = longest;
  return true;
}

function takeOne(sentence: Sentence, growing: Growing, match: Match): void {
  const { bases, actors, sectors } = sentence.language;
  if (match.class < bases.actor) {
    growing.sector ??= sectors[match.class - bases.agent]!.split(" ")[0]!;
    growing.hasHead = true;
    return;
  }
  const actor = actors[(match.class - bases.actor) >> 1]!;
  const isAdjective = ((match.class - bases.actor) & 1) === 1;
  if (growing.actor < 0) {
    growing.actor = (match.class - bases.actor) >> 1;
    growing.country = actor.country;
  }
  if (!isAdjective) growing.sector ??= actor.sector;
  growing.isAdjective = isAdjective && isDeclinedAdjective(sentence.tokens.lower[match.to - 1]!);
  growing.hasHead ||= !isAdjective;
}

const isDeclinedAdjective = (word: string) => ADJECTIVE.test(word) || word.endsWith("о");

/** An adjective takes the words up to the noun it stands for: "американские коммерческие спутники". */
function takeHead(sentence: Sentence, growing: Growing): void {
  const { tokens } = sentence;
  if (tokens.flags[growing.to]! & JOINED) return;
  const quote = tokens.lower[growing.to] === "«" || tokens.lower[growing.to] === '"' ? 1 : 0;
  for (let next = growing.to + quote; next < growing.to + 4 && next < tokens.count; next++) {
    if (isMark(sentence, next) || has(sentence, next, CLOSED | BIT.adverb)) return;
    const named = sentence.named[next];
    if (named && isAttributive(sentence, named)) return;
    if (named) {
      const { form } = growing;
      take(sentence, { ...growing, to: next }, next);
      growing.sector = sectorAt(sentence, named) ?? growing.sector;
      growing.to = Math.max(...named.map(({ to }) => to));
      const narrowed =
        named.reduce((bits, match) => bits | (match.form === 0 ? ANY_CASE : match.form), 0) & form;
      growing.form = narrowed === 0 ? form : narrowed;
      growing.hasHead = true;
      growing.isAdjective = false;
      return;
    }
    const isAnother =
      ADJECTIVE.test(tokens.lower[next]!) &&
      !sentence.lexical[next] &&
      next + 1 < tokens.count &&
      !isMark(sentence, next + 1) &&
      !has(sentence, next + 1, CLOSED);
    if (isAnother) continue;
    if (isVerb(sentence, next)) return;
    if (!sentence.lexical[next]) growing.to = next + 1;
    growing.hasHead = true;
    return;
  }
}

const isVerb = ({ lexical, language: { bases } }: Sentence, at: number) =>
  lexical[at]?.some((match) => match.class >= bases.verb && match.class < bases.noun) ?? false;

const isAttributive = ({ language: { bases } }: Sentence, named: readonly Match[]) =>
  named.some((match) => match.class >= bases.actor && ((match.class - bases.actor) & 1) === 1);

function sectorAt(
  { language: { bases, sectors, actors } }: Sentence,
  named: readonly Match[],
): string | null {
  for (const match of named) {
    if (match.class < bases.actor) return sectors[match.class - bases.agent]!.split(" ")[0]!;
    const { sector } = actors[(match.class - bases.actor) >> 1]!;
    if (sector) return sector;
  }
  return null;
}

/** "глава Роскосмоса", "представитель МИД КНР", "посол Китая": genitives tell whose. */
function takeGenitives(sentence: Sentence, growing: Growing): void {
  for (let step = 0; step < 4; step++) {
    const at = growing.to;
    const next = adjectivesUpTo(sentence, at);
    const named = next < sentence.tokens.count ? sentence.named[next] : undefined;
    if (!named || isMark(sentence, next)) return;
    const bits = named.reduce((sum, { form }) => sum | (form === 0 ? ANY_CASE : form), 0);
    if (!(bits & GENITIVE)) return;
    if (
      growing.country !== null &&
      namesCountry(sentence, named) &&
      !isAttributive(sentence, named) &&
      isCountryName(sentence, growing)
    )
      return;
    const inner: Growing = {
      ...growing,
      from: next,
      to: next,
      actor: -1,
      country: null,
      sector: null,
      isAdjective: false,
      hasHead: false,
    };
    take(sentence, inner, next);
    if (inner.isAdjective) takeHead(sentence, inner);
    if (growing.country === null) {
      growing.country = inner.country;
      growing.actor = inner.actor;
    }
    growing.to = inner.to;
  }
}

/** A mention that is a country's or body's own name takes no second one after it: "передаёт Украине Польша". */
const isCountryName = (sentence: Sentence, { sector, actor }: Growing) =>
  sector === null || (actor >= 0 && sentence.language.actors[actor]!.sector === sector);

const namesCountry = ({ language: { bases } }: Sentence, named: readonly Match[]) =>
  named.some((match) => match.class >= bases.actor);

/** Over up to three genitives that stand between an office and whose it is: "агентство внутренней безопасности Польши". */
function adjectivesUpTo(sentence: Sentence, at: number): number {
  const { tokens, named } = sentence;
  let next = at;
  while (next < at + 3 && next < tokens.count && !named[next] && isGenitiveWord(sentence, next)) next += 1;
  return named[next] ? next : at;
}

const isGenitiveWord = (sentence: Sentence, at: number) =>
  !isMark(sentence, at) &&
  !has(sentence, at, CLOSED | BIT.adverb) &&
  !isVerb(sentence, at) &&
  !(sentence.tokens.flags[at]! & CAPITAL) &&
  /(?:ого|его|ой|ей|ых|их|ии|ки|ти|ны|ы|ия|ов|ев|ий|ства|ств|а|я)$/.test(sentence.tokens.lower[at]!);

/** "хакеры из Китая", "хакеры, связанные с Пекином": whose a group is. */
function takeTie(sentence: Sentence, growing: Growing): void {
  const { lower } = sentence.tokens;
  const comma = lower[growing.to] === "," ? 1 : 0;
  const word = lower[growing.to + comma] ?? "";
  let next = growing.to + comma + 1;
  if (
    comma === 0
      ? word !== "из"
      : !/^(?:связанн|подконтрольн|близк|поддерживаем|спонсируем|аффилированн|работающ|действующ)/.test(word)
  )
    return;
  for (let step = 0; step < 3 && next < lower.length && !sentence.named[next]; step++) next += 1;
  const named = sentence.named[next];
  if (!named || !namesCountry(sentence, named)) return;
  const inner: Growing = { ...growing, from: next, to: next, actor: -1, country: null, sector: null };
  take(sentence, inner, next);
  growing.country = inner.country;
  growing.actor = inner.actor;
  growing.to = inner.to;
}

/** Names after an office or firm: "компания SpaceX", «Планета»; a known one tells the country. */
function takeNames(sentence: Sentence, growing: Growing): void {
  const { tokens } = sentence;
  if (growing.sector === null && !growing.hasHead) return;
  let at = growing.to;
  const quoted = /[«"„“]/.test(tokens.lower[at] ?? "");
  if (quoted) {
    const close = tokens.lower.findIndex((word, index) => index > at && /[»"“”]/.test(word));
    if (close > 0 && close - at <= 6) takeQuoted(sentence, growing, close);
    return;
  }
  while (
    at < tokens.count &&
    tokens.flags[at]! & CAPITAL &&
    !sentence.lexical[at] &&
    !has(sentence, at, CLOSED)
  ) {
    if (sentence.named[at]) {
      if (growing.country !== null || !isBusiness(growing)) return;
      take(sentence, growing, at);
      at = growing.to;
      continue;
    }
    at += 1;
    growing.to = at;
  }
}

/** "компания «Спутникс»": a known name in quotation marks tells the country of a nameless office or firm. */
function takeQuoted(sentence: Sentence, growing: Growing, close: number): void {
  const named = sentence.named[growing.to + 1];
  if (growing.country === null && named && namesCountry(sentence, named)) {
    for (const match of named) if (match.to === close) takeOne(sentence, growing, match);
  }
  growing.to = close + 1;
}

const isBusiness = ({ sector }: Growing) => sector === "BUS" || sector === "CRM";

/** Closes a mention: its preposition, whether it is somebody's genitive, the mentions it is joined with. */
function finish(sentence: Sentence, growing: Growing, found: readonly Mention[]): Mention {
  const left = leftOf(sentence, growing.from);
  const previous = found.at(-1);
  const joined =
    previous !== undefined &&
    (agrees(growing, previous) || sharesHead(sentence, growing, previous)) &&
    isJoined(
      sentence,
      previous.to,
      left + 1,
      previous.preposition !== 0 || has(sentence, previous.from - 1, BIT.according),
    );
  const direct = has(sentence, left, PREPOSITIONS) ? sentence.grammar[left]! & PREPOSITIONS : 0;
  const isMeans = direct === 0 && !joined && (isInstrument(sentence, growing) || isAgent(sentence, growing));
  const owned =
    direct === 0 && !joined && !isMeans && (growing.form & GENITIVE) > 0 && ownsNounBefore(sentence, left);
  const preposition = owned ? prepositionOfNoun(sentence, left) : direct;
  const shared = joined ? growing.form & previous.form : 0;
  const own = owned ? GENITIVE : growing.form;
  return {
    from: growing.from,
    to: growing.to,
    actor: growing.actor,
    country: growing.country,
    sector: growing.sector,
    isPronoun: false,
    isOwner: owned,
    isAttributive: growing.isAdjective,
    preposition: joined && direct === 0 ? previous.preposition : preposition,
    group: joined ? previous.group : found.length,
    form:
      shared || (joined && !agrees(growing, previous) ? previous.form : 0) || (isMeans ? INSTRUMENTAL : own),
  };
}

/** Parts of a list stand in one case; first halves of compounds have none. */
const agrees = ({ form }: Growing, previous: Mention) => (form & previous.form) !== 0 || previous.form === 0;

/** "главы МИД Китая и Индии": a second genitive of one office stands for another holder of it. */
const sharesHead = (sentence: Sentence, { form, from, sector }: Growing, previous: Mention) =>
  (form & GENITIVE) !== 0 &&
  sector === null &&
  previous.sector !== null &&
  previous.actor >= 0 &&
  previous.to - previous.from > 1 &&
  has(sentence, from - 1, BIT.and);

/** "выведен китайской ракетой": an adjective whose noun stands in the instrumental. */
const isInstrument = ({ tokens }: Sentence, { isAdjective, form, to }: Growing): boolean =>
  isAdjective &&
  (form & INSTRUMENTAL) > 0 &&
  /[а-яё]{2}(?:ой|ей|ою|ом|ем|ём|ами|ями)$/.test(tokens.lower[to] ?? "");

/** "осуществлённый Arianespace": who does not decline, right behind a full passive participle. */
const isAgent = ({ tokens }: Sentence, { form, from }: Growing): boolean =>
  form === ANY_CASE && PASSIVE_PARTICIPLE.test(tokens.lower[from - 1] ?? "");

/** The token before a mention, over numbers and adjectives that belong to it. */
function leftOf(sentence: Sentence, from: number): number {
  const { tokens } = sentence;
  let left = from - 1;
  while (left >= 0 && from - left <= 4 && !isMark(sentence, left) && isFiller(sentence, left)) left -= 1;
  return tokens.lower[left] === "«" ? left - 1 : left;
}

/** A capital inside a sentence before a name: "с Владимиром Путиным". */
const isFirstName = ({ tokens, lexical, named, grammar }: Sentence, at: number) =>
  at > 0 && (tokens.flags[at]! & CAPITAL) > 0 && !lexical[at] && !named[at] && grammar[at] === 0;

const NUMERAL =
  /^(?:дв[аеоу][а-яё]*|тр[оёие][а-яё]*|четв[её]р[а-яё]*|пят[а-яё]+|одн[а-яё]+|один|нескольк[а-яё]+|перв[а-яё]+|сво[а-яё]+|свои|сотн[а-яё]+|все|всех|всем|эт[а-яё]+|так[а-яё]+)$/;

const isFiller = (sentence: Sentence, at: number) =>
  (sentence.tokens.flags[at]! & NUMBER) > 0 ||
  NUMERAL.test(sentence.tokens.lower[at]!) ||
  isFirstName(sentence, at) ||
  (!sentence.lexical[at] &&
    !sentence.named[at] &&
    !has(sentence, at, CLOSED | BIT.adverb) &&
    ADJECTIVE.test(sentence.tokens.lower[at]!) &&
    !/(?:ие|ием|ее)$/.test(sentence.tokens.lower[at]!));

/** Whether a noun stands before a genitive: a word that is no verb, preposition or conjunction. */
function ownsNounBefore(sentence: Sentence, at: number): boolean {
  if (sentence.tokens.lower[at] === "»") return true;
  if (at < 0 || isMark(sentence, at) || sentence.tokens.flags[at]! & NUMBER) return false;
  if (has(sentence, at, CLOSED | BIT.adverb)) return false;
  return (
    !isVerb(sentence, at) &&
    !/(?:ть|ться|ет|ют|ит|ят|л|ла|ли|ло|лся|лась|лись)$/.test(sentence.tokens.lower[at]!)
  );
}

/** The preposition of the noun that a genitive belongs to: "за кораблями США". */
function prepositionOfNoun(sentence: Sentence, at: number): number {
  for (let left = at - 1; left >= 0 && at - left <= 4; left--) {
    if (/^[«»]$/.test(sentence.tokens.lower[left]!)) continue;
    if (isMark(sentence, left) || isVerb(sentence, left)) return 0;
    if (has(sentence, left, PREPOSITIONS)) return sentence.grammar[left]! & PREPOSITIONS;
    if (sentence.named[left]) return 0;
  }
  return 0;
}

/** Whether only "и" or a comma lies between two mentions, or a hyphen: российско-китайский. */
function isJoined(sentence: Sentence, from: number, to: number, hasPreposition: boolean): boolean {
  if (to === from) return (sentence.tokens.flags[from]! & JOINED) > 0;
  if (to < from || to - from > 2) return false;
  if (sentence.tokens.lower[from] === "," && (hasPreposition || closesClauseRussian(sentence, from)))
    return false;
  for (let at = from; at < to; at++) {
    const isLink =
      has(sentence, at, BIT.and) ||
      sentence.tokens.lower[at] === "," ||
      (sentence.tokens.flags[at]! & MARK && /[«»]/.test(sentence.tokens.lower[at]!));
    if (!isLink) return false;
  }
  return true;
}

/** "российских и индийских представителей": what stands after the last one is shared by all. */
function shareHeads(found: Mention[]): Mention[] {
  return found.map((one) => {
    const last = found.findLast(({ group }) => group === one.group)!;
    if (last === one || !one.isAttributive || last.isAttributive) return one;
    return { ...one, isAttributive: false, sector: last.sector, form: one.form & last.form || last.form };
  });
}
