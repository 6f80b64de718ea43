import { BIT } from "../classes.ts";
import type { Filled, Roles } from "../roles.ts";
import { before, has } from "../sentence.ts";
import type { ReadSentence } from "../event-language.ts";
import type { Trigger } from "../trigger.ts";
import { type Mention, isOfCountry } from "../mention.ts";
import { grouped, promptedBy, verbGroupStart } from "./clause.ts";
import { isRelative, objectOf } from "./objects.ts";
import { isEachOther } from "./pairs.ts";
import { ofSpeaker, subjectOf } from "./subject.ts";
import { passiveRoles } from "./passive-roles.ts";
import { nounRoles } from "./noun-roles.ts";

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
  if (answers(rule.root, subject, previous)) return sources;
  return isOfCountry(targets) && subject.length > 0 && subject.every((one) => sources.includes(one))
    ? targets
    : [];
}

const ANSWERING: ReadonlySet<string | null> = new Set(["ACCUSE", "THREATEN", "REJECT"]);

/** "Washington blacklisted Chinese firms; Beijing vowed countermeasures": to whom nobody is named, it is said to who did it to the same side before. */
const answers = (root: string | null, subject: readonly Mention[], { roles }: Filled): boolean =>
  ANSWERING.has(root) &&
  isOfCountry(subject) &&
  roles.targets.some(({ country }) => country !== null && country === subject[0]!.country);

/** "thanked Japan for training its engineers": who is thanked did it, for who thanks where nobody else is named. */
function thankedFor(sentence: ReadSentence, trigger: Trigger, previous: Filled | null): Roles | null {
  const isReason = trigger.verb!.dependent && has(sentence, before(sentence, trigger.from), BIT.for);
  if (!isReason || !previous?.trigger.verb || previous.trigger.rule.root !== "SUPPORT") return null;
  const sources = previous.roles.targets;
  const object = objectOf(sentence, trigger, sources);
  return { sources, targets: isOfCountry(object) ? object : previous.roles.sources, voice: "active" };
}

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
  { verb, from, head, rule }: Trigger,
  subject: readonly Mention[],
  previous: Filled | null,
): readonly Mention[] | null {
  const at = has(sentence, head, BIT.that) && rule.root === "REQUEST" ? head + 1 : head;
  const isObject = /^(?:it|him|them)$/.test(sentence.tokens.lower[at] ?? "");
  const isShared = verb!.dependent || has(sentence, before(sentence, from), BIT.and);
  if (
    !isObject ||
    (at === head && has(sentence, head + 1, BIT.be | BIT.have | BIT.future | BIT.would | BIT.must))
  )
    return null;
  if (isShared && previous?.trigger.verb)
    return previous.roles.targets.length > 0 ? previous.roles.targets : null;
  const other = sentence.mentions.findLast(
    (one) =>
      one.to <= from && one.country !== null && subject.every(({ country }) => country !== one.country),
  );
  return other && isOfCountry(subject) ? grouped(sentence, other) : null;
}

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

/** Somebody to do it with, not a place or a topic: "over the Sea of Japan". */
const isPartner = ({ country, sector, preposition }: Mention) =>
  (country !== null || sector !== null) && !(preposition & (BIT.on | BIT.other | BIT.in | BIT.of | BIT.from));

/** Both sides do it: "A and B met" has no object but two subjects. */
function mutual(roles: Roles): Roles {
  if (roles.targets.some(isPartner) || roles.sources.length < 2) return roles;
  return { sources: roles.sources, targets: roles.sources, voice: "mutual" };
}
