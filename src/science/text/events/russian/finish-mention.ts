import { BIT } from "../classes.ts";
import type { Mention } from "../mention.ts";
import { has, isMark } from "../sentence.ts";
import type { Sentence } from "../event-language.ts";
import { CAPITAL, JOINED, MARK, NUMBER } from "../token.ts";
import { ANY_CASE, GENITIVE, INSTRUMENTAL } from "./cases.ts";
import { closesClauseRussian, openingGerundEnd, PASSIVE_PARTICIPLE, tiesNames } from "./clauses.ts";
import { CLOSED, PREPOSITIONS } from "./closed-words.ts";
import { ADJECTIVE, isVerb, type Growing } from "./growing.ts";

/** Closes a mention: its preposition, whether it is somebody's genitive, the mentions it is joined with. */
export function finish(sentence: Sentence, growing: Growing, found: readonly Mention[]): Mention {
  const left = leftOf(sentence, growing.from);
  const previous = found.at(-1);
  const joined =
    previous !== undefined &&
    (agrees(growing, previous) || sharesHead(sentence, growing, headOf(found, previous))) &&
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

/** "главы МИД Китая, Индии и Ирана": a further genitive of one office stands for another holder of it. */
const sharesHead = (sentence: Sentence, { form, from, sector }: Growing, head: Mention) =>
  (form & GENITIVE) !== 0 &&
  sector === null &&
  head.sector !== null &&
  head.actor >= 0 &&
  head.to - head.from > 1 &&
  (has(sentence, from - 1, BIT.and) || sentence.tokens.lower[from - 1] === ",");

/** The first of a list, whose office the others share. */
const headOf = (found: readonly Mention[], { group }: Mention): Mention =>
  found.find((one) => one.group === group)!;

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
  const isPerson = (tokens.flags[from]! & CAPITAL) > 0;
  while (left >= 0 && from - left <= 4 && !isMark(sentence, left) && isFiller(sentence, left, isPerson))
    left -= 1;
  return tokens.lower[left] === "«" ? left - 1 : left;
}

/** A capital inside a sentence before a name: "с Владимиром Путиным". */
const isFirstName = ({ tokens, lexical, named, grammar }: Sentence, at: number) =>
  at > 0 && (tokens.flags[at]! & CAPITAL) > 0 && !lexical[at] && !named[at] && grammar[at] === 0;

const NUMERAL =
  /^(?:дв(?:а|е|ое|ух|ум|умя|оих|оим|оими)|тр(?:и|[её]х|[её]м|емя|ое|оих|оим|оими)|четв?[её]р[а-яё]*|пят(?:ь|и|ью|еро|ерых)|одн(?:а|о|у|и|ой|ого|ому|ом|им|их|ими)|один|нескольк[а-яё]+|перв[а-яё]+|сво[а-яё]+|свои|сотн[а-яё]+|все|всех|всем|эт[а-яё]+|так[а-яё]+)$/;

const isFiller = (sentence: Sentence, at: number, isPerson: boolean) =>
  (sentence.tokens.flags[at]! & NUMBER) > 0 ||
  NUMERAL.test(sentence.tokens.lower[at]!) ||
  (isPerson && isFirstName(sentence, at)) ||
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
  if (sentence.tokens.lower[at] === "делах") return 0;
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
  const parts = hasPreposition || from === openingGerundEnd(sentence) || closesClauseRussian(sentence, from);
  if (sentence.tokens.lower[from] === "," && parts) return false;
  for (let at = from; at < to; at++) {
    const isLink =
      has(sentence, at, BIT.and) ||
      sentence.tokens.lower[at] === "," ||
      tiesNames(sentence, at) ||
      (sentence.tokens.flags[at]! & MARK && /[«»]/.test(sentence.tokens.lower[at]!));
    if (!isLink) return false;
  }
  return true;
}
