import { BIT } from "../classes.ts";
import type { Match } from "../lexicon.ts";
import { has, isMark } from "../sentence.ts";
import type { Sentence } from "../event-language.ts";
import { CAPITAL, JOINED, NUMBER } from "../token.ts";
import { ANY_CASE, GENITIVE } from "./cases.ts";
import { CLOSED } from "./closed-words.ts";
import { ADJECTIVE, isVerb, type Growing } from "./growing.ts";

/** The mention that begins at a token, with the nouns, genitives and names that belong to it; null where nobody is named. */
export function grow(sentence: Sentence, at: number): Growing | null {
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
  takeSecondHead(sentence, growing);
  if (growing.hasHead || growing.sector !== null) takeGenitives(sentence, growing);
  if (growing.country === null) takeTie(sentence, growing);
  takeNames(sentence, growing);
  if (growing.country === null && growing.sector !== null) takeGenitives(sentence, growing);
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

/** "китайские военные корабли": a word for people that only describes the noun behind it. */
function takeSecondHead(sentence: Sentence, growing: Growing): void {
  const { tokens, named } = sentence;
  const second = growing.hasHead && growing.sector !== null ? named[growing.to] : undefined;
  if (!second || !ADJECTIVE.test(tokens.lower[growing.to - 1]!) || namesCountry(sentence, second)) return;
  const form = second.reduce((bits, match) => bits | match.form, 0) & growing.form;
  if (form === 0) return;
  growing.form = form;
  growing.sector = sectorAt(sentence, second) ?? growing.sector;
  growing.to = Math.max(...second.map(({ to }) => to));
}

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
      !OF_ANY_STATE.has(growing.sector) &&
      namesCountry(sentence, named) &&
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
    if (growing.country === null || (OF_ANY_STATE.has(growing.sector) && inner.country !== null)) {
      growing.country = inner.country;
      growing.actor = inner.actor;
    }
    growing.to = inner.to;
  }
}

/** "Следственный комитет Белоруссии", "МЧС Казахстана": bodies that several states have by that name. */
const OF_ANY_STATE: ReadonlySet<string | null> = new Set(["JUD", "COP", "GOV", "MIL", "SPY"]);

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
    while (tokens.flags[at]! & NUMBER && tokens.flags[at]! & JOINED) at += 1;
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
