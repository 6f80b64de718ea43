import { BIT } from "../classes.ts";
import type { Filled, Roles } from "../roles.ts";
import { before, has } from "../sentence.ts";
import type { ReadSentence } from "../event-language.ts";
import type { Trigger } from "../trigger.ts";
import { type Mention, isOfCountry } from "../mention.ts";
import { objectOf } from "./objects.ts";
import { impliedObject, pronounObject } from "./implied-object.ts";
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
  const object = objectOf(sentence, trigger, subject);
  const meant = pronounObject(sentence, trigger, subject, previous);
  const targets =
    meant ?? (isOfCountry(object) ? object : impliedObject(sentence, trigger, subject, previous));
  return { sources: subject, targets: targets.length > 0 ? targets : object, voice: "active" };
}

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
    rule.root === "CONSULT" &&
    (subject.length > 0 || rule.mode === "visit") &&
    subject.every(({ sector }) => sector === "GOV");
  if (isOfCountry(subject) || !(isProtest || isOffice)) return subject;
  const place = mentions.find(
    ({ from, country, sector, preposition, isAttributive }) =>
      from > head &&
      country !== null &&
      sector === null &&
      !isAttributive &&
      preposition & (subject.length > 0 ? BIT.in : BIT.in | BIT.to),
  );
  if (!place) return subject;
  return subject.length > 0
    ? subject.map((one) => ({ ...one, country: place.country }))
    : [{ ...place, sector: isProtest ? "CVL" : place.sector }];
}

/** Somebody to do it with, not a place or a topic: "over the Sea of Japan". */
const isPartner = ({ country, sector, preposition }: Mention) =>
  (country !== null || sector !== null) && !(preposition & (BIT.on | BIT.other | BIT.in | BIT.of | BIT.from));

/** Both sides do it: "A and B met" has no object but two subjects. */
function mutual(roles: Roles): Roles {
  if (roles.targets.some(isPartner) || roles.sources.length < 2) return roles;
  return { sources: roles.sources, targets: roles.sources, voice: "mutual" };
}
