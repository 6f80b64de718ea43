import { BIT } from "../classes.ts";
import { clauseEnd } from "../clause-bounds.ts";
import { before, has, isVerbBetween } from "../sentence.ts";
import type { ReadSentence } from "../event-language.ts";
import type { Trigger } from "../trigger.ts";
import type { Mention } from "../mention.ts";
import { grouped, mentionsAfter, verbGroupStart } from "./clause.ts";
import { JOINED } from "../token.ts";
import { GERUND } from "./inflect.ts";

/** The object: what stands right behind the verb, then behind prepositions, then places, then unknown names. */
export function objectOf(sentence: ReadSentence, trigger: Trigger, subject: readonly Mention[]): Mention[] {
  const groups = new Set(subject.map(({ group }) => group));
  const beyond = trigger.rule.root === "MOBILIZE";
  const reach = beyond ? "sentence" : isRelative(sentence, trigger) ? "comma" : "clause";
  const after = mentionsAfter(sentence, trigger.head, reach).filter(
    (one) =>
      !one.isPronoun &&
      !(beyond && one.preposition & BIT.by) &&
      !groups.has(one.group) &&
      !isTeller(sentence, one) &&
      !(HARMING_THINGS.has(trigger.rule.root) && isMadeBy(sentence, one)) &&
      !isOfCharge(sentence, trigger, one),
  );
  if (trigger.rule.among) return amongThem(sentence, subject, after);
  const person = PERSONAL.has(trigger.rule.root) ? unknownPerson(trigger, after) : undefined;
  let best: Mention | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const one of after) {
    if (person && one.from > person.to && tellsOf(sentence, person.to, one.from)) break;
    const isSelf = subject.some((doer) => isSameSide(doer, one));
    const rank = isSelf ? 7 : isOwnThing(trigger, subject, one) ? 6 : objectRank(sentence, one, trigger);
    if (rank < least) [best, least] = [one, rank];
  }
  const isThreat = trigger.verb!.future && HARMING.has(trigger.rule.root) && best?.country == null;
  if ((least > 3 && PROVOKED.has(trigger.rule.root)) || isThreat)
    best = provoker(sentence, trigger, subject) ?? best;
  if (best?.country == null && UNDER.has(trigger.rule.root))
    best = underWhich(sentence, trigger, subject) ?? best;
  if (least > 3 && trigger.rule.mode === "investigate") best = askedAbout(sentence, trigger, subject) ?? best;
  const isOneOfThem = subject.some(({ country }) => country !== null && country === best?.country);
  const isMutual =
    trigger.rule.mutual &&
    subject.length > 1 &&
    (least > 1 || isOneOfThem || best?.country === null || isAside(best));
  if (isMutual) return [];
  const object = receiver(sentence, trigger, best, after) ?? best;
  return [...grouped(sentence, object), ...alongside(sentence, object, after)];
}

const PAIRED = BIT.to | BIT.from | BIT.with | BIT.against | BIT.into;

/** "sold radars to Peru and boats to Chile": behind "and", by the same preposition, somebody else it is done to. */
function alongside(
  sentence: ReadSentence,
  object: Mention | undefined,
  after: readonly Mention[],
): readonly Mention[] {
  if (!object?.country) return [];
  const bits = object.preposition & PAIRED;
  if (object.preposition === 0) return gapped(sentence, object, after);
  if (bits === 0) return [];
  const isOther = ({ from, group, country, preposition, isOwner }: Mention) =>
    from > object.to && group !== object.group && country !== null && preposition & bits && !isOwner;
  const other = after.find(isOther);
  return other && isJoined(sentence, object.to, other.from) ? grouped(sentence, other) : [];
}

/** "asked Cuba for boats and Peru for crews": somebody else behind "and", before the same preposition. */
function gapped(
  sentence: ReadSentence,
  { to, group }: Mention,
  after: readonly Mention[],
): readonly Mention[] {
  const bits = (sentence.grammar[to] ?? 0) & GAPPED;
  const other = after.find(
    (one) =>
      one.from > to &&
      one.group !== group &&
      one.country !== null &&
      has(sentence, one.from - 1, BIT.and) &&
      has(sentence, one.to, bits),
  );
  return bits > 0 ? grouped(sentence, other) : [];
}

const GAPPED = BIT.for | BIT.of | BIT.to | BIT.with | BIT.from | BIT.on;

/** Whether "and" and no verb stands between two tokens. */
function isJoined(sentence: ReadSentence, from: number, to: number): boolean {
  let and = from;
  while (and < to && !has(sentence, and, BIT.and)) and += 1;
  return and < to && to - and <= NEAR && !isVerbBetween(sentence, from, to);
}

const PERSONAL: ReadonlySet<string | null> = new Set(["ACCUSE", "SANCTION", "COERCE", "ASSAULT", "YIELD"]);

/** "charged a man with passing secrets to Russia": somebody of no known state right behind the verb is meant, not who is named in the clause that tells more of him. */
const unknownPerson = ({ head }: Trigger, [first]: readonly Mention[]): Mention | undefined =>
  first &&
  first.country === null &&
  first.sector !== null &&
  first.preposition === 0 &&
  first.from - head <= NEAR
    ? first
    : undefined;

const tellsOf = (sentence: ReadSentence, from: number, to: number): boolean =>
  isVerbBetween(sentence, from, to) ||
  (has(sentence, from, BIT.with | BIT.of | BIT.for) && sentence.tokens.lower[from + 1]!.endsWith("ing"));

/** The same actor, or a thing of the same state: "ordered the seizure of Russian assets of". */
const isSameSide = (doer: Mention, { actor, country, isAttributive }: Mention): boolean =>
  actor >= 0 && (doer.actor === actor || (isAttributive && country !== null && doer.country === country));

/** "shares AngoSat data with Zambia": what is handed on is named, and of the same state. */
const isOwnThing = (
  { rule }: Trigger,
  subject: readonly Mention[],
  { actor, country, sector }: Mention,
): boolean =>
  HANDING.has(rule.root) &&
  actor >= 0 &&
  country !== null &&
  sector !== null &&
  subject.every((doer) => doer.country === country);

/** "is examining whether Starlink broke the rules": who is asked about. */
function askedAbout(
  { tokens, mentions }: ReadSentence,
  { to }: Trigger,
  subject: readonly Mention[],
): Mention | undefined {
  const at = tokens.lower.findIndex((word, index) => index >= to && /^(?:whether|if|how|why)$/.test(word));
  if (at < 0 || at - to > 3) return undefined;
  return mentions.find(
    ({ from, country }) => from > at && country !== null && subject.every((one) => one.country !== country),
  );
}

const PROVOKED: ReadonlySet<string | null> = new Set(["ACCUSE", "THREATEN", "MOBILIZE", "PROTEST"]);

/** "lodged a protest after a Chinese ship entered", "vowed to respond if Chile tested again": who is complained of, or threatened, where nobody is named before the reason. */
function provoker(sentence: ReadSentence, { to }: Trigger, subject: readonly Mention[]): Mention | undefined {
  const at = clauseEnd(sentence, to);
  if (!/^(?:after|when|because|as|if|unless|until)$/.test(sentence.tokens.lower[at] ?? "")) return undefined;
  const first = sentence.mentions.find(({ from }) => from > at);
  const isOther = first?.country != null && subject.every(({ country }) => country !== first.country);
  return isOther && first!.preposition === 0 && first!.from - at <= 4 ? first : undefined;
}

const UNDER: ReadonlySet<string | null> = new Set(["REJECT", "SANCTION", "ACCUSE", "SUPPORT", "THREATEN"]);

/** "voted down the agreement under which Peru uses": whose the object is stands in the clause that tells more of it. */
function underWhich(
  sentence: ReadSentence,
  { to }: Trigger,
  subject: readonly Mention[],
): Mention | undefined {
  const at = clauseEnd(sentence, to);
  if (sentence.tokens.lower[at] !== "which") return undefined;
  const first = sentence.mentions.find(({ from }) => from > at);
  const isOther = first?.country != null && subject.every(({ country }) => country !== first.country);
  return isOther && first!.preposition === 0 && first!.from - at <= 3 ? first : undefined;
}

/** "A and B discussed C", "A discussed it with B". */
const amongThem = (
  sentence: ReadSentence,
  subject: readonly Mention[],
  after: readonly Mention[],
): Mention[] =>
  subject.length > 1
    ? []
    : grouped(
        sentence,
        after.find(({ preposition }) => preposition & BIT.with),
      );

/** "on the eve of the vote in Poland": who is not met, only spoken of. */
const isAside = (one: Mention | undefined) =>
  ((one?.preposition ?? 0) & (BIT.of | BIT.on | BIT.for | BIT.by)) > 0;

const HARMING: ReadonlySet<string | null> = new Set(["COERCE", "SANCTION", "ASSAULT"]);
const HARMING_THINGS: ReadonlySet<string | null> = new Set(["COERCE", "ASSAULT"]);

/** "seized French-made gyroscopes": who made a thing is not who is harmed. */
const isMadeBy = ({ tokens }: ReadSentence, { to }: Mention): boolean =>
  (tokens.flags[to] ?? 0) & JOINED
    ? /^(?:made|built|designed|developed|manufactured|produced|style|era)$/.test(tokens.lower[to]!)
    : false;

const CHARGED =
  /^(?:suspected|accused|charged|convicted|wanted|suspicion|charges|allegations|allegedly|guilty)$/;

/** "arrested a man suspected of spying for Russia", "boarded a tanker carrying Iraqi oil": who a charge is about, or whose the cargo is, is not who is harmed; "suspected Russian spies" are. */
function isOfCharge(
  { tokens, grammar, lexical, language }: ReadSentence,
  { rule, head }: Trigger,
  { from, isAttributive }: Mention,
): boolean {
  if (!HARMING.has(rule.root)) return false;
  for (let at = head; at < from; at++) {
    if (
      (at < from - 1 && CHARGED.test(tokens.lower[at]!)) ||
      (isAttributive && tokens.lower[at] === "carrying")
    )
      return true;
    const isFor = (grammar[at]! & (BIT.for | BIT.of)) !== 0;
    if (isFor && lexical[at + 1]?.some(({ class: id, form }) => id < language.bases.noun && form & GERUND))
      return true;
  }
  return false;
}

export const GIVING: ReadonlySet<string | null> = new Set(["AGREE", "AID", "COOPERATE", "YIELD"]);
const HANDING: ReadonlySet<string | null> = new Set(["AID", "COOPERATE"]);

/** "delivered Chinese rockets to Iran": whose the thing was counts less than who got it. */
function receiver(
  sentence: ReadSentence,
  { rule }: Trigger,
  best: Mention | undefined,
  after: readonly Mention[],
): Mention | undefined {
  if (!best || best.preposition & ~BIT.of || !GIVING.has(rule.root)) return undefined;
  if (!best.isAttributive && !(best.sector !== null && HANDING.has(rule.root))) return undefined;
  return after.find(
    ({ from, country, preposition }) =>
      from > best.from && country !== null && preposition & BIT.to && !isVerbBetween(sentence, best.to, from),
  );
}

/** Who tells it at the sentence's end: "…, the ministry said". */
function isTeller(sentence: ReadSentence, { from, to }: Mention): boolean {
  const { lexical, tokens, language } = sentence;
  const left = has(sentence, from - 1, BIT.the) ? from - 2 : from - 1;
  if (tokens.lower[left] !== ",") return false;
  return lexical[to]?.some((match) => language.classes.names[match.class] === "v:say") ?? false;
}

/** Words between a verb and an object of no country that still is one. */
const NEAR = 5;

/** "called Modi": who stands right behind; ", calling Trump's move a mistake" rings nobody. */
const isCalled = ({ head, verb }: Trigger, from: number): boolean => from <= head + 1 && !verb?.dependent;

function objectRank(sentence: ReadSentence, mention: Mention, trigger: Trigger): number {
  const { from, to, country, sector, actor } = mention;
  const preposition = isVerbsOwn(mention, trigger) ? 0 : prepositionOf(sentence, mention);
  if (country === "UN" && trigger.rule.root === "ACCUSE" && preposition !== 0) return 2;
  if (country !== null && preposition & OF_NOUNS && isRightBehind(sentence, from, preposition, trigger))
    return -1;
  if (trigger.rule.root === "REQUEST" && country !== null && preposition & BIT.from && from - trigger.to <= 2)
    return -1;
  if (trigger.rule.root === "ACCUSE" && country !== null && from > trigger.to) {
    if (has(sentence, trigger.to - 1, BIT.to) && isSubjectOfThat(sentence, from)) return -2;
    if (preposition & BIT.by) return 0.5;
  }
  if (trigger.rule.root === "REJECT" && country !== null && preposition & OF_ASKERS && from >= trigger.to)
    return trigger.to > trigger.head || preposition & BIT.by ? -1 : 4;
  if (trigger.rule.root === "MOBILIZE" && country !== null && preposition & BIT.against) return -1;
  if (HANDING.has(trigger.rule.root) && preposition & BIT.against) return Number.POSITIVE_INFINITY;
  if (trigger.rule.mode === "phone" && trigger.to === trigger.head && !isCalled(trigger, from))
    return Number.POSITIVE_INFINITY;
  if (trigger.rule.root === "REQUEST" && preposition === 0 && from - trigger.head <= 1) return 0;
  if (from < trigger.to && country === null && (to >= trigger.to || !PERSONAL.has(trigger.rule.root)))
    return 6;
  if ((country === null && sector === null && actor < 0) || isMadeBy(sentence, mention)) return 5;
  if (preposition === 0) return country !== null || from - trigger.head <= NEAR ? 0 : 3;
  if (trigger.rule.mutual && preposition & BIT.with && country !== null) return 0.5;
  if (preposition & BIT.from && trigger.to > trigger.head && from - trigger.to <= 4) return 1;
  if (preposition & BIT.in && isTracedTo(sentence, trigger, from)) return 1;
  if (preposition & BIT.in && SPOKEN.has(trigger.rule.root) && from - trigger.to > 1)
    return Number.POSITIVE_INFINITY;
  if (preposition & (BIT.in | BIT.from | BIT.according)) return 4;
  return country === null ? 2 : 1;
}

/** "traced the jamming to a mast in Kaliningrad": where what is blamed stands. */
const isTracedTo = (sentence: ReadSentence, { rule, to }: Trigger, from: number): boolean =>
  rule.root === "ACCUSE" && has(sentence, to - 1, BIT.to) && from - to <= NEAR;

/** "regret at Honduras's decision": "at" before what somebody owns is no place. */
function prepositionOf({ tokens: { lower } }: ReadSentence, mention: Mention): number {
  const { from, isOwner, isAttributive, preposition } = mention;
  const isAt = lower[from - 1] === "at" || (lower[from - 2] === "at" && lower[from - 1] === "the");
  return isAt && (isOwner || isAttributive) ? BIT.on : preposition;
}

/** "complained to the ITU that Russia was jamming": who stands right behind "that". */
const isSubjectOfThat = (sentence: ReadSentence, from: number): boolean =>
  has(sentence, has(sentence, from - 1, BIT.the) ? from - 2 : from - 1, BIT.that);

/** "bristled at Britain's decision": the preposition belongs to the verb. */
const isVerbsOwn = ({ from }: Mention, trigger: Trigger) =>
  trigger.head - trigger.from > 1 && from >= trigger.head && from - trigger.head <= 2;

/** "Norway, which operates a radar, was threatened by": a clause of "which" or "that" ends with its comma. */
export const isRelative = (sentence: ReadSentence, { from }: Trigger) =>
  has(sentence, before(sentence, verbGroupStart(sentence, from)), BIT.who | BIT.that);

/** What is said or signed somewhere is not said to who lives there. */
const SPOKEN: ReadonlySet<string | null> = new Set([
  "AGREE",
  "CONSULT",
  "SUPPORT",
  "REQUEST",
  "ACCUSE",
  "REJECT",
]);

/** "rejected calls from Kyiv", "a request by the minister". */
const OF_ASKERS = BIT.by | BIT.from;

/** "launched an attack on Lebanon that killed civilians": what the pattern's own noun is about stands right behind it. */
const OF_NOUNS = BIT.on | BIT.against | BIT.with | BIT.to | BIT.into;
const isRightBehind = (
  sentence: ReadSentence,
  from: number,
  preposition: number,
  { to, head, rule }: Trigger,
) =>
  to > head &&
  from >= to &&
  from - to <= 4 &&
  !isVerbBetween(sentence, to, from) &&
  !sentence.mentions.some((one) => one.from >= head && one.to <= to && isAddressee(one, preposition, rule));

/** "blamed Russia for the attack on": who is named before the pattern's noun is meant, a place is not, nor whose "sanctions against" others they are. */
const isAddressee = (
  { country, isAttributive, isOwner, preposition }: Mention,
  behind: number,
  { root }: Trigger["rule"],
) =>
  country !== null &&
  (!isAttributive || root === "ACCUSE" || root === "REJECT") &&
  !(isOwner && root !== "ACCUSE" && behind & (BIT.on | BIT.against)) &&
  !(preposition & BIT.to && behind & BIT.on) &&
  !(preposition & (BIT.in | BIT.from));
