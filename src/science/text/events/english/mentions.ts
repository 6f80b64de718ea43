import { BIT } from "../classes.ts";
import type { ActorEntry } from "../dictionary.ts";
import type { Match } from "../lexicon.ts";
import type { Mention } from "../mention.ts";
import { has, isMark } from "../sentence.ts";
import type { Sentence } from "../event-language.ts";
import { CAPITAL, JOINED, SHOUTED } from "../token.ts";
import { isAcronym } from "./acronym.ts";

const PREPOSITIONS =
  BIT.to |
  BIT.by |
  BIT.of |
  BIT.with |
  BIT.against |
  BIT.for |
  BIT.from |
  BIT.in |
  BIT.on |
  BIT.into |
  BIT.between |
  BIT.other |
  BIT.according;
const CLOSED =
  PREPOSITIONS |
  BIT.not |
  BIT.be |
  BIT.have |
  BIT.do |
  BIT.future |
  BIT.would |
  BIT.must |
  BIT.and |
  BIT.that |
  BIT.who |
  BIT.when |
  BIT.if |
  BIT.it |
  BIT.time;

/** A mention while it grows. */
interface Growing {
  from: number;
  to: number;
  actor: number;
  country: string | null;
  sector: string | null;
  hasAgent: boolean;
  isName: boolean;
  attributive: boolean;
  /** What comes next belongs to it: "Taiwan's". */
  isOwned: boolean;
}

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
    if (!grown || isMoney(sentence, grown)) {
      at += grown ? grown.to - at : placeLength(sentence, at);
      continue;
    }
    found.push(finish(sentence, grown, found));
    at = grown.to;
  }
  return found;
}

/** Most words begin no mention: neither a known name nor a pronoun nor a capital. */
const canBegin = ({ tokens, named, grammar }: Sentence, at: number) =>
  named[at] !== undefined || (tokens.flags[at]! & CAPITAL) !== 0 || (grammar[at]! & BIT.it) !== 0;

/** "300 million Hong Kong dollars": a currency is nobody. */
const isMoney = ({ tokens }: Sentence, { from, to }: Growing): boolean =>
  MONEY.has(tokens.lower[to] ?? "") && (tokens.flags[from]! & CAPITAL) !== 0;

const MONEY: ReadonlySet<string> = new Set(
  "dinars dirhams dollar dollars francs lira liras rials riyals roubles rubles rupees shillings yen yuan zlotys".split(
    " ",
  ),
);

function placeLength(sentence: Sentence, at: number): number {
  const named = sentence.named[at];
  return named && isPlace(sentence, named) ? Math.max(...named.map(({ to }) => to)) - at : 1;
}

function pronounAt(sentence: Sentence, at: number): Growing | null {
  if (!has(sentence, at, BIT.it) || sentence.named[at]?.some(({ to }) => to > at + 1)) return null;
  return { ...nothing(at), to: at + 1 };
}

const nothing = (at: number): Growing => ({
  from: at,
  to: at,
  actor: -1,
  country: null,
  sector: null,
  hasAgent: false,
  isName: false,
  attributive: false,
  isOwned: false,
});

/** Grows a mention from its first actor, agent or name; null where none begins. */
function grow(sentence: Sentence, at: number): Growing | null {
  const named = sentence.named[at];
  if (named && isPlace(sentence, named)) return null;
  const growing = nothing(at);
  if (!take(sentence, growing, at) && !takeName(sentence, growing, at)) return null;
  for (;;) {
    const next = growing.to;
    if (isPair(sentence, growing, next)) break;
    if (take(sentence, growing, next) || takeName(sentence, growing, next)) continue;
    if (takeOver(sentence, growing, next) || takeAcronym(sentence, growing, next)) continue;
    break;
  }
  if (growing.hasAgent) takeOf(sentence, growing);
  takeAlias(sentence, growing);
  return growing.actor < 0 && !growing.hasAgent && !growing.isName ? null : growing;
}

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

/** "Saudi-Turkish", "US-India": the second of two states tied by a hyphen is somebody else. */
function isPair(
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
  const isOfState = growing.attributive || growing.isOwned;
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
  named[at]!.every(({ to }) => to === at + 1);

/** A body between states, or one that several states have by that name: "the Philippine Coast Guard", "India's Congress". */
const isOfAnyState = ({ country, sector }: ActorEntry, isOfState: boolean) =>
  country.length !== 3 || (isOfState && OF_STATES.has(sector ?? ""));

const OF_STATES = new Set(["GOV", "LEG", "JUD", "COP", "MIL", "SPY"]);

/** Names: words with a capital that are not the first of the sentence, unless more follow. */
function takeName(sentence: Sentence, growing: Growing, at: number): boolean {
  const { tokens } = sentence;
  if (at >= tokens.count || !(tokens.flags[at]! & CAPITAL) || has(sentence, at, CLOSED | BIT.the))
    return false;
  if (at === growing.from) {
    if (at === 0 && !(tokens.flags[1]! & CAPITAL)) return false;
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

/** "Taiwanese shipping firms", "Google's threat intelligence unit": a word before a kind of business or office. */
const isTrade = ({ named, language: { bases } }: Sentence, at: number) =>
  named[at + 1]?.some((match) => match.class >= bases.agent && match.class < bases.word) ?? false;

/** A noun that tells no event by itself may stand before an office: "Chinese satellite company". */
const isThing = ({ lexical, language: { bases, classes } }: Sentence, at: number): boolean =>
  lexical[at]!.every(
    (match) =>
      match.class >= bases.word ||
      /^n:(?:space-|payload|works|vessel|joint$)/.test(classes.names[match.class]!),
  );

/** Ties of a group to a state: "hackers linked to Russia's GRU", "a group thought to be backed by Iran". */
const TIED =
  /^(?:linked|tied|connected|loyal|aligned|affiliated|associated|allied|backed|supported|controlled|run|sponsored|directed|financed|funded|hired|paid|commanded|working|acting|operating|employed|based|located|headquartered)$/;
const SAID_TO_BE =
  /^(?:suspected|believed|thought|reported|alleged|said|known|widely|closely|reportedly|allegedly|to|be|have|been|of|being)$/;

/** Where the state that a group is tied to begins; 0 where it is not tied. */
function tieAt({ tokens, grammar }: Sentence, at: number): number {
  let tie = at;
  while (tie < at + 4 && SAID_TO_BE.test(tokens.lower[tie] ?? "")) tie += 1;
  const isTied = TIED.test(tokens.lower[tie] ?? "") && tie + 1 < tokens.count;
  return isTied && grammar[tie + 1]! & PREPOSITIONS ? tie + 2 : 0;
}

/** "in the pay of", "on the payroll of", "at the behest of": how many words tie a group to whom it serves. */
function serviceAt({ tokens }: Sentence, at: number): number {
  const words = tokens.lower.slice(at, at + 4);
  const from = words.indexOf("of", 2);
  const isService = /^(?:pay|payroll|service|employ|behest|orders|direction|command)$/.test(
    words[from - 1] ?? "",
  );
  return isService && /^(?:in|on|at|under)$/.test(words[0]!) ? from + 1 : 0;
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
  const inner = { ...nothing(next) };
  if (!take(sentence, inner, next)) return;
  while (take(sentence, inner, inner.to) || takeOffice(sentence, inner)) continue;
  if (growing.country !== null && !inner.hasAgent) return;
  growing.country ??= inner.country;
  if (growing.actor < 0) growing.actor = inner.actor;
  growing.to = inner.to;
}

const SPEAKING = /^(?:spokes(?:man|woman|person)|representative|lawyer|adviser|advisor|envoy)s?$/;

/** "the head of Germany's space command": the office that its state owns. */
const takeOffice = (sentence: Sentence, inner: Growing): boolean =>
  sentence.tokens.lower[inner.to] === "'s" && !inner.hasAgent && takeOver(sentence, inner, inner.to);

/** Closes a mention: its preposition, its owner, the mentions it is joined with. */
function finish(sentence: Sentence, growing: Growing, found: readonly Mention[]): Mention {
  const { tokens } = sentence;
  let left = growing.from - 1;
  while (left >= 0 && (has(sentence, left, BIT.the | BIT.whose) || isPlainWord(sentence, left, growing.from)))
    left -= 1;
  const isPronoun = has(sentence, growing.from, BIT.it) && growing.to === growing.from + 1;
  const isOwner = tokens.lower[growing.to] === "'s" || tokens.lower[growing.to] === "'";
  const previous = found.at(-1);
  const joined =
    previous !== undefined &&
    (isPair(sentence, previous, growing.from) ||
      (isLinked(sentence, previous.to, left + 1) &&
        !(isOwner && tokens.lower[left] === "," && previous.to === left) &&
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

/** "200 Starlink kits to Moldova": a firm's name before what it makes. */
const isProduct = ({ tokens }: Sentence, { to, sector }: Growing): boolean =>
  sector === "BUS" &&
  /^(?:kits?|terminals?|dish(?:es)?|antennas?|sets?|receivers?|phones?)$/.test(tokens.lower[to] ?? "");

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
  if (isOpening(sentence, found[previous.group]!) || previous.preposition & BIT.according) return true;
  if (to >= tokens.count || isMark(sentence, to) || has(sentence, to, BIT.and)) return false;
  const isTelling = lexical[to]?.some((match) => language.classes.names[match.class] === "v:say") ?? false;
  if (isTelling && found[previous.group]!.from > 1) return true;
  if (previous.preposition === 0) return false;
  if (has(sentence, to, BIT.have | BIT.be | BIT.future | BIT.would | BIT.must)) return true;
  const isSomebody = hasAgent && country !== null && (previous.preposition & BIT.in) !== 0;
  return isTelling || isSomebody || (grammar[previous.to + 1]! & BIT.the) === 0;
}

/** "At the ITU, France and Ukraine": a place that opens the sentence is none of those who act. */
const isOpening = (sentence: Sentence, { from, preposition }: Mention): boolean =>
  from <= 2 && (preposition & BIT.in) !== 0 && has(sentence, 0, BIT.in);

/** "with Russia, and India watched": of two alone, a comma before "and" parts clauses where a word follows. */
function startsClause(sentence: Sentence, found: readonly Mention[], to: number): boolean {
  const { tokens } = sentence;
  const [earlier, last] = [found.at(-2), found.at(-1)!];
  if (tokens.lower[last.to] !== "," || !has(sentence, last.to + 1, BIT.and)) return false;
  return earlier?.group !== last.group && to < tokens.count && !isMark(sentence, to);
}

/** Whether only "and" or a comma lies between two mentions. */
function isLinked(sentence: Sentence, from: number, to: number): boolean {
  if (to < from || to - from > 2) return false;
  let links = 0;
  for (let at = from; at < to; at++) {
    const isLink = has(sentence, at, BIT.and) || sentence.tokens.lower[at] === ",";
    if (isLink) links += 1;
    else return false;
  }
  return links > 0;
}
