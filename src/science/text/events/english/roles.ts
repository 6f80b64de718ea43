import { BIT } from "../classes.ts";
import type { Filled, Roles } from "../roles.ts";
import { before, has, isVerbBetween } from "../sentence.ts";
import type { ReadSentence } from "../event-language.ts";
import type { Trigger } from "../trigger.ts";
import type { Mention } from "../mention.ts";
import { grouped, mentionsAfter, verbGroupStart } from "./clause.ts";
import { CAPITAL, MARK, QUOTED } from "../token.ts";
import { besidesNested, NESTING } from "./nested.ts";
import { GIVING, objectOf } from "./objects.ts";

const NOBODY: Roles = { sources: [], targets: [], voice: "active" };
const TARGETS_OF_NOUNS =
  BIT.on | BIT.against | BIT.with | BIT.for | BIT.to | BIT.into | BIT.between | BIT.other | BIT.in;

/** Subject and object by their order and prepositions; passives, relatives and nominal events turn them. */
export function fillRolesEnglish(sentence: ReadSentence, trigger: Trigger, previous: Filled | null): Roles {
  const filled = trigger.verb ? verbRoles(sentence, trigger, previous) : nounRoles(sentence, trigger);
  const turned = turnsRound(trigger)
    ? { ...filled, sources: filled.targets, targets: filled.sources }
    : filled;
  return trigger.rule.mutual ? mutual(turned) : turned;
}

/** Who is to host a visit promises it; once it takes place, the guest comes. */
const turnsRound = ({ rule, verb }: Trigger): boolean =>
  rule.swap && !(rule.mode === "visit" && verb?.future === true);

function verbRoles(sentence: ReadSentence, trigger: Trigger, previous: Filled | null): Roles {
  const subject = ofPlace(sentence, trigger, subjectOf(sentence, trigger, previous));
  if (trigger.verb!.passive) return passiveRoles(sentence, trigger, subject);
  const thanked = thankedFor(sentence, trigger, previous);
  if (thanked) return thanked;
  const object = objectOf(sentence, trigger, subject);
  const meant = meantObject(sentence, trigger, subject, previous);
  if (meant || isOfCountry(object)) return { sources: subject, targets: meant ?? object, voice: "active" };
  const owners = ownersBehind(sentence, trigger, subject, previous);
  const targets = owners.length > 0 ? owners : alike(trigger, subject, previous);
  return { sources: subject, targets: targets.length > 0 ? targets : object, voice: "active" };
}

const HARMFUL: ReadonlySet<string | null> = new Set(["ACCUSE", "SANCTION", "COERCE", "REJECT", "THREATEN"]);

/** "China hits out at US, imposes sanctions on 20 firms": what else the same side does to nobody named, it does to the same. */
function alike({ rule }: Trigger, subject: readonly Mention[], previous: Filled | null): readonly Mention[] {
  if (!previous?.trigger.verb || !HARMFUL.has(rule.root) || !HARMFUL.has(previous.trigger.rule.root))
    return [];
  const { sources, targets } = previous.roles;
  return isOfCountry(targets) && subject.length > 0 && subject.every((one) => sources.includes(one))
    ? targets
    : [];
}

/** "thanked Japan for training its engineers": who is thanked did it, for who thanks where nobody else is named. */
function thankedFor(sentence: ReadSentence, trigger: Trigger, previous: Filled | null): Roles | null {
  const isReason = trigger.verb!.dependent && has(sentence, before(sentence, trigger.from), BIT.for);
  if (!isReason || !previous?.trigger.verb || previous.trigger.rule.root !== "SUPPORT") return null;
  const sources = previous.roles.targets;
  const object = objectOf(sentence, trigger, sources);
  return { sources, targets: isOfCountry(object) ? object : previous.roles.sources, voice: "active" };
}

function passiveRoles(sentence: ReadSentence, trigger: Trigger, subject: Mention[]): Roles {
  if (trigger.noun >= 0 && trigger.rule.mutual && subject.length > 1) {
    return { sources: subject, targets: [], voice: "nominal" };
  }
  const after = mentionsAfter(sentence, trigger.head);
  if (isOwnMove(trigger, subject, after)) {
    return { sources: subject, targets: objectOf(sentence, trigger, subject), voice: "passive" };
  }
  const host = accredited(sentence, trigger, subject);
  const named = after.find(({ preposition }) => preposition & BIT.by);
  if (host && !named) return { sources: [host], targets: subject, voice: "passive" };
  const left = trigger.rule.mode === "expel" ? after.find((one) => one.from >= trigger.to) : undefined;
  const agent = named ?? left ?? after.find(({ preposition }) => preposition & (BIT.in | BIT.from));
  const got = agent ? undefined : receiverBehind(trigger, subject, after);
  if (got) return { sources: subject, targets: grouped(sentence, got), voice: "passive" };
  return {
    sources: grouped(sentence, agent),
    targets: doneTo(sentence, trigger, subject, after, agent),
    voice: "passive",
  };
}

/** "British jets were scrambled to shadow Russian bombers": forces that nobody else moves are their state's own act. */
const isOwnMove = ({ rule }: Trigger, subject: readonly Mention[], after: readonly Mention[]): boolean =>
  rule.root === "MOBILIZE" && isOfCountry(subject) && !after.some(({ preposition }) => preposition & BIT.by);

/** "Polish jets were handed over to Ukraine": whose the thing was gave it, where nobody else did. */
function receiverBehind(
  { rule }: Trigger,
  subject: readonly Mention[],
  after: readonly Mention[],
): Mention | undefined {
  const isOwned = subject.some(({ isAttributive, isOwner }) => isAttributive || isOwner);
  if (!isOwned || !GIVING.has(rule.root)) return undefined;
  return after.find(({ preposition, country }) => preposition & BIT.to && country !== null);
}

/** Whom a passive verb befalls: its subject, or who stands behind the noun that is its subject. */
function doneTo(
  sentence: ReadSentence,
  trigger: Trigger,
  subject: Mention[],
  after: readonly Mention[],
  agent: Mention | undefined,
): Mention[] {
  const { noun, rule, to } = trigger;
  if (noun < 0 && rule.root === "ACCUSE" && endsIn(sentence, trigger, BIT.on | BIT.to)) {
    const blamed = after.find(({ from }) => from >= to);
    return grouped(sentence, blamed);
  }
  if (subject.length === 0 && GIVING.has(rule.root))
    return grouped(
      sentence,
      after.find((one) => one !== agent && one.preposition & BIT.to),
    );
  const isWho = rule.root === "ASSAULT" || SEIZING.has(rule.mode);
  if (noun < 0 || (isWho && isOfCountry(subject))) return subject;
  const done =
    after.find((one) => one !== agent && one.preposition & targetsOf(subject)) ??
    subject.find(({ from }) => from > noun) ??
    subject[0];
  return grouped(sentence, done);
}

const isOfCountry = (mentions: readonly Mention[]) => mentions.some(({ country }) => country !== null);

/** "Thousands of people demonstrated in Tbilisi": who demonstrates is of the place right behind. */
function ofPlace({ mentions }: ReadSentence, { rule, head }: Trigger, subject: Mention[]): Mention[] {
  if (rule.root !== "PROTEST" || isOfCountry(subject)) return subject;
  const place = mentions.find(({ from, preposition }) => from - head === 1 && preposition & BIT.in);
  return place ? subject.map((one) => ({ ...one, country: place.country })) : subject;
}

/** "broke with Abu Dhabi, accusing it of": a pronoun right behind a verb that shares its subject stands for the object before it, behind another one for the last other state named. */
function meantObject(
  sentence: ReadSentence,
  { verb, from, head }: Trigger,
  subject: readonly Mention[],
  previous: Filled | null,
): readonly Mention[] | null {
  const isObject = /^(?:it|him|them)$/.test(sentence.tokens.lower[head] ?? "");
  const isShared = verb!.dependent || has(sentence, before(sentence, from), BIT.and);
  if (!isObject || has(sentence, head + 1, BIT.be | BIT.have | BIT.future | BIT.would | BIT.must))
    return null;
  if (isShared && previous?.trigger.verb)
    return previous.roles.targets.length > 0 ? previous.roles.targets : null;
  const other = sentence.mentions.findLast(
    (one) =>
      one.to <= from && one.country !== null && subject.every(({ country }) => country !== one.country),
  );
  return other && isOfCountry(subject) ? grouped(sentence, other) : null;
}

/** "was blamed on", "was attributed to": who is behind the preposition did it. */
const endsIn = (sentence: ReadSentence, { to, head }: Trigger, bits: number) =>
  to > head && has(sentence, to - 1, bits);

/** "A Chinese balloon was downed off South Carolina": where it is known whose it is, a place is no target. */
const targetsOf = (subject: readonly Mention[]) =>
  isOfCountry(subject) ? TARGETS_OF_NOUNS & ~(BIT.in | BIT.other) : TARGETS_OF_NOUNS;

/** "Russia's ambassador to Oslo was summoned": who is not named is the state an envoy is sent to. */
const accredited = ({ mentions }: ReadSentence, { from }: Trigger, subject: readonly Mention[]) =>
  mentions.find(
    (one) =>
      one.country !== null &&
      one.preposition & BIT.to &&
      one.to <= from &&
      subject.some((envoy) => envoy.sector === "GOV" && one.from - envoy.to === 1),
  );

/** "Russia said China would supply its satellites": a possessive behind the verb stands for the speaker. */
function ownersBehind(
  sentence: ReadSentence,
  trigger: Trigger,
  subject: readonly Mention[],
  previous: Filled | null,
): readonly Mention[] {
  if (previous === null || previous.trigger.rule.root !== null) return [];
  if (previous.roles.sources.some((one) => subject.includes(one))) return [];
  for (let at = trigger.head; at < sentence.tokens.count; at++) {
    if (has(sentence, at, BIT.whose)) return previous.roles.sources;
    if (sentence.language.grammar.closesClause(sentence, at)) return [];
  }
  return [];
}

function subjectOf(sentence: ReadSentence, trigger: Trigger, previous: Filled | null): Mention[] {
  const start = verbGroupStart(sentence, trigger.from);
  const left = before(sentence, start);
  if (start === 0 && trigger.verb!.passive) return behindComma(sentence, trigger.head);
  if (has(sentence, left, BIT.who)) return grouped(sentence, antecedent(sentence, left));
  if (isOfPlainNoun(sentence, start)) return [];
  const decider = trigger.verb!.dependent ? nestingOwner(sentence, trigger) : undefined;
  if (decider) return [decider];
  const isShared = trigger.verb!.dependent || has(sentence, left, BIT.and) || isComma(sentence, left);
  if (
    isShared &&
    previous?.trigger.verb &&
    !isSaidOfAnother(sentence, start, previous) &&
    previous.roles.sources.length > 0
  ) {
    return previous.roles.voice === "passive" ? [...previous.roles.targets] : [...previous.roles.sources];
  }
  const candidates = besidesNested(sentence, trigger, leftOf(sentence, start));
  const best =
    titled(sentence, candidates) ??
    candidates.find((one) => one.preposition === 0 && !one.isOwner) ??
    candidates.find((one) => one.preposition === 0) ??
    candidates.findLast((one) => one.preposition & (BIT.of | BIT.from | BIT.in | BIT.by)) ??
    (trigger.verb!.passive ? candidates.at(-1) : undefined);
  const counted = trigger.verb!.dependent ? countedAmong(candidates, best) : undefined;
  if (counted) return grouped(sentence, counted);
  if (best && !trigger.verb!.passive && saysOfAnother(sentence, best, start)) return [];
  const doer = resolved(sentence, best, previous);
  return doer && doer !== best && !best?.isPronoun ? [doer] : grouped(sentence, doer);
}

/** "Rwanda became the latest African state to join": of two before an infinitive the one with a country. */
const countedAmong = (candidates: readonly Mention[], best: Mention | undefined): Mention | undefined =>
  best && best.country === null && !best.isPronoun && best.preposition === 0
    ? candidates.find((one) => one.country !== null && one.preposition === 0 && !one.isOwner)
    : undefined;

/** "satellites helping Kyiv could": a participle right behind a plain noun is that noun's, and nobody known does it. */
function isOfPlainNoun({ tokens, lexical, grammar, mentionAt }: ReadSentence, start: number): boolean {
  const left = start - 1;
  return (
    tokens.lower[start]!.endsWith("ing") &&
    left > 0 &&
    mentionAt[left]! < 0 &&
    grammar[left] === 0 &&
    (tokens.flags[left]! & (MARK | CAPITAL)) === 0 &&
    /s$/.test(tokens.lower[left]!) &&
    !lexical[left]?.some(({ form }) => form > 0)
  );
}

/** "Google says Chinese hackers used its calendar to break in": of whom something is said stands between the verb of speech and what was done. */
const isSaidOfAnother = ({ mentions }: ReadSentence, start: number, { trigger }: Filled): boolean =>
  trigger.rule.root === null &&
  mentions.some(
    ({ from, to, preposition, country, isPronoun, isOwner }) =>
      from >= trigger.to &&
      from - trigger.to <= 2 &&
      to < start &&
      preposition === 0 &&
      country !== null &&
      !isPronoun &&
      !isOwner,
  );

/** "China hits out at US, imposes sanctions": a comma that closes the clause of a headline's first verb. */
const isComma = (sentence: ReadSentence, at: number) =>
  sentence.tokens.lower[at] === "," && sentence.language.grammar.closesClause(sentence, at);

/** "Accused by Washington of arming Russia, the firm replied": what opens the sentence is said of who stands behind its comma. */
function behindComma(sentence: ReadSentence, from: number): Mention[] {
  const comma = sentence.tokens.lower.indexOf(",", from);
  const first = sentence.mentions.find((one) => one.from > comma);
  if (comma < 0 || !first || first.from - comma > 3) return [];
  return grouped(sentence, first).filter((one) => one.from > comma);
}

/** "a British decision to send tanks": whose decision it is sends them. */
function nestingOwner(sentence: ReadSentence, { from }: Trigger): Mention | undefined {
  let to = from - 1;
  while (to > 0 && has(sentence, to, BIT.adverb | BIT.not)) to -= 1;
  const isNested = has(sentence, to, BIT.to) && NESTING.has(sentence.tokens.lower[to - 1] ?? "");
  const owner = isNested ? ownerOf(sentence, to - 1) : undefined;
  if (!owner || owner.country === null) return undefined;
  const isCompound = owner.to === to - 1 && has(sentence, owner.from - 1, BIT.the);
  return owner.isOwner || owner.isAttributive || isCompound ? owner : undefined;
}

/** "The US Speaker of the House Nancy Pelosi": a bare name right behind an office belongs to it. */
function titled(
  { lexical, language: { bases } }: ReadSentence,
  candidates: readonly Mention[],
): Mention | undefined {
  const [name, office] = candidates;
  if (!name || !office || name.actor >= 0 || name.sector !== null || name.isPronoun) return undefined;
  if (office.sector === null || office.preposition !== 0 || name.from - office.to > 4) return undefined;
  for (let at = office.to; at < name.from; at++) {
    if (lexical[at]?.some((match) => match.class < bases.noun)) return undefined;
  }
  return office;
}

/** A pronoun stands for the subject before it, which may be the speaker. */
function resolved(
  sentence: ReadSentence,
  mention: Mention | undefined,
  previous: Filled | null,
): Mention | undefined {
  if (mention === undefined) return mention;
  if (!mention.isPronoun) return ofSpeaker(sentence, mention, previous);
  return (
    tellerBehind(sentence, mention) ??
    previous?.roles.sources[0] ??
    sentence.mentions.find((one) => !one.isPronoun && one.to <= mention.from) ??
    mention
  );
}

/** "'We call on …,' the ministers said": who says behind the quotation what they say in it of themselves. */
function tellerBehind(sentence: ReadSentence, { from }: Mention): Mention | undefined {
  const { tokens, lexical, mentionAt, mentions, language } = sentence;
  if (!(tokens.flags[from]! & QUOTED) || !/^(?:we|i)$/.test(tokens.lower[from]!)) return undefined;
  const say = language.classes.idOf.get("v:say");
  for (let at = from; at < tokens.count; at++) {
    if (tokens.flags[at]! & QUOTED || !lexical[at]?.some(({ class: id }) => id === say)) continue;
    const behind = mentions.find((one) => one.from > at && one.from - at <= 3);
    return mentions[mentionAt[before(sentence, at)] ?? -1] ?? behind;
  }
  return undefined;
}

/** "Kyiv said its drones struck": who has no country of their own are the speaker's. */
function ofSpeaker(sentence: ReadSentence, mention: Mention, previous: Filled | null): Mention {
  const [speaker] = previous?.roles.sources ?? [];
  if (mention.country !== null || !speaker || !has(sentence, mention.from - 1, BIT.whose)) return mention;
  return { ...mention, country: speaker.country };
}

/** "the embassy in Oslo, which": who is behind a relative, over the place of an office. */
function antecedent({ mentions }: ReadSentence, at: number): Mention | undefined {
  const last = mentions.findLastIndex(({ to }) => to <= at);
  const [office, place] = [mentions[last - 1], mentions[last]];
  const isSeat = office?.sector === "GOV" && place!.preposition & BIT.in && place!.from - office.to === 1;
  return isSeat ? office : place;
}

/** "The ministry said the aircraft had entered": a verb of speech and somebody without a name stand between a name and the verb. */
function saysOfAnother(
  { tokens, lexical, grammar, language }: ReadSentence,
  { to, isPronoun }: Mention,
  start: number,
): boolean {
  const say = language.classes.idOf.get("v:say");
  if (isPronoun || start - to < 3) return false;
  for (let at = to; at + 2 < start; at++) {
    if (!lexical[at]?.some(({ class: id }) => id === say)) continue;
    const noun = tokens.lower[at + 1] === "that" ? at + 2 : at + 1;
    return (
      noun + 1 < start &&
      /^(?:the|a|an|this|these|those)$/.test(tokens.lower[noun]!) &&
      (grammar[start - 1]! & BIT.time) === 0
    );
  }
  return false;
}

/** Candidates for the subject, the nearest first; an aside between commas before the verb is passed over. */
function leftOf(sentence: ReadSentence, start: number): Mention[] {
  const { tokens, mentions } = sentence;
  let limit = start;
  let left = start - 1;
  while (left >= 0 && has(sentence, left, BIT.time | BIT.adverb)) left -= 1;
  if (tokens.lower[left] === ",") {
    const opening = tokens.lower.lastIndexOf(",", left - 1);
    if (opening > 0 && mentions.some(({ to }) => to <= opening)) limit = opening;
  }
  let floor = limit - 1;
  while (floor >= 0 && !stopsSubject(sentence, floor)) floor -= 1;
  return mentions.filter(({ from, to }) => to <= limit && from > floor).toReversed();
}

const stopsSubject = (sentence: ReadSentence, at: number) =>
  sentence.mentionAt[at]! < 0 &&
  sentence.language.grammar.closesClause(sentence, at) &&
  !has(sentence, at, BIT.and) &&
  !/[()—–]/.test(sentence.tokens.lower[at]!);

/** "the arrest in Warsaw of two Belarusians": who is behind "of" does not do it. */
const SEIZING: ReadonlySet<string | null> = new Set([
  "arrest",
  "expel",
  "release",
  "deport",
  "seize",
  "convict",
]);

/** "Russia's attack on Ukraine", "talks between A and B", "an attack by A on B", "US sanctions against Iran". */
function nounRoles(sentence: ReadSentence, trigger: Trigger): Roles {
  const after = mentionsAfter(sentence, trigger.head);
  const owner = ownerOf(sentence, trigger.from);
  const [first] = after;
  const between = first && first.preposition & BIT.between ? grouped(sentence, first) : [];
  if (between.length > 1)
    return { sources: between.slice(0, 1), targets: between.slice(1), voice: "nominal" };
  const named = after.find(
    ({ from, preposition }) => preposition & BIT.by && !isVerbBetween(sentence, trigger.to, from),
  );
  const taken = SEIZING.has(trigger.rule.mode)
    ? after.find(({ preposition }) => preposition & BIT.of)
    : undefined;
  if (taken) {
    const taker = named ?? owner ?? after.find(({ preposition }) => preposition & BIT.in);
    return { sources: grouped(sentence, taker), targets: grouped(sentence, taken), voice: "nominal" };
  }
  const doer = named ?? owner ?? after.find(({ preposition }) => preposition & (BIT.of | BIT.from));
  const done =
    after.find((one) => one !== doer && one.group !== doer?.group && one.preposition & TARGETS_OF_NOUNS) ??
    after.find((one) => one.group !== doer?.group && one.preposition & BIT.of);
  if (!doer) return NOBODY;
  const isOwners = done?.country == null && owner !== doer && owner?.country != null;
  return {
    sources: grouped(sentence, doer),
    targets: grouped(sentence, isOwners ? owner : done),
    voice: "nominal",
  };
}

/** What an owner announces, decides or plans is the owner's too: "Britain's announcement of fresh sanctions". */
const CARRIERS =
  /^(?:announcement|decision|move|imposition|adoption|approval|introduction|campaign|wave|round|series|package|declaration|use|act)s?$/;

/** Who stands before a noun as its owner or adjective: "Russia's", "Russian", "US". */
function ownerOf({ mentions, tokens, grammar }: ReadSentence, at: number): Mention | undefined {
  const of = [at - 1, at - 2, at - 3].find((one) => one > 0 && grammar[one]! & BIT.of);
  if (of !== undefined && CARRIERS.test(tokens.lower[of - 1]!)) {
    return mentions.findLast(
      ({ to, isOwner, isAttributive }) => to < of && of - to <= 4 && (isOwner || isAttributive),
    );
  }
  return mentions.findLast(
    ({ from, to, isOwner, isAttributive, preposition }) =>
      to <= at &&
      at - from <= 8 &&
      at - to <= 3 &&
      (isOwner || isAttributive || (preposition === 0 && at - to <= 1)),
  );
}

/** Somebody to do it with, not a place or a topic: "over the Sea of Japan". */
const isPartner = ({ country, sector, preposition }: Mention) =>
  (country !== null || sector !== null) && !(preposition & (BIT.on | BIT.other | BIT.in | BIT.of | BIT.from));

/** Both sides do it: "A and B met" has no object but two subjects. */
function mutual(roles: Roles): Roles {
  if (roles.targets.some(isPartner) || roles.sources.length < 2) return roles;
  return { sources: roles.sources, targets: roles.sources, voice: "mutual" };
}
