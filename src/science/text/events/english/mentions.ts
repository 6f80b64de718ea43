import { BIT } from "../classes.ts";
import type { ActorEntry } from "../dictionary.ts";
import type { Match } from "../lexicon.ts";
import type { Mention } from "../mention.ts";
import { has, isMark } from "../sentence.ts";
import type { Sentence } from "../event-language.ts";
import { CAPITAL, JOINED, NUMBER, SHOUTED } from "../token.ts";
import { isAcronym } from "./acronym.ts";
import { CLOSED } from "./closed-words.ts";
import { finish, isPair } from "./finish-mention.ts";
import { isOneOfTwo, oneOfTwo } from "./former.ts";
import { type Growing, nothing } from "./growing.ts";
import { isNotMeant } from "./not-meant.ts";
import { pairEnd } from "./pairs.ts";
import { serviceAt, tieAt } from "./state-ties.ts";

/** Finds who is named: countries, bodies, people by office, with their adjectives, names and "of" phrases. */
export function findMentionsEnglish(sentence: Sentence): Mention[] {
  const found: Mention[] = [];
  const { tokens } = sentence;
  let at = 0;
  while (at < tokens.count) {
    if (!canBegin(sentence, at)) {
      at += 1;
      continue;
    }
    const grown = pronounAt(sentence, at) ?? grow(sentence, at);
    if (!grown || isNotMeant(sentence, grown)) {
      at += grown ? grown.to - at : placeLength(sentence, at);
      continue;
    }
    found.push(oneOfTwo(sentence, finish(sentence, grown, found), found));
    at = grown.to;
  }
  return ofOpeningPlace(sentence, found);
}

/** "In Vilnius, a court jailed", "Latvia: police detain": an office of state without a country is of the place that opens the sentence. */
function ofOpeningPlace(sentence: Sentence, found: Mention[]): Mention[] {
  const { lower } = sentence.tokens;
  const [place] = found;
  if (!place || place.from > 2 || place.country === null) return found;
  const colon = lower.indexOf(":", place.to);
  const isHeading = colon > 0 && colon - place.to <= HEADING;
  const end = isHeading ? colon : place.to;
  const office = found.find(({ from }) => from > end);
  if (office?.country !== null || !OF_STATES.has(office.sector ?? "") || office.from - end > 4) return found;
  if (!isHeading && !(has(sentence, 0, BIT.in) && lower[end] === ",")) return found;
  return found.map((one) => (one === office ? { ...one, country: place.country } : one));
}

/** Words between a place and the colon of its heading ("Oman, 7 Oct:") at most. */
const HEADING = 3;

/** Most words begin no mention: neither a known name nor a pronoun nor a capital. */
const canBegin = ({ tokens, named, grammar }: Sentence, at: number) =>
  named[at] !== undefined ||
  (tokens.flags[at]! & CAPITAL) !== 0 ||
  (grammar[at]! & BIT.it) !== 0 ||
  PAIR.has(tokens.lower[at]!);

const PAIR: ReadonlySet<string> = new Set(["both", "two", "pair", "former", "latter"]);

function placeLength(sentence: Sentence, at: number): number {
  const named = sentence.named[at];
  return named && isPlace(sentence, named) ? Math.max(...named.map(({ to }) => to)) - at : 1;
}

function pronounAt(sentence: Sentence, at: number): Growing | null {
  const pair = pairEnd(sentence, at);
  if (pair > 0) return { ...nothing(at), to: pair };
  if (isOneOfTwo(sentence, at)) return { ...nothing(at), to: at + 1 };
  if (
    !has(sentence, at, BIT.it) ||
    isTrade(sentence, at) ||
    sentence.named[at]?.some(({ to }) => to > at + 1)
  )
    return null;
  return { ...nothing(at), to: at + 1 };
}

/** Grows a mention from its first actor, agent or name; null where none begins. */
function grow(sentence: Sentence, at: number): Growing | null {
  const named = sentence.named[at];
  if (named && isPlace(sentence, named)) return null;
  const growing = nothing(at);
  if (opensFormalName(sentence, at)) growing.to = at + 2;
  if (!take(sentence, growing, growing.to) && !takeName(sentence, growing, at)) return null;
  for (;;) {
    const next = growing.to;
    if (isPair(sentence, growing, next)) break;
    if (take(sentence, growing, next) || takeName(sentence, growing, next)) continue;
    if (takeOver(sentence, growing, next) || takeAcronym(sentence, growing, next)) continue;
    break;
  }
  takeState(sentence, growing);
  if (growing.hasAgent) {
    takeField(sentence, growing);
    takeOf(sentence, growing);
  }
  takeAlias(sentence, growing);
  takeApposition(sentence, growing);
  if (growing.country === null && growing.to === at + 1 && sentence.tokens.lower[at] === "intelligence")
    return null;
  return growing.actor < 0 && !growing.hasAgent && !growing.isName ? null : growing;
}

/** "the Kingdom of Norway": a state by its formal name. */
const opensFormalName = (sentence: Sentence, at: number): boolean =>
  has(sentence, at + 1, BIT.of) &&
  (sentence.tokens.flags[at]! & CAPITAL) > 0 &&
  sentence.named[at] === undefined &&
  STATES.test(sentence.tokens.lower[at]!) &&
  sentence.named[at + 2] !== undefined;

/** "the China National Space Administration (CNSA)": a name's own letters belong to it. */
function takeAcronym(sentence: Sentence, growing: Growing, at: number): boolean {
  if (!isAcronym(sentence, at) || (growing.actor < 0 && !growing.hasAgent)) return false;
  const own = { ...nothing(at + 1) };
  if (take(sentence, own, at + 1) && growing.country !== null && own.country !== growing.country)
    return false;
  if (growing.country === null && own.country !== null)
    [growing.actor, growing.country] = [own.actor, own.country];
  growing.to = at + 3;
  return true;
}

const ALIASES: ReadonlySet<string> = new Set(["known", "tracked", "calling"]);

/** "hackers known as Storm Owl", "a group calling itself": the name somebody goes by belongs to them. */
function takeAlias(sentence: Sentence, growing: Growing): void {
  const { lower, flags } = sentence.tokens;
  const at = growing.to;
  if (!ALIASES.has(lower[at]!) || !/^(?:as|itself|themselves)$/.test(lower[at + 1] ?? "")) return;
  let to = lower[at + 2] === "the" ? at + 3 : at + 2;
  if (take(sentence, growing, to)) return;
  while ((flags[to] ?? 0) & CAPITAL || (to > at + 2 && /^\d+$/.test(lower[to] ?? ""))) to += 1;
  growing.to = to;
}

/** "Storm Owl, a group tied to China": whose a bare name is. */
function takeApposition(sentence: Sentence, growing: Growing): void {
  const { lower } = sentence.tokens;
  if (!growing.isName || growing.country !== null || lower[growing.to] !== ",") return;
  if (!/^an?$/.test(lower[growing.to + 1] ?? "")) return;
  for (let at = growing.to + 3; at < growing.to + 6; at++) {
    const state = tieAt(sentence, at);
    const inner = nothing(state);
    if (state === 0 || !take(sentence, inner, state)) continue;
    growing.country = inner.country;
    growing.actor = inner.actor;
    growing.to = inner.to;
    return;
  }
}

/** Takes an actor or agent that begins at a token. */
function take(sentence: Sentence, growing: Growing, at: number): boolean {
  const named = sentence.named[at];
  if (!named || isAdjective(sentence, at)) return false;
  const { bases, actors, sectors } = sentence.language;
  if (isPlace(sentence, named)) return false;
  const longest = Math.max(...named.map(({ to }) => to));
  if (
    growing.to > growing.from &&
    sentence.lexical[at]?.some((one) => one.class < bases.noun && one.to > longest)
  )
    return false;
  const isOfState =
    growing.attributive ||
    growing.isOwned ||
    growing.hasAgent ||
    (isState(sentence, growing) && COMMON.test(sentence.tokens.lower[longest - 1]!));
  for (const match of named) {
    if (match.to !== longest) continue;
    if (match.class >= bases.actor) {
      const index = (match.class - bases.actor) >> 1;
      const actor = actors[index]!;
      const isAdjective = ((match.class - bases.actor) & 1) === 1;
      if (growing.actor < 0 || !isAdjective) {
        const keepsCountry = growing.country !== null && !growing.isName && isOfAnyState(actor, isOfState);
        growing.actor = index;
        if (!keepsCountry) growing.country = actor.country;
        growing.sector = actor.sector ?? growing.sector;
      }
      growing.attributive = isAdjective;
    } else {
      growing.sector = sectors[match.class - bases.agent]!.split(" ")[0]!;
      growing.hasAgent = true;
      growing.attributive = false;
    }
    growing.isName = false;
  }
  growing.to = longest;
  growing.isOwned = false;
  return true;
}

/** "Sea of Japan" is nobody: names without a country stand in the way of shorter ones. */
const isPlace = ({ language: { bases, actors } }: Sentence, named: readonly Match[]) =>
  named.some(
    (match) => match.class >= bases.actor && actors[(match.class - bases.actor) >> 1]!.country === "-",
  );

const ADJECTIVES = new Set(["official", "military", "federal", "national"]);

/** "official talks": the word for a person stands before an event. */
const isAdjective = ({ tokens, lexical, named, language: { bases } }: Sentence, at: number) =>
  ADJECTIVES.has(tokens.lower[at]!) &&
  lexical[at + 1]?.some((match) => match.class >= bases.noun) === true &&
  named[at + 1] === undefined &&
  named[at]!.every(({ to }) => to === at + 1);

/** A body between states, or one that several states have by that name: "the Philippine Coast Guard", "India's Congress". */
const isOfAnyState = ({ country, sector }: ActorEntry, isOfState: boolean) =>
  country.length !== 3 || (isOfState && OF_STATES.has(sector ?? ""));

const OF_STATES = new Set(["GOV", "LEG", "JUD", "COP", "MIL", "SPY"]);

/** Names: words with a capital that are not the first of the sentence, unless more follow. */
function takeName(sentence: Sentence, growing: Growing, at: number): boolean {
  const { tokens } = sentence;
  const isNumbered = growing.isName && (tokens.flags[at] ?? 0) & JOINED && (tokens.flags[at]! & NUMBER) > 0;
  if (at >= tokens.count || !(tokens.flags[at]! & CAPITAL || isNumbered)) return false;
  if (has(sentence, at, CLOSED | BIT.the) && !(has(sentence, at, BIT.it) && isTrade(sentence, at)))
    return false;
  if (at === growing.from) {
    if (at === 0 && !(tokens.flags[1]! & (CAPITAL | JOINED))) return false;
    if (sentence.lexical[at] && at === 0) return false;
    growing.isName = true;
  }
  if (at > 0 && !(tokens.flags[at]! & SHOUTED) && couldBeVerb(sentence, at)) return false;
  growing.to = at + 1;
  growing.isOwned = false;
  return true;
}

/** In headlines verbs carry capitals too. */
const couldBeVerb = ({ lexical, language: { bases } }: Sentence, at: number) =>
  lexical[at]?.some((match) => match.class < bases.noun) ?? false;

/** Steps over `'s` and over adjectives when an agent or actor follows: "Russia's new space agency". */
function takeOver(sentence: Sentence, growing: Growing, at: number): boolean {
  const { tokens } = sentence;
  const owns = tokens.lower[at] === "'s" || tokens.lower[at] === "'";
  if (owns && takeOwnName(sentence, growing, at + 1)) return true;
  let next = owns ? at + 1 : at;
  let limit = next + (owns ? 4 : 2);
  for (; next < limit && next < tokens.count; next++) {
    if (sentence.named[next] && !has(sentence, next, CLOSED)) {
      if (next === at && !owns) return false;
      if (!owns && !isAgent(sentence, next)) return false;
      if (owns && !isAgent(sentence, next) && growing.hasAgent) return false;
      growing.isOwned = owns;
      return take(sentence, growing, next);
    }
    const isJoined = ((tokens.flags[next + 1] ?? 0) & JOINED) > 0;
    if (isMark(sentence, next) || has(sentence, next, isJoined ? CLOSED : CLOSED | BIT.adverb)) return false;
    if (isJoined && growing.country !== null) {
      limit += 1;
      continue;
    }
    if (sentence.lexical[next] && !isPart(sentence, growing, next, owns)) return false;
    if (!owns && growing.actor < 0 && !growing.hasAgent) return false;
  }
  return false;
}

/** "Israel's Iron Beam": a name that nothing else is known of is its owner's. */
function takeOwnName(sentence: Sentence, growing: Growing, at: number): boolean {
  const { tokens, lexical, named } = sentence;
  let to = at;
  while (
    to < tokens.count &&
    tokens.flags[to]! & (to === at ? CAPITAL : CAPITAL | JOINED) &&
    !named[to] &&
    !has(sentence, to, CLOSED)
  ) {
    if (lexical[to] && !(tokens.flags[to]! & SHOUTED)) break;
    to += 1;
  }
  if (to === at || growing.country === null) return false;
  growing.to = to;
  return true;
}

const isAgent = ({ named, language: { bases } }: Sentence, at: number) =>
  named[at]!.some((match) => match.class < bases.word);

/** Whether a word that may tell an event belongs to the name it stands in. */
const isPart = (sentence: Sentence, growing: Growing, at: number, owns: boolean) =>
  (sentence.tokens.flags[at]! & JOINED) > 0 ||
  isThing(sentence, at) ||
  ((owns || growing.attributive) && isTrade(sentence, at));

/** "Taiwanese shipping firms", "North Korean IT workers", "Google's threat intelligence unit": a word before a kind of business or office. */
const isTrade = ({ named, language: { bases } }: Sentence, at: number) =>
  named[at + 1]?.some((match) => match.class >= bases.agent && match.class < bases.word) ?? false;

/** A noun that tells no event by itself may stand before an office: "Chinese satellite company". */
const isThing = ({ lexical, language: { bases, classes } }: Sentence, at: number): boolean =>
  lexical[at]!.every(
    (match) =>
      match.class >= bases.word ||
      /^n:(?:space-|payload|works|vessel|joint$)/.test(classes.names[match.class]!),
  );

/** "Ministry of Digital Development, Innovation and Aerospace Industry": the names of what an office is for are nobody's. */
function takeField({ tokens, grammar, named }: Sentence, growing: Growing): void {
  const isName = (at: number) => ((tokens.flags[at] ?? 0) & CAPITAL) > 0 && named[at] === undefined;
  let at = growing.to;
  if (!(tokens.flags[at - 1]! & CAPITAL) || !((grammar[at] ?? 0) & (BIT.of | BIT.for)) || !isName(at + 1))
    return;
  while (isName(at + 1)) {
    at += 1;
    while (isName(at)) at += 1;
    if (tokens.lower[at] === "," && !isName(at + 1)) break;
    if (tokens.lower[at] !== "," && !((grammar[at] ?? 0) & BIT.and)) break;
  }
  growing.to = at;
}

/** "government of Italy", "police in Colombia", "leaders of the opposition": what follows names whose they are. */
function takeOf(sentence: Sentence, growing: Growing): void {
  const at = growing.to;
  const isUntied = growing.country === null;
  const tied = isUntied ? tieAt(sentence, at) : 0;
  const service = isUntied ? serviceAt(sentence, at) : 0;
  const speaks = has(sentence, at, BIT.for) && SPEAKING.test(sentence.tokens.lower[at - 1]!) ? BIT.for : 0;
  const bits = growing.country === null ? BIT.of | BIT.in | BIT.from | speaks : BIT.of;
  if (tied === 0 && service === 0 && !has(sentence, at, bits)) return;
  let next = service > 0 ? at + service : tied > 0 ? tied : at + 1;
  while (has(sentence, next, BIT.the)) next += 1;
  if (STATES.test(sentence.tokens.lower[next] ?? "") && has(sentence, next + 1, BIT.of)) next += 2;
  const inner = { ...nothing(next) };
  if (!take(sentence, inner, next)) return;
  while (take(sentence, inner, inner.to) || takeOffice(sentence, inner)) continue;
  if (growing.country !== null && !inner.hasAgent) return;
  growing.country ??= inner.country;
  if (growing.actor < 0) growing.actor = inner.actor;
  growing.to = inner.to;
}

/** "the Coast Guard of India", "the Security Council of Russia": a body by a common name is of the state behind it. */
function takeState(sentence: Sentence, growing: Growing): void {
  const at = growing.to;
  if (growing.actor < 0 || !has(sentence, at, BIT.of) || !COMMON.test(sentence.tokens.lower[at - 1]!)) return;
  const inner = nothing(has(sentence, at + 1, BIT.the) ? at + 2 : at + 1);
  if (!take(sentence, inner, inner.from) || !isState(sentence, inner) || inner.country!.length !== 3) return;
  growing.country = inner.country;
  growing.to = inner.to;
}

/** Bodies of these kinds have the same name in several states. */
const COMMON =
  /^(?:agency|authority|bureau|commission|committee|congress|council|court|department|directorate|force|forces|guard|navy|office|parliament|police|representatives|senate|service|services)$/;

const isState = ({ language: { actors } }: Sentence, { actor, attributive }: Growing): boolean =>
  actor >= 0 && !attributive && actors[actor]!.sector === null;

/** "the Ministry of Defence of the Republic of Moldova". */
const STATES =
  /^(?:republic|kingdom|state|government|duchy|sultanate|union|commonwealth|federation|emirate|principality)$/;

const SPEAKING = /^(?:spokes(?:man|woman|person)|representative|lawyer|adviser|advisor|envoy)s?$/;

/** "the head of Germany's space command": the office that its state owns. */
const takeOffice = (sentence: Sentence, inner: Growing): boolean =>
  sentence.tokens.lower[inner.to] === "'s" && !inner.hasAgent && takeOver(sentence, inner, inner.to);
