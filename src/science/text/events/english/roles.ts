import { BIT } from "../classes.ts";
import type { Filled, Roles } from "../roles.ts";
import { before, has, isVerbBetween } from "../sentence.ts";
import type { ReadSentence } from "../event-language.ts";
import type { Trigger } from "../trigger.ts";
import type { Mention } from "../mention.ts";
import { grouped, mentionsAfter, promptedBy, verbGroupStart } from "./clause.ts";
import { GIVING, isRelative, objectOf } from "./objects.ts";
import { ownerOf } from "./owner.ts";
import { isEachOther } from "./pairs.ts";
import { ofSpeaker, subjectOf } from "./subject.ts";

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
  if (trigger.verb!.passive) {
    const roles = passiveRoles(sentence, trigger, subject);
    return { ...roles, sources: roles.sources.map((one) => ofSpeaker(sentence, one, previous)) };
  }
  if (subject.length > 1 && isEachOther(sentence, trigger.head))
    return { sources: subject, targets: subject, voice: "active" };
  const thanked = thankedFor(sentence, trigger, previous);
  if (thanked) return thanked;
  const found = objectOf(sentence, trigger, subject);
  const object = isOfCountry(found) ? found : (relativeObject(sentence, trigger, subject) ?? found);
  if (!isOfCountry(object) && previous && promptedBy(sentence, trigger))
    return { sources: subject, targets: previous.roles.sources, voice: "active" };
  const meant = meantObject(sentence, trigger, subject, previous);
  if (meant || isOfCountry(object)) return { sources: subject, targets: meant ?? object, voice: "active" };
  const owners = ownersBehind(sentence, trigger, subject, previous);
  const targets = owners.length > 0 ? owners : alike(trigger, subject, previous);
  return { sources: subject, targets: targets.length > 0 ? targets : object, voice: "active" };
}

/** "Peru, which Chile accuses of spying", "a Thai, whom it accused": whom the relative stands for, where its clause begins with somebody else. */
function relativeObject(
  sentence: ReadSentence,
  { from }: Trigger,
  [subject]: readonly Mention[],
): Mention[] | undefined {
  if (!subject) return undefined;
  const pronoun = verbGroupStart(sentence, from) - 1;
  const first = has(sentence, pronoun, BIT.it) ? pronoun : subject.from;
  const left = has(sentence, first - 1, BIT.the) ? first - 2 : first - 1;
  if (!has(sentence, left, BIT.who)) return undefined;
  const antecedent = sentence.mentions.findLast(({ to }) => to <= left);
  return antecedent ? grouped(sentence, antecedent) : undefined;
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
  const between = after.find(({ preposition }) => preposition & BIT.between);
  const [one, ...others] = trigger.rule.mutual ? grouped(sentence, between) : [];
  if (one && others.length > 0) return { sources: [one], targets: others, voice: "passive" };
  const host = accredited(sentence, trigger, subject);
  const named = after.find(({ preposition }) => preposition & BIT.by);
  if (host && !named) return { sources: [host], targets: subject, voice: "passive" };
  const asked = named ? undefined : askedOf(sentence, trigger);
  if (asked) return { sources: [asked.of], targets: [asked.by], voice: "passive" };
  const left = trigger.rule.mode === "expel" ? after.find((one) => one.from >= trigger.to) : undefined;
  const agent =
    named ??
    left ??
    nounsOwner(sentence, trigger, [...subject, ...after]) ??
    carrier(trigger, subject, after) ??
    after.find(({ preposition }) => preposition & (BIT.in | BIT.from)) ??
    unnamedDoer(trigger, after);
  const got = agent ? undefined : receiverBehind(trigger, subject, after);
  if (got) return { sources: subject, targets: grouped(sentence, got), voice: "passive" };
  return {
    sources: grouped(sentence, agent),
    targets: doneTo(sentence, trigger, subject, after, agent),
    voice: "passive",
  };
}

const ANSWERS: ReadonlySet<string | null> = new Set(["REJECT", "YIELD", "AGREE"]);

/** "Cuba's request for Peruvian pictures was turned down": who was asked stands behind the noun, and answers. */
function askedOf(
  sentence: ReadSentence,
  { noun, from, rule }: Trigger,
): { by: Mention; of: Mention } | undefined {
  const by = noun < 0 || !ANSWERS.has(rule.root) ? undefined : ownerOf(sentence, noun);
  if (!by || by.country === null) return undefined;
  const of = sentence.mentions.find(
    (one) => one.from > noun && one.to <= from && one.country !== null && one.country !== by.country,
  );
  return of && { by, of };
}

/** "was launched on a Norwegian rocket", "was summoned to the Norwegian ministry": whose rocket or office it is does it. */
function carrier(
  { rule, to, head }: Trigger,
  subject: readonly Mention[],
  after: readonly Mention[],
): Mention | undefined {
  if (to > head || !isOfCountry(subject)) return undefined;
  const bits = rule.root === "COOPERATE" ? BIT.on : rule.mode === "disapprove" ? BIT.to : 0;
  const isOther = ({ country }: Mention) =>
    country !== null && subject.every((one) => one.country !== country);
  return after.find(
    (one) =>
      one.preposition & bits &&
      isOther(one) &&
      (one.isAttributive || one.isOwner || one.sector === "BUS" || one.sector === "GOV"),
  );
}

/** "were shut out of the auction of Germany's firm", "was awarded a Russian contract": whose the thing is does it. */
function unnamedDoer({ rule }: Trigger, after: readonly Mention[]): Mention | undefined {
  if (rule.byOwner)
    return after.find(
      ({ isAttributive, isOwner, country }) => (isAttributive || isOwner) && country !== null,
    );
  if (rule.root !== "SANCTION") return undefined;
  return after.find(({ preposition, country }) => preposition & BIT.of && country !== null);
}

/** "A Norwegian inquiry was opened against a Russian firm": whose the noun is does it, where it is turned on another state. */
function nounsOwner(
  sentence: ReadSentence,
  { noun }: Trigger,
  after: readonly Mention[],
): Mention | undefined {
  const owner = noun < 0 ? undefined : ownerOf(sentence, noun);
  if (!owner?.country || !(owner.isOwner || owner.isAttributive)) return undefined;
  const isTurned = after.some(
    ({ preposition, country }) =>
      country !== null && country !== owner.country && preposition & (BIT.on | BIT.against | BIT.into),
  );
  return isTurned ? owner : undefined;
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
  const reached =
    agent && GIVING.has(rule.root) && !isOfCountry(subject) ? reachedBy(sentence, after) : undefined;
  if (reached) return grouped(sentence, reached);
  if (subject.length === 0 && GIVING.has(rule.root))
    return grouped(
      sentence,
      after.find((one) => one !== agent && one.preposition & (BIT.to | BIT.for | BIT.in)),
    );
  const got =
    agent && HANDED.has(rule.root) ? after.find((one) => one !== agent && isGetter(one)) : undefined;
  if (got) return grouped(sentence, got);
  const isWho = rule.root === "ASSAULT" || SEIZING.has(rule.mode);
  if (noun < 0 || (isWho && isOfCountry(subject))) return subject;
  const done =
    after.find((one) => one !== agent && one.preposition & targetsOf(subject)) ??
    subject.find(({ from }) => from > noun) ??
    subject[0];
  return grouped(sentence, done);
}

/** "radars donated by Peru reached Cuba": whom a gift comes to got it. */
const reachedBy = ({ tokens: { lower } }: ReadSentence, after: readonly Mention[]): Mention | undefined =>
  after.find(
    ({ from, country }) =>
      country !== null &&
      [lower[from - 1]!, lower[from - 2] ?? ""].some((word) =>
        /^(?:reach(?:ed|es)|arriv(?:ed?|es)|land(?:ed)?)$/.test(word),
      ),
  );

const HANDED: ReadonlySet<string | null> = new Set(["AID", "COOPERATE"]);

/** "was extradited from Spain to China", "were handed over to Ukraine by Germany". */
const isGetter = ({ preposition, country }: Mention) => (preposition & BIT.to) > 0 && country !== null;

const isOfCountry = (mentions: readonly Mention[]) => mentions.some(({ country }) => country !== null);

/** "Thousands of people demonstrated in Tbilisi", "The vice premier met in Beijing with": who demonstrates, or receives for a state that is not named, is of the place behind. */
function ofPlace({ mentions }: ReadSentence, { rule, head }: Trigger, subject: Mention[]): Mention[] {
  const isProtest = rule.root === "PROTEST";
  const isOffice =
    rule.root === "CONSULT" && subject.length > 0 && subject.every(({ sector }) => sector === "GOV");
  if (isOfCountry(subject) || !(isProtest || isOffice)) return subject;
  const place = mentions.find(
    ({ from, country, sector, preposition, isAttributive }) =>
      from > head && country !== null && sector === null && !isAttributive && preposition & BIT.in,
  );
  if (!place) return subject;
  return subject.length > 0
    ? subject.map((one) => ({ ...one, country: place.country }))
    : [{ ...place, sector: "CVL" }];
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

const speakers = (previous: Filled | null, subject: readonly Mention[]): readonly Mention[] =>
  previous?.trigger.rule.root === null && !previous.roles.sources.some((one) => subject.includes(one))
    ? previous.roles.sources
    : [];

/** "Lithuania turned to India, which flew its satellite": in a relative clause a possessive stands for the first other state. */
const outerSubject = ({ mentions }: ReadSentence, [subject]: readonly Mention[]): readonly Mention[] =>
  mentions
    .filter(
      ({ to, country, preposition }) =>
        subject && to <= subject.from && country !== null && preposition === 0,
    )
    .filter(({ country }) => country !== subject!.country)
    .slice(0, 1);

/** "Russia said China would supply its satellites": a possessive behind the verb stands for the speaker. */
function ownersBehind(
  sentence: ReadSentence,
  trigger: Trigger,
  subject: readonly Mention[],
  previous: Filled | null,
): readonly Mention[] {
  const owners = isRelative(sentence, trigger)
    ? outerSubject(sentence, subject)
    : speakers(previous, subject);
  if (owners.length === 0) return [];
  for (let at = trigger.head; at < sentence.tokens.count; at++) {
    if (has(sentence, at, BIT.whose)) return owners;
    if (sentence.language.grammar.closesClause(sentence, at)) return [];
  }
  return [];
}

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
  const between = grouped(
    sentence,
    after.slice(0, 2).find(({ preposition }) => preposition & BIT.between),
  );
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

/** Somebody to do it with, not a place or a topic: "over the Sea of Japan". */
const isPartner = ({ country, sector, preposition }: Mention) =>
  (country !== null || sector !== null) && !(preposition & (BIT.on | BIT.other | BIT.in | BIT.of | BIT.from));

/** Both sides do it: "A and B met" has no object but two subjects. */
function mutual(roles: Roles): Roles {
  if (roles.targets.some(isPartner) || roles.sources.length < 2) return roles;
  return { sources: roles.sources, targets: roles.sources, voice: "mutual" };
}
