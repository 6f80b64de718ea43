import { BIT } from "../classes.ts";
import type { Filled, Roles } from "../roles.ts";
import { before, has } from "../sentence.ts";
import type { ReadSentence } from "../event-language.ts";
import type { Trigger } from "../trigger.ts";
import { type Mention, groupedCountries } from "../mention.ts";
import { ANY_CASE, ACCUSATIVE, GENITIVE, NOMINATIVE, PREPOSITIONAL } from "./cases.ts";
import { openingGerundEnd } from "./clauses.ts";
import { FIRST_PERSON, GERUND } from "./conjugate.ts";
import { isOfOther } from "./added.ts";
import { tellerIn } from "./teller.ts";
import { objectOf } from "./object.ts";
import { nounRoles } from "./noun-roles.ts";
import { isSentOut, passiveRoles } from "./passive-roles.ts";
import { agreesWith, isLedByAdjective, isTooFew } from "./agreement.ts";
import { clauseOf, is, isBare, placeOf } from "./parties.ts";

/** Who and whom by case: the nominative does it, the instrumental does it in a passive, accusative, dative and prepositions suffer it. */
export function fillRolesRussian(sentence: ReadSentence, trigger: Trigger, previous: Filled | null): Roles {
  const filled =
    trigger.verb && !trigger.rule.pattern.startsWith("<happen>")
      ? verbRoles(sentence, trigger, previous)
      : nounRoles(sentence, trigger);
  const turned =
    trigger.rule.swap && !isSeen(trigger)
      ? { ...filled, sources: filled.targets, targets: filled.sources }
      : filled;
  return abroad(trigger.rule.mutual ? mutual(turned) : turned);
}

/** "замечены китайские корабли": forces that nobody is said to see act themselves. */
const isSeen = ({ rule, verb }: Trigger): boolean => rule.root === "MOBILIZE" && verb?.passive === true;

/** What a state does to its own is no event of two. */
function abroad(roles: Roles): Roles {
  if (roles.sources.length === 0) return roles;
  const targets = roles.targets.filter(({ country }) => roles.sources.some((one) => one.country !== country));
  return { ...roles, targets };
}

function verbRoles(sentence: ReadSentence, trigger: Trigger, previous: Filled | null): Roles {
  const clause = clauseOf(sentence, trigger);
  if (trigger.verb!.passive && !isSentOut(trigger, clause)) return passiveRoles(sentence, trigger, clause);
  const subject = hostOf(sentence, trigger, clause) ?? subjectOf(sentence, trigger, clause, previous);
  const sources =
    ofFirstPerson(sentence, trigger) ??
    ofSpeaker(sentence, subject, previous) ??
    groupedCountries(sentence, subject);
  const object = objectOf(clause, trigger, sources);
  if (sources.length === 0)
    return {
      sources: groupedCountries(sentence, trigger.verb!.dependent ? undefined : placeOf(clause, object)),
      targets: groupedCountries(sentence, object),
      voice: "active",
    };
  const own = groupedCountries(sentence, object);
  const shared = own.length > 0 ? own : sharedObject(sentence, trigger, previous);
  const said = shared.length > 0 ? shared : askedOf(sentence, trigger, sources);
  const targets = said.length > 0 ? said : openingObject(sentence, sources);
  return { sources, targets, voice: "active" };
}

/** "решение Токио приветствовали в Дели": a plural without a subject is said of the place. */
function hostOf(
  { tokens }: ReadSentence,
  { from }: Trigger,
  clause: readonly Mention[],
): Mention | undefined {
  const hasSubject = clause.some((one) => isBare(one) && !one.isOwner && is(one, NOMINATIVE));
  if (hasSubject || !/(?:ли|лись|ют|ют|ят|ат|ут)$/.test(tokens.lower[from]!)) return undefined;
  return clause.find(
    (one) => one.preposition & BIT.in && is(one, PREPOSITIONAL) && one.country !== null && !one.isOwner,
  );
}

/** "поставила Лаосу антенну и обязалась обучить", "разорвал отношения с Лаосом, обвинив его": whom a verb behind "и", a gerund or a pronoun leaves unsaid is whom the verb before it named. */
function sharedObject(
  sentence: ReadSentence,
  { from, head }: Trigger,
  previous: Filled | null,
): readonly Mention[] {
  const isSecond = sentence.tokens.lower[before(sentence, from)] === "и";
  const isMeant = isSecond || isGerund(sentence, from) || isOfOther(sentence, head);
  return isMeant && previous?.trigger.verb ? previous.roles.targets : [];
}

/** "Не дождавшись ответа Тираны, Афины отозвали посла": whom a gerund that opens the sentence names. */
function openingObject(sentence: ReadSentence, sources: readonly Mention[]): readonly Mention[] {
  const comma = openingGerundEnd(sentence);
  if (comma < 0 || sources.some(({ from }) => from < comma)) return [];
  const named = sentence.mentions.findLast(
    (one) =>
      one.to <= comma && one.country !== null && sources.every(({ country }) => country !== one.country),
  );
  return groupedCountries(sentence, named);
}

/** "настаивает, чтобы Киев отвёл войска": whom a request names only in what it asks. */
function askedOf(
  sentence: ReadSentence,
  { rule, to }: Trigger,
  sources: readonly Mention[],
): readonly Mention[] {
  const that = rule.root === "REQUEST" ? sentence.tokens.lower.indexOf("чтобы", to) : -1;
  if (that < 0 || that > to + 4) return [];
  const asked = sentence.mentions.find(
    (one) => one.from > that && one.from <= that + 4 && is(one, NOMINATIVE),
  );
  return groupedCountries(sentence, asked).filter(({ country }) =>
    sources.every((one) => one.country !== country),
  );
}

const isGerund = ({ lexical }: ReadSentence, at: number) =>
  lexical[at]!.some(({ form }) => (form & GERUND) > 0);

/** "«Мы призываем Киев …», — заявили в МИД Ирана": who speaks of himself is who tells it. */
function ofFirstPerson(sentence: ReadSentence, { from }: Trigger): Mention[] | null {
  const isFirst = sentence.lexical[from]!.some(({ form }) => (form & FIRST_PERSON) > 0);
  if (!isFirst) return null;
  const teller = tellerIn(sentence);
  return teller ? groupedCountries(sentence, teller) : null;
}

/** "МО России сообщило, что силы ПВО сбили": air defences without a country are the speaker's. */
function ofSpeaker(
  { tokens }: ReadSentence,
  subject: Mention | undefined,
  previous: Filled | null,
): Mention[] | null {
  const speaker = previous?.trigger.rule.root === null ? previous.roles.sources[0] : undefined;
  if (!subject || subject.country !== null || !speaker) return null;
  const isDefence = tokens.lower.slice(subject.from, subject.to).includes("пво");
  return isDefence ? [{ ...subject, country: speaker.country }] : null;
}

function subjectOf(
  sentence: ReadSentence,
  trigger: Trigger,
  clause: readonly Mention[],
  previous: Filled | null,
): Mention | undefined {
  const canBe = (one: Mention) =>
    isBare(one) &&
    !one.isOwner &&
    !one.isAttributive &&
    is(one, NOMINATIVE) &&
    agreesWith(sentence, one, trigger);
  const before = clause.filter(({ to }) => to <= trigger.from);
  const near = before.findLast((one) => canBe(one) && one.form !== ANY_CASE) ?? before.findLast(canBe);
  const left = before.length > 0 ? undefined : relativeOf(sentence, trigger);
  if (left) return left;
  const adjective = before.findLast(
    (one) => isBare(one) && is(one, NOMINATIVE) && agreesWith(sentence, one, trigger),
  );
  const carrier = isCargo(sentence, trigger, near ?? adjective)
    ? clause.find((one) => one.from >= trigger.head && isState(one))
    : undefined;
  if (carrier ?? near) return carrier ?? near;
  // Whoever told of it is not who did it where a thing of somebody else did.
  if (adjective && previous?.trigger.rule.root === null) return adjective;
  if (previous?.trigger.verb && previous.roles.sources.length > 0) return previous.roles.sources[0];
  if (adjective) return adjective;
  const after = clause.filter(({ from }) => from >= trigger.head);
  const strict = after.find(
    (one) => isBare(one) && !one.isOwner && is(one, NOMINATIVE) && !is(one, ACCUSATIVE | GENITIVE),
  );
  if (strict) return strict;
  const isObjectFirst = before.some(
    (one) =>
      isBare(one) && is(one, ACCUSATIVE) && (!is(one, NOMINATIVE) || !agreesWith(sentence, one, trigger)),
  );
  if (isObjectFirst) return after.find((one) => canBe(one) && !is(one, GENITIVE));
  const owner = before.find((one) => one.isOwner && isBare(one));
  if (owner && isTooFew(sentence, owner, trigger)) return after.find(canBe);
  return owner ?? (after.length > 1 || trigger.verb!.passive ? after.find(canBe) : undefined);
}

/** "бангладешский спутник выведет на орбиту Китай": a thing before a verb of carrying or handing over, a state behind it. */
const isCargo = (
  sentence: ReadSentence,
  { rule: { root, pattern } }: Trigger,
  one: Mention | undefined,
): boolean =>
  one !== undefined &&
  (root === "COOPERATE" || root === "AID") &&
  /^<(?:launch|give|aid)>/.test(pattern) &&
  isLedByAdjective(sentence, one) &&
  one.sector === null &&
  is(one, ACCUSATIVE);

const isState = (one: Mention): boolean =>
  isBare(one) &&
  !one.isOwner &&
  !one.isAttributive &&
  one.actor >= 0 &&
  one.sector === null &&
  is(one, NOMINATIVE) &&
  !is(one, GENITIVE);

/** "…, который": the noun before it. */
function relativeOf(sentence: ReadSentence, { from }: Trigger): Mention | undefined {
  for (let at = from - 1; at >= 0 && from - at <= 4; at--) {
    if (has(sentence, at, BIT.who)) return sentence.mentions.findLast(({ to }) => to <= at);
  }
  return undefined;
}

/** Both sides do it: "Россия и Китай подписали" has no other side than its two subjects. */
function mutual(roles: Roles): Roles {
  const { sources, targets } = roles;
  const [target] = targets;
  const isOther =
    target &&
    (target.preposition & BIT.with ||
      (target.preposition === 0 && !target.isOwner && target.country !== null));
  return sources.length < 2 || isOther ? roles : { sources, targets: sources, voice: "mutual" };
}
