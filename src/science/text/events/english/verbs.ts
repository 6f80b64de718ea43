import { BIT, GRAMMAR } from "../classes.ts";
import { asideOf } from "../clause-bounds.ts";
import type { VerbReading } from "../verb-reading.ts";
import { before, has, isMark, isPresent, isVerbBetween } from "../sentence.ts";
import type { Sentence } from "../event-language.ts";
import { CAPITAL, JOINED, MARK } from "../token.ts";
import { PLAIN_PREPOSITIONS } from "./closed-words.ts";
import { BASE, GERUND, PARTICIPLE, PAST, THIRD } from "./inflect.ts";

const AUXILIARY = BIT.be | BIT.have | BIT.do | BIT.future | BIT.would | BIT.must | BIT.to;
const OBJECT_PREPOSITION =
  BIT.of | BIT.with | BIT.against | BIT.for | BIT.in | BIT.on | BIT.into | BIT.between;

/** Reads an English word as a verb by its form and by what stands before it. */
export function readVerbEnglish(
  sentence: Sentence,
  at: number,
  to: number,
  form: number,
): VerbReading | null {
  if (sentence.tokens.flags[at]! & JOINED || isAuxiliary(sentence, at, to)) return null;
  if (has(sentence, at, BIT.would | BIT.and) || isMonth(sentence, at) || isNaming(sentence, at)) return null;
  const group = auxiliaries(sentence, at);
  const { left, bits } = group;
  if (bits & BIT.be && form & PARTICIPLE) return reading(group, true, false);
  if (bits & BIT.be && form & GERUND) return reading(group, false, false);
  if (bits & BIT.have && form & PARTICIPLE)
    return { ...reading(group, false, false), obliged: (bits & BIT.must) > 0 };
  if (bits & (BIT.to | BIT.future | BIT.would | BIT.must | BIT.do) && form & BASE) {
    if (isPlainBe(sentence, before(sentence, at))) return null;
    const phase = bits & BIT.to ? phaseOf(sentence, left) : null;
    if (phase) return phase;
    return reading(group, false, (bits & BIT.to) > 0);
  }
  if (bits & (BIT.future | BIT.would | BIT.must)) return null;
  if (form & PAST) return readPast(sentence, at, to, form, group);
  if (form & GERUND) {
    const phase = phaseOf(sentence, before(sentence, at));
    if (phase) return phase;
    const isNoun = has(sentence, left, BIT.the) || has(sentence, to, BIT.of);
    return isNoun ? null : reading(group, false, true);
  }
  if (form & PARTICIPLE && isDoneBy(sentence, to)) return reading(group, true, true);
  if (form & PARTICIPLE && !(form & BASE)) return null;
  return standsAsVerb(sentence, at, to, form) ? reading(group, false, false) : null;
}

const BEGINNING = /^(?:beg[aiu]n|begins|start(?:s|ed)?|(?:continue|resume)[sd]?|keeps?|kept)$/;
const ENDING = /^(?:stop(?:s|ped)?|cease[sd]?|quits?)$/;

/** "will begin training", "must stop supplying", "will continue to supply": a verb of beginning or ending lends the one behind it its auxiliaries. */
function phaseOf(sentence: Sentence, at: number): VerbReading | null {
  const word = sentence.tokens.lower[at] ?? "";
  const ends = ENDING.test(word);
  if (!ends && !BEGINNING.test(word)) return null;
  const group = auxiliaries(sentence, at);
  return { ...reading(group, false, (group.bits & BIT.to) > 0), ends };
}

const NAMING: ReadonlySet<string> = new Set(["called", "named", "dubbed", "codenamed", "nicknamed"]);

/** "a jammer called Kalinka": what gives a thing its name is no event. */
const isNaming = (sentence: Sentence, at: number): boolean =>
  NAMING.has(sentence.tokens.lower[at]!) &&
  at > 0 &&
  ((sentence.tokens.flags[at + 1] ?? 0) & CAPITAL) > 0 &&
  sentence.grammar[at - 1] === 0 &&
  !isMark(sentence, at - 1) &&
  (sentence.tokens.flags[at - 1]! & CAPITAL) === 0 &&
  !endsName(sentence, at - 1);

/** "will be back", "is due to be open": what stands right behind "be" in its first form is no verb. */
const isPlainBe = (sentence: Sentence, at: number): boolean =>
  has(sentence, at, BIT.be) && !has(sentence, at, BIT.to | BIT.future);

/** "have" and "do" before another verb are its auxiliaries. */
function isAuxiliary(sentence: Sentence, at: number, to: number): boolean {
  if (to > at + 1 || !has(sentence, at, BIT.have | BIT.do | BIT.be)) return false;
  let next = to;
  while (has(sentence, next, BIT.adverb | BIT.not | BIT.time)) next += 1;
  if (has(sentence, next, BIT.be | BIT.to)) return true;
  const word = sentence.tokens.lower[next] ?? "";
  return /(?:ed|en)$/.test(word) || (sentence.lexical[next]?.some(({ form }) => form & PARTICIPLE) ?? false);
}

/** A past form may be a participle: "a planned visit", "the group accused of". */
function readPast(
  sentence: Sentence,
  at: number,
  to: number,
  form: number,
  group: Group,
): VerbReading | null {
  const isBoth = /^(?:both|all|each)$/.test(sentence.tokens.lower[group.left] ?? "");
  if (has(sentence, group.left, BIT.the | BIT.whose) && form & PARTICIPLE && !isBoth) return null;
  if (form & PARTICIPLE && has(sentence, at - 1, PLAIN_PREPOSITIONS)) return null;
  if (form & PARTICIPLE && !has(sentence, at - 1, BIT.it) && isDoneBy(sentence, to))
    return reading(group, true, true);
  if (form & PARTICIPLE && at === 0 && isByBeforeComma(sentence, to)) return reading(group, true, true);
  if (
    !has(sentence, at - 1, BIT.it) &&
    form & PARTICIPLE &&
    CHARGED.test(sentence.tokens.lower[at]!) &&
    has(sentence, to, BIT.of | BIT.with)
  )
    return null;
  if (form & PARTICIPLE && TYING.test(sentence.tokens.lower[at]!) && isInApposition(sentence, at))
    return null;
  if (form & PARTICIPLE && has(sentence, to, PLAIN_PREPOSITIONS)) {
    if (sentence.tokens.lower[at - 1] === "," && asideOf(sentence, at) > 0)
      return isByBeforeComma(sentence, to) ? reading(group, true, true) : null;
    if (isDoneTo(sentence, at, to)) return reading(group, true, false);
  }
  return reading(group, false, false);
}

const TYING = /^(?:tied|linked|connected|traced)$/;

/** "Storm Owl, a group tied to China": what tells more of a name. */
const isInApposition = ({ tokens: { lower } }: Sentence, at: number): boolean =>
  [at - 4, at - 3, at - 2].some((one) => lower[one] === "," && /^an?$/.test(lower[one + 1]!));

/** "Refused help by Oslo, Kyiv turned to": what opens a sentence without a subject. */
function isByBeforeComma(sentence: Sentence, from: number): boolean {
  const comma = sentence.tokens.lower.indexOf(",", from);
  for (let at = from; at < comma; at++) if (has(sentence, at, BIT.by)) return true;
  return false;
}

/** "Two Russians arrested in Riga": what can only be done to somebody, with nobody behind it, is a headline's passive. */
function isDoneTo({ lexical, language: { bases, classes } }: Sentence, at: number, end: number): boolean {
  return (
    lexical[at]?.some(
      ({ class: id, to }) => id < bases.noun && to === end && DONE_TO.has(classes.names[id]!),
    ) ?? false
  );
}

/** "Two Cubans accused of spying were freed": who is accused right before "of" accuses nobody. */
const CHARGED = /^(?:accused|charged|suspected|convicted)$/;

const DONE_TO = new Set(["v:arrest", "v:kill", "v:convict", "v:abduct", "v:expel", "v:summon"]);

/** "denied visas by Canada": what is given or not to somebody stands before who does it. */
const GIVEN = /^(?:given|denied|refused|granted|offered|promised|handed|awarded|sent|lent|sold|paid|loaned)$/;

/** "developed jointly by", "supplied to Peru by"; what follows in "extended by six months" is no doer. */
function isDoneBy(sentence: Sentence, to: number): boolean {
  const { lexical, language } = sentence;
  const next = afterAdverbs(sentence, to);
  const thing =
    GIVEN.test(sentence.tokens.lower[to - 1]!) && sentence.named[next] === undefined ? next + 1 : next;
  const given =
    [thing, thing + 1].find((one) => one > next && !isMark(sentence, next) && has(sentence, one, BIT.by)) ??
    -1;
  const at = has(sentence, next, BIT.by) ? next : given > 0 ? given : doerBehindPlace(sentence, next);
  if (!has(sentence, at, BIT.by) || isOfManner(sentence, at)) return false;
  const measure = language.classes.idOf.get("n:measure");
  for (let next = at + 1; next <= at + 3 && !sentence.named[next]; next++) {
    if (lexical[next]?.some((match) => match.class === measure)) return false;
  }
  return true;
}

/** "answered by closing its border", "side by side": how it was done, not by whom. */
const isOfManner = ({ tokens: { lower } }: Sentence, by: number): boolean =>
  lower[by - 1] === lower[by + 1] || /.ing$/.test(lower[by + 1] ?? "");

/** "imposed on Cuba by Peru", "built in Cuba by a Peruvian firm": where "by" stands behind a preposition and who or what it is about, before somebody who is named; -1 where it does not. */
function doerBehindPlace(sentence: Sentence, from: number): number {
  if (!has(sentence, from, PLAIN_PREPOSITIONS | BIT.to)) return -1;
  for (let at = from + 1; at < Math.min(sentence.tokens.count, from + PLACE); at++) {
    if (has(sentence, at, BIT.by) && !has(sentence, at, BIT.time)) return isNamedSoon(sentence, at) ? at : -1;
    if (isMark(sentence, at) && sentence.tokens.lower[at] !== "'s") return -1;
    if (has(sentence, at, AUXILIARY | BIT.that | BIT.who | BIT.when) || isVerbBetween(sentence, at, at + 1))
      return -1;
  }
  return -1;
}

/** Tokens between a participle's preposition and "by" at most. */
const PLACE = 9;

const isNamedSoon = ({ named, grammar }: Sentence, by: number): boolean =>
  [by + 1, by + 2, by + 3].some((at) => named[at] !== undefined && (grammar[at]! & BIT.time) === 0);

/** Present forms that may be nouns: a verb stands after its subject and before an object. */
function standsAsVerb(sentence: Sentence, at: number, to: number, form: number): boolean {
  const left = before(sentence, at);
  if (left < 0 || has(sentence, left, BIT.the | BIT.whose | PLAIN_PREPOSITIONS | BIT.to)) return false;
  if (sentence.tokens.lower[left] === "'s") return false;
  if (form === THIRD && (endsInAdjective(sentence, left) || isVerbBetween(sentence, left, left + 1)))
    return false;
  if (form === BASE && sentence.tokens.lower[at] === "state" && endsInAdjective(sentence, left)) return false;
  if (form === BASE && (isSingular(sentence, left) || isWithinName(sentence, at))) return false;
  const isNounToo = sentence.lexical[at]!.some(
    (match) => match.class >= sentence.language.bases.noun && match.to === to,
  );
  if (!isNounToo) return !has(sentence, left, BIT.be | BIT.have);
  if (form === BASE && endsInAdjective(sentence, left)) return false;
  if (has(sentence, left, BIT.it | BIT.who)) return true;
  if (to < sentence.tokens.count && has(sentence, to, OBJECT_PREPOSITION)) return false;
  const beforeIsName = (sentence.named[left] ?? []).length > 0 || isMark(sentence, left) || form === THIRD;
  return beforeIsName && followsObject(sentence, to) && !isPast(sentence, to);
}

/** "sovereign funds agreed": what stands before a verb of the past is its subject. */
const isPast = ({ lexical, language: { bases } }: Sentence, at: number): boolean =>
  lexical[at]?.every(
    ({ class: id, form, to }) => id < bases.noun && form & PAST && !(form & BASE) && to > at,
  ) ?? false;

/** "the UN Support Mission": a capital between capitals, behind one name only, is no plural's verb. */
const isWithinName = (sentence: Sentence, at: number): boolean =>
  [at - 1, at, at + 1].every((one) => ((sentence.tokens.flags[one] ?? 0) & CAPITAL) > 0) &&
  !has(sentence, at - 2, BIT.and) &&
  sentence.tokens.lower[at - 2] !== ",";

/** "settle dispute", "engine dispute": a plain word without an ending of the plural is no subject of a verb's first form. */
const isSingular = (sentence: Sentence, at: number): boolean =>
  (sentence.tokens.flags[at]! & (MARK | CAPITAL)) === 0 &&
  sentence.grammar[at] === 0 &&
  !sentence.tokens.lower[at]!.endsWith("s") &&
  !endsName(sentence, at);

/** "European partners", "African states": no adjective of a state is the subject of a singular verb. */
export const endsInAdjective = ({ named, language: { bases } }: Sentence, at: number): boolean =>
  named[at]?.some(({ class: id }) => id >= bases.actor && ((id - bases.actor) & 1) === 1) ?? false;

/** Whether an object can begin at a token: a name, a determiner, a number, an adjective. */
const followsObject = (sentence: Sentence, at: number) =>
  !isMark(sentence, at) && !has(sentence, at, PLAIN_PREPOSITIONS | AUXILIARY | BIT.and | BIT.when);

interface Group {
  readonly left: number;
  readonly bits: number;
  readonly negated: boolean;
  /** "no longer shares": what stops. */
  readonly isNoLonger: boolean;
  /** "has never supplied", "has not supplied", "may have supplied": no refusal, no promise. */
  readonly isNever: boolean;
  readonly headline: boolean;
}

/** The auxiliaries before a verb, right to left, over adverbs and negators. */
function auxiliaries(sentence: Sentence, at: number): Group {
  let left = at - 1;
  let bits = 0;
  let negated = false;
  let isNoLonger = false;
  let isNever = false;
  for (; left >= 0; left--) {
    const grammar = sentence.grammar[left]!;
    if (grammar & BIT.not && sentence.tokens.lower[left + 1] !== "only") {
      negated = true;
      isNoLonger ||= sentence.tokens.lower[left + 1] === "longer";
      isNever ||= sentence.tokens.lower[left] === "never";
      bits |= grammar & (BIT.do | BIT.future | BIT.would | BIT.be | BIT.have | BIT.must);
    } else if (grammar & AUXILIARY && !(grammar & BIT.time)) bits |= grammar & AUXILIARY;
    else if (!(grammar & (BIT.adverb | BIT.time)) || grammar & BIT.the) break;
    if (bits & BIT.to && !(sentence.grammar[left - 1]! & (BIT.be | BIT.have | BIT.not))) {
      left -= 1;
      break;
    }
  }
  isNever &&= (bits & (BIT.future | BIT.would)) === 0;
  isNever ||= (bits & BIT.have) > 0 && (negated || (bits & BIT.would) > 0);
  isNever ||= (bits & BIT.would) > 0 && !negated && !sentence.tokens.lower.slice(left + 1, at).some(isOfWill);
  if (bits & BIT.would && !isNever && isReportedFuture(sentence, left, at)) bits ^= BIT.would | BIT.future;
  isNoLonger &&= (bits & (BIT.future | BIT.would | BIT.must)) === 0;
  return {
    left,
    bits,
    negated,
    isNoLonger,
    isNever,
    headline: (bits & BIT.to) > 0 && isAfterName(sentence, left),
  };
}

/** "would supply" may be a promise, "may supply" is none. */
const isOfWill = (word: string): boolean => word.startsWith("would") || word.startsWith("want");

const IF = GRAMMAR.indexOf("if");

/** "Tokyo said it would impose sanctions": in what is told of what was said, "would" is the future. */
function isReportedFuture(sentence: Sentence, left: number, at: number): boolean {
  const say = sentence.language.classes.idOf.get("v:say");
  if (say === undefined || !isPresent(sentence, say) || isPresent(sentence, IF)) return false;
  return sentence.tokens.lower.slice(left + 1, at).includes("would");
}

/** "Russia to launch": an infinitive right after a name is a headline's future. */
const isAfterName = (sentence: Sentence, left: number) =>
  left >= 0 &&
  !(sentence.tokens.flags[left]! & MARK) &&
  endsName(sentence, left) &&
  !isAfterVerb(sentence, left) &&
  !sentence.tokens.lower.slice(Math.max(0, left - 4), left).some((word) => PROMPTING.test(word));

/** "organised naval and air forces to shadow": a verb of the past before the name has its purpose in the infinitive. */
function isAfterVerb({ tokens, lexical, language: { bases } }: Sentence, left: number): boolean {
  for (let at = left - 1; at >= 0 && !(tokens.flags[at]! & MARK); at--) {
    const words = lexical[at];
    if (words?.every(({ class: id, form }) => id < bases.noun && form & PAST && !(form & BASE))) return true;
  }
  return false;
}

/** ", prompting Peru to close": what somebody is made to do. */
export const PROMPTING = /^(?:prompting|leading|causing|driving|spurring)$/;

function endsName({ named }: Sentence, at: number): boolean {
  for (let from = Math.max(0, at - 5); from <= at; from++) {
    if (named[from]?.some((match) => match.to === at + 1)) return true;
  }
  return false;
}

function reading(
  { bits, negated, isNoLonger, isNever, headline }: Group,
  passive: boolean,
  dependent: boolean,
): VerbReading {
  return {
    passive,
    negated: negated && !isNoLonger,
    ...(isNoLonger && { ends: true }),
    isPast: isNever,
    future: (bits & BIT.future) > 0 || headline || (bits & BIT.be && bits & BIT.to ? true : false),
    conditional: (bits & BIT.would) > 0,
    obliged: (bits & BIT.must) > 0 || (bits & BIT.have && bits & BIT.to ? true : false),
    dependent: dependent && !headline && !(bits & (BIT.be | BIT.have)),
  };
}

/** "last March in Washington": a month is no demonstration. */
const isMonth = ({ tokens, grammar }: Sentence, at: number): boolean =>
  at > 0 && (grammar[at]! & BIT.time) > 0 && (tokens.flags[at]! & CAPITAL) > 0;

/** Whether an English word may stand as a noun: no month, and not right after a modal. */
export const readsAsNounEnglish = (sentence: Sentence, at: number): boolean =>
  !isMonth(sentence, at) && !has(sentence, before(sentence, at), BIT.future | BIT.would | BIT.must);

/** "the freezing of Russian assets", "Iran's summoning of the envoy": a gerund that stands as a noun, with whom it befalls behind "of". */
export const readsAsDeedEnglish = (sentence: Sentence, at: number, to: number, form: number): boolean =>
  (form & GERUND) > 0 &&
  has(sentence, to, BIT.of) &&
  (has(sentence, at - 1, BIT.the | BIT.whose) || sentence.tokens.lower[at - 1] === "'s");

/** The token behind adverbs. */
export function afterAdverbs(sentence: Sentence, from: number): number {
  let at = from;
  while (has(sentence, at, BIT.adverb)) at += 1;
  return at;
}
