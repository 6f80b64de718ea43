import { BIT } from "../classes.ts";
import type { Filled, Roles } from "../roles.ts";
import { before, has } from "../sentence.ts";
import type { ReadSentence } from "../event-language.ts";
import type { Trigger } from "../trigger.ts";
import type { Mention } from "../mention.ts";
import { ACCUSATIVE, DATIVE, GENITIVE, INSTRUMENTAL, NOMINATIVE, PREPOSITIONAL } from "./cases.ts";
import { isOfOther } from "./added.ts";
import { asideAround, asideBefore } from "./clauses.ts";
import { FIRST_PERSON } from "./conjugate.ts";
import { PREPOSITIONS } from "./closed-words.ts";
import { tellerIn } from "./teller.ts";

const NOBODY: Roles = { sources: [], targets: [], voice: "active" };

/** Who and whom by case: the nominative does it, the instrumental does it in a passive, accusative, dative and prepositions suffer it. */
export function fillRolesRussian(sentence: ReadSentence, trigger: Trigger, previous: Filled | null): Roles {
  const filled = trigger.verb ? verbRoles(sentence, trigger, previous) : nounRoles(sentence, trigger);
  const turned = trigger.rule.swap ? { ...filled, sources: filled.targets, targets: filled.sources } : filled;
  return abroad(trigger.rule.mutual ? mutual(turned) : turned);
}

/** What a state does to its own is no event of two. */
function abroad(roles: Roles): Roles {
  if (roles.sources.length === 0) return roles;
  const targets = roles.targets.filter(({ country }) => roles.sources.some((one) => one.country !== country));
  return { ...roles, targets };
}

const grouped = ({ mentions }: ReadSentence, one: Mention | undefined): Mention[] =>
  one ? mentions.filter(({ group, country }) => group === one.group && country !== null) : [];

/** The mentions of the clause around a trigger. */
function clauseOf(sentence: ReadSentence, { from, to }: Trigger): Mention[] {
  const closes = (at: number) =>
    sentence.mentionAt[at]! < 0 && sentence.language.grammar.closesClause(sentence, at);
  let left = from - 1;
  for (let opens = -1; left >= 0; left = opens < 0 ? left - 1 : opens - 1) {
    opens = asideBefore(sentence, left);
    if (opens < 0 && closes(left)) break;
  }
  let right = to;
  while (right < sentence.tokens.count && !closes(right)) right += 1;
  return sentence.mentions.filter(
    (one) =>
      one.from > left && one.from < right && !isSpeaker(sentence, one) && !isAside(sentence, one, from),
  );
}

/** "санкции, введённые Вашингтоном, …", "Оман, как пишет BBC, …": who is named beside takes no part in what the verb tells; who tells whose a nameless noun is, does ("агент, работавший на Пекин"). */
function isAside(sentence: ReadSentence, one: Mention, trigger: number): boolean {
  const aside = asideAround(sentence, one.from);
  if (aside === null || (trigger >= aside.from && trigger < aside.to)) return false;
  if (aside.isPassive && is(one, INSTRUMENTAL) && isBare(one)) return true;
  const head = sentence.mentionAt[aside.from - 2] ?? -1;
  return !aside.isParticiple || (head >= 0 && sentence.mentions[head]!.country !== null);
}

/** "по словам США", "как заявил Роскосмос": who only tells it. */
const isSpeaker = (sentence: ReadSentence, { from, isOwner }: Mention) =>
  has(sentence, from - 1, BIT.according) || (isOwner && has(sentence, from - 2, BIT.according));

const isBare = (one: Mention) => (one.preposition & PREPOSITIONS) === 0;
const is = (one: Mention, cases: number) => (one.form & cases) > 0;

function verbRoles(sentence: ReadSentence, trigger: Trigger, previous: Filled | null): Roles {
  const clause = clauseOf(sentence, trigger);
  if (trigger.verb!.passive) return passiveRoles(sentence, trigger, clause);
  const subject = subjectOf(sentence, trigger, clause, previous);
  const sources =
    ofFirstPerson(sentence, trigger) ?? ofSpeaker(sentence, subject, previous) ?? grouped(sentence, subject);
  const object = objectOf(clause, trigger, sources);
  if (sources.length === 0)
    return {
      sources: grouped(sentence, placeOf(clause, object)),
      targets: grouped(sentence, object),
      voice: "active",
    };
  const own = grouped(sentence, object);
  const targets = own.length > 0 ? own : sharedObject(sentence, trigger, previous);
  return { sources, targets, voice: "active" };
}

/** "поставила Лаосу антенну и обязалась обучить", "разорвал отношения с Лаосом, обвинив его": whom a verb behind "и", or one with a pronoun, leaves unsaid is whom the verb before it named. */
function sharedObject(
  sentence: ReadSentence,
  { from, head }: Trigger,
  previous: Filled | null,
): readonly Mention[] {
  const isSecond = sentence.tokens.lower[before(sentence, from)] === "и" || isOfOther(sentence, head);
  return isSecond && previous?.trigger.verb ? previous.roles.targets : [];
}

/** "«Мы призываем Киев …», — заявили в МИД Ирана": who speaks of himself is who tells it. */
function ofFirstPerson(sentence: ReadSentence, { from }: Trigger): Mention[] | null {
  const isFirst = sentence.lexical[from]!.some(({ form }) => (form & FIRST_PERSON) > 0);
  if (!isFirst) return null;
  const teller = tellerIn(sentence);
  return teller ? grouped(sentence, teller) : null;
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

function passiveRoles(sentence: ReadSentence, trigger: Trigger, clause: readonly Mention[]): Roles {
  const agent = clause.find(
    (one) => isBare(one) && !one.isOwner && is(one, INSTRUMENTAL) && !is(one, NOMINATIVE),
  );
  const rest = clause.filter(({ group }) => group !== agent?.group);
  const between = rest.filter(({ preposition }) => preposition & BIT.between);
  if (between.length > 1)
    return { sources: between.slice(0, 1), targets: between.slice(1), voice: "passive" };
  const mover = agent ? undefined : ownMover(trigger, rest);
  if (mover) {
    const faced = objectOf(rest, trigger, [mover]);
    return { sources: grouped(sentence, mover), targets: grouped(sentence, faced), voice: "passive" };
  }
  const doer = agent ?? placeOf(rest, undefined);
  const left = rest.filter(({ group }) => group !== doer?.group);
  const known = left.filter(({ country }) => country !== null);
  const receiver = receiverAmong(known, trigger) ?? receiverAmong(left, trigger);
  return { sources: grouped(sentence, doer), targets: grouped(sentence, receiver), voice: "passive" };
}

/** "Истребитель ВКС России поднят на перехват": forces that nobody else moves are their state's own act. */
const ownMover = ({ rule, from }: Trigger, rest: readonly Mention[]): Mention | undefined =>
  rule.root === "MOBILIZE" ? rest.find((one) => one.to <= from && one.country !== null) : undefined;

/** To whom it is done: the dative, against whom or with whom, the nominative, anybody; whom one is handed to counts first. */
const receiverAmong = (some: readonly Mention[], { rule }: Trigger): Mention | undefined =>
  (rule.id === "extradite" ? some.findLast(isDestination) : undefined) ??
  some.find((one) => isBare(one) && !one.isOwner && is(one, DATIVE) && !is(one, NOMINATIVE)) ??
  some.find(({ preposition }) => preposition & (BIT.against | BIT.with)) ??
  some.find((one) => isBare(one) && is(one, NOMINATIVE)) ??
  some[0];

/** Where nobody is said to do it, the country in which or from which it is done: "в Германии арестованы", "из Польши высланы". */
const placeOf = (clause: readonly Mention[], object: Mention | undefined) =>
  clause.find(
    (one) =>
      one.group !== object?.group &&
      one.preposition & (BIT.in | BIT.from) &&
      is(one, PREPOSITIONAL | GENITIVE | ACCUSATIVE),
  );

function subjectOf(
  sentence: ReadSentence,
  trigger: Trigger,
  clause: readonly Mention[],
  previous: Filled | null,
): Mention | undefined {
  const canBe = (one: Mention) => isBare(one) && !one.isOwner && !one.isAttributive && is(one, NOMINATIVE);
  const before = clause.filter(({ to }) => to <= trigger.from);
  const near = before.findLast(canBe);
  const left = before.length > 0 ? undefined : relativeOf(sentence, trigger);
  if (left) return left;
  if (near) return near;
  const seat = seatBehind(sentence, trigger, clause);
  if (seat) return seat;
  const adjective = before.findLast((one) => isBare(one) && is(one, NOMINATIVE));
  // Whoever told of it is not who did it where a thing of somebody else did.
  if (adjective && previous?.trigger.rule.root === null) return adjective;
  if (previous?.trigger.verb && previous.roles.sources.length > 0) return previous.roles.sources[0];
  if (adjective) return adjective;
  const after = clause.filter(({ from }) => from >= trigger.head);
  const strict = after.find((one) => canBe(one) && !is(one, ACCUSATIVE | GENITIVE));
  if (strict) return strict;
  const isObjectFirst = before.some((one) => isBare(one) && is(one, ACCUSATIVE) && !is(one, NOMINATIVE));
  if (isObjectFirst) return after.find((one) => canBe(one) && !is(one, GENITIVE));
  const owner = before.find((one) => one.isOwner && isBare(one));
  return owner ?? (after.length > 1 ? after.find(canBe) : undefined);
}

/** "Решение Токио приветствовали в Дели": a plural verb without a subject is of the seat right behind it. */
const seatBehind = (
  { tokens: { lower } }: ReadSentence,
  { from, head }: Trigger,
  clause: readonly Mention[],
): Mention | undefined =>
  /(?:ли|[уюая]т)$/.test(lower[from]!)
    ? clause.find((one) => one.from - head === 1 && one.preposition & BIT.in && is(one, PREPOSITIONAL))
    : undefined;

/** "…, который": the noun before it. */
function relativeOf(sentence: ReadSentence, { from }: Trigger): Mention | undefined {
  for (let at = from - 1; at >= 0 && from - at <= 4; at--) {
    if (has(sentence, at, BIT.who)) return sentence.mentions.findLast(({ to }) => to <= at);
  }
  return undefined;
}

/** How likely a mention is the one it is done to. */
function weightOf(one: Mention, trigger: Trigger, sources: readonly Mention[]): number {
  const isAfter = one.from >= trigger.head;
  const distance = (isAfter ? one.from - trigger.head : trigger.from - one.to + 3) * 0.04;
  const side = isAfter ? 0 : 0.6;
  const isUnknown = one.country === null ? 1.5 : 0;
  const isAtHome = sources.some(({ country }) => country === one.country) ? 0.8 : 0;
  const isProgramme = one.country === "INT" ? 1 : 0;
  const kind = rankedBy(trigger, one) ?? kindOf(one);
  return kind - distance - side - isUnknown - isAtHome - isProgramme;
}

/** "осудил нарушение границы российским дроном", "экстрадировать в Италию": whom a rule asks for before others. */
function rankedBy({ rule, head }: Trigger, one: Mention): number | undefined {
  if (
    rule.mode === "disapprove" &&
    one.from > head &&
    isBare(one) &&
    is(one, INSTRUMENTAL) &&
    !is(one, ACCUSATIVE)
  )
    return 3.2;
  return rule.id === "extradite" && isDestination(one) ? 4 : undefined;
}

/** "в Италию", "Италии". */
const isDestination = (one: Mention): boolean =>
  (one.preposition & (BIT.in | BIT.into)) > 0 && is(one, ACCUSATIVE) && !is(one, PREPOSITIONAL);

function kindOf(one: Mention): number {
  const { preposition } = one;
  if (preposition === 0) {
    if (one.isOwner) return 1.8;
    if (is(one, ACCUSATIVE | DATIVE)) return 3;
    return is(one, INSTRUMENTAL) ? 1.2 : is(one, GENITIVE) ? 1.8 : 0.8;
  }
  if (preposition & BIT.against) return 3.2;
  if (preposition & BIT.with) return is(one, INSTRUMENTAL) ? 2.9 : 2.3;
  if (preposition & (BIT.into | BIT.for)) return 2.6;
  if (preposition & BIT.other && is(one, INSTRUMENTAL | GENITIVE)) return 2.2;
  if (preposition & BIT.from) return 2.4;
  if (preposition & BIT.on && is(one, DATIVE)) return 2.3;
  if (preposition & BIT.in && is(one, ACCUSATIVE) && !is(one, PREPOSITIONAL)) return 2.5;
  return 1;
}

function objectOf(
  clause: readonly Mention[],
  trigger: Trigger,
  sources: readonly Mention[],
): Mention | undefined {
  const taken = new Set(sources.map(({ group }) => group));
  const isAtHome = ({ country }: Mention) =>
    country !== null && sources.length > 0 && sources.every((one) => one.country === country);
  const free = clause.filter((one) => !taken.has(one.group) && !isAtHome(one));
  const ranked = free.toSorted((a, b) => weightOf(b, trigger, sources) - weightOf(a, trigger, sources));
  const best =
    ranked[0] && isThing(ranked[0])
      ? (ranked.find(({ country }) => country !== null) ?? ranked[0])
      : ranked[0];
  return soldBy(free, best, trigger, sources) ?? best;
}

/** "построит завод в Лаосе", "вывело войска из Лаоса": a thing or troops of no named country. */
const isThing = ({ country, sector }: Mention) => country === null && (sector === "BUS" || sector === "MIL");

/** "осудил продажу американского оружия Тайваню": blamed is whose the thing was, not who got it. */
function soldBy(
  free: readonly Mention[],
  best: Mention | undefined,
  { rule, head }: Trigger,
  sources: readonly Mention[],
): Mention | undefined {
  if (rule.mode !== "disapprove" || !best || !isBare(best) || !is(best, DATIVE) || is(best, ACCUSATIVE))
    return undefined;
  return free.find(
    (one) =>
      one.from >= head &&
      one.to < best.from + 1 &&
      one.isOwner &&
      one.country !== null &&
      sources.every(({ country }) => country !== one.country),
  );
}

/** "подписание соглашения между A и B", "высылка дипломатов из Бельгии", "санкции США против Китая". */
function nounRoles(sentence: ReadSentence, trigger: Trigger): Roles {
  const clause = clauseOf(sentence, trigger);
  const after = clause.filter(({ from }) => from >= trigger.head);
  const before = clause.filter(({ to }) => to <= trigger.from);
  const between = clause.filter(({ preposition }) => preposition & BIT.between);
  if (between.length > 1)
    return { sources: between.slice(0, 1), targets: between.slice(1), voice: "nominal" };
  const agent = clause.find(
    (one) => isBare(one) && !one.isOwner && is(one, INSTRUMENTAL) && !is(one, NOMINATIVE),
  );
  const genitive = after.find((one) => one.from - trigger.head <= 4 && isBare(one) && is(one, GENITIVE));
  const place = placeOf(clause, genitive);
  const isDoneTo = genitive && (agent ?? (place && ["SANCTION", "COERCE"].includes(trigger.rule.root ?? "")));
  if (isDoneTo)
    return {
      sources: grouped(sentence, agent ?? place),
      targets: grouped(sentence, genitive),
      voice: "nominal",
    };
  const adjective = before.findLast((one) => one.to === trigger.from || one.to === trigger.head);
  const doer =
    agent ?? genitive ?? adjective ?? before.findLast((one) => isBare(one) && is(one, NOMINATIVE)) ?? place;
  if (!doer) return NOBODY;
  const rest = clause.filter(({ group }) => group !== doer.group);
  const partner = trigger.rule.mutual ? after.find(({ preposition }) => preposition & BIT.with) : undefined;
  const done =
    partner ?? rest.toSorted((a, b) => weightOf(b, trigger, [doer]) - weightOf(a, trigger, [doer]))[0];
  return { sources: grouped(sentence, doer), targets: grouped(sentence, done), voice: "nominal" };
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
