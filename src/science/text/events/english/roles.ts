import { BIT } from "../classes.ts";
import type { Filled, Roles } from "../roles.ts";
import { before, has, isMark, isVerbBetween } from "../sentence.ts";
import type { ReadSentence } from "../event-language.ts";
import type { Trigger } from "../trigger.ts";
import type { Mention } from "../mention.ts";

const NOBODY: Roles = { sources: [], targets: [], voice: "active" };
const TARGETS_OF_NOUNS =
  BIT.on | BIT.against | BIT.with | BIT.for | BIT.to | BIT.into | BIT.between | BIT.other | BIT.in;

/** Subject and object by their order and prepositions; passives, relatives and nominal events turn them. */
export function fillRolesEnglish(sentence: ReadSentence, trigger: Trigger, previous: Filled | null): Roles {
  const filled = trigger.verb ? verbRoles(sentence, trigger, previous) : nounRoles(sentence, trigger);
  const turned = trigger.rule.swap ? { ...filled, sources: filled.targets, targets: filled.sources } : filled;
  return trigger.rule.mutual ? mutual(turned) : turned;
}

function verbRoles(sentence: ReadSentence, trigger: Trigger, previous: Filled | null): Roles {
  const subject = subjectOf(sentence, trigger, previous);
  if (!trigger.verb!.passive) {
    const object = objectOf(sentence, trigger, subject);
    const targets =
      meantObject(sentence, trigger, previous) ??
      (object.length > 0 ? object : ownersBehind(sentence, trigger, subject, previous));
    return { sources: subject, targets, voice: "active" };
  }
  if (trigger.noun >= 0 && trigger.rule.mutual && subject.length > 1) {
    return { sources: subject, targets: [], voice: "nominal" };
  }
  const after = mentionsAfter(sentence, trigger.head);
  const host = accredited(sentence, trigger, subject);
  const named = after.find(({ preposition }) => preposition & BIT.by);
  if (host && !named) return { sources: [host], targets: subject, voice: "passive" };
  const agent = named ?? after.find(({ preposition }) => preposition & (BIT.in | BIT.from));
  const done =
    trigger.noun < 0
      ? subject
      : grouped(
          sentence,
          after.find((one) => one !== agent && one.preposition & targetsOf(subject)) ??
            subject.find(({ from }) => from > trigger.noun) ??
            subject[0],
        );
  return { sources: grouped(sentence, agent), targets: done, voice: "passive" };
}

/** "broke with Abu Dhabi, accusing it of": a pronoun right behind a verb that shares its subject stands for the object before it. */
function meantObject(
  sentence: ReadSentence,
  { verb, from, head }: Trigger,
  previous: Filled | null,
): readonly Mention[] | null {
  const isObject = /^(?:it|him|them)$/.test(sentence.tokens.lower[head] ?? "");
  const isShared = verb!.dependent || has(sentence, before(sentence, from), BIT.and);
  if (!isObject || !isShared || !previous?.trigger.verb) return null;
  if (has(sentence, head + 1, BIT.be | BIT.have | BIT.future | BIT.would | BIT.must)) return null;
  return previous.roles.targets.length > 0 ? previous.roles.targets : null;
}

/** "A Chinese balloon was downed off South Carolina": where it is known whose it is, a place is no target. */
const targetsOf = (subject: readonly Mention[]) =>
  subject.some(({ country }) => country !== null)
    ? TARGETS_OF_NOUNS & ~(BIT.in | BIT.other)
    : TARGETS_OF_NOUNS;

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

/** All mentions joined with one. */
const grouped = ({ mentions }: ReadSentence, one: Mention | undefined): Mention[] =>
  one ? mentions.filter(({ group }) => group === one.group) : [];

/** The mentions to the right that belong to the clause, before another clause opens. */
function mentionsAfter(sentence: ReadSentence, from: number, beyondClause = false): Mention[] {
  const found: Mention[] = [];
  for (let at = from; at < sentence.tokens.count; at++) {
    const index = sentence.mentionAt[at]!;
    if (index >= 0) {
      const mention = sentence.mentions[index]!;
      if (mention.from >= from) found.push(mention);
      at = mention.to - 1;
    } else if (
      !beyondClause &&
      (sentence.language.grammar.closesClause(sentence, at) || opensNext(sentence, at))
    )
      break;
  }
  return found;
}

/** "China signed, and India watched": a comma, a conjunction, somebody new and no list behind: the next clause. */
function opensNext(sentence: ReadSentence, at: number): boolean {
  const { tokens, mentionAt, mentions } = sentence;
  if (tokens.lower[at] !== "," || !CONJUNCTIONS.has(tokens.lower[at + 1]!)) return false;
  const index = mentionAt[at + (has(sentence, at + 2, BIT.the) ? 3 : 2)] ?? -1;
  if (index < 0 || mentions[index]!.group === mentions[index - 1]?.group) return false;
  const { to, isOwner } = mentions[index]!;
  return !isOwner && to < tokens.count && !isMark(sentence, to) && !has(sentence, to, BIT.and);
}

const CONJUNCTIONS = new Set(["and", "but", "while", "yet", "so"]);

function subjectOf(sentence: ReadSentence, trigger: Trigger, previous: Filled | null): Mention[] {
  const start = verbGroupStart(sentence, trigger.from);
  const left = before(sentence, start);
  if (has(sentence, left, BIT.who)) return grouped(sentence, antecedent(sentence, left));
  const isShared = trigger.verb!.dependent || has(sentence, left, BIT.and);
  if (isShared && previous?.trigger.verb && previous.roles.sources.length > 0) {
    return previous.roles.voice === "passive" ? [...previous.roles.targets] : [...previous.roles.sources];
  }
  const candidates = leftOf(sentence, start);
  const best =
    titled(sentence, candidates) ??
    candidates.find((one) => one.preposition === 0 && !one.isOwner) ??
    candidates.find((one) => one.preposition === 0) ??
    candidates.findLast((one) => one.preposition & (BIT.of | BIT.from | BIT.in));
  return grouped(sentence, resolved(sentence, best, previous));
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
  if (!mention?.isPronoun) return mention;
  return (
    previous?.roles.sources[0] ??
    sentence.mentions.find((one) => !one.isPronoun && one.to <= mention.from) ??
    mention
  );
}

/** The token where a verb's auxiliaries begin. */
function verbGroupStart(sentence: ReadSentence, at: number): number {
  const group =
    BIT.be | BIT.have | BIT.do | BIT.future | BIT.would | BIT.must | BIT.to | BIT.not | BIT.adverb;
  let start = at;
  while (start > 0 && has(sentence, start - 1, group) && sentence.mentionAt[start - 1]! < 0) start -= 1;
  return start;
}

const antecedent = ({ mentions }: ReadSentence, at: number) => mentions.findLast(({ to }) => to <= at);

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

/** The object: what stands right behind the verb, then behind prepositions, then places, then unknown names. */
function objectOf(sentence: ReadSentence, trigger: Trigger, subject: readonly Mention[]): Mention[] {
  const groups = new Set(subject.map(({ group }) => group));
  const beyond = trigger.rule.root === "MOBILIZE";
  const after = mentionsAfter(sentence, trigger.head, beyond).filter(
    (one) => !one.isPronoun && !groups.has(one.group) && !isTeller(sentence, one),
  );
  let best: Mention | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const one of after) {
    const isSelf = one.actor >= 0 && subject.some(({ actor }) => actor === one.actor);
    const rank = isSelf ? 7 : objectRank(sentence, one, trigger);
    if (rank < least) [best, least] = [one, rank];
  }
  const isOneOfThem = subject.some(({ country }) => country !== null && country === best?.country);
  const isMutual =
    trigger.rule.mutual && subject.length > 1 && (least > 1 || isOneOfThem || best?.country === null);
  return isMutual ? [] : grouped(sentence, best);
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

function objectRank(
  sentence: ReadSentence,
  { from, to, preposition, country, sector, actor }: Mention,
  trigger: Trigger,
): number {
  if (country !== null && preposition & OF_NOUNS && isRightBehind(sentence, from, trigger)) return -1;
  if (trigger.rule.root === "REJECT" && country !== null && preposition & BIT.by) return -1;
  if (trigger.rule.root === "MOBILIZE" && country !== null && preposition & BIT.against) return -1;
  if (from < trigger.to && to >= trigger.to && country === null) return 6;
  if (country === null && sector === null && actor < 0) return 5;
  if (preposition === 0) return country !== null || from - trigger.head <= NEAR ? 0 : 3;
  if (preposition & BIT.from && trigger.to > trigger.head && from - trigger.to <= 4) return 1;
  if (preposition & (BIT.in | BIT.from | BIT.according)) return 4;
  return country === null ? 2 : 1;
}

/** "launched an attack on Lebanon that killed civilians": what the pattern's own noun is about stands right behind it. */
const OF_NOUNS = BIT.on | BIT.against | BIT.with | BIT.to | BIT.into;
const isRightBehind = (sentence: ReadSentence, from: number, { to, head }: Trigger) =>
  to > head &&
  from >= to &&
  from - to <= 4 &&
  !isVerbBetween(sentence, to, from) &&
  !sentence.mentions.some((one) => one.from >= head && one.to <= to && isAddressee(one));

/** "blamed Russia for the attack on": who is named before the pattern's noun is meant, a place is not. */
const isAddressee = ({ country, isAttributive, preposition }: Mention) =>
  country !== null && !isAttributive && !(preposition & (BIT.in | BIT.from));

/** "Russia's attack on Ukraine", "talks between A and B", "an attack by A on B", "US sanctions against Iran". */
function nounRoles(sentence: ReadSentence, trigger: Trigger): Roles {
  const after = mentionsAfter(sentence, trigger.head);
  const owner = ownerOf(sentence, trigger.from);
  const [first] = after;
  const between = first && first.preposition & BIT.between ? grouped(sentence, first) : [];
  if (between.length > 1)
    return { sources: between.slice(0, 1), targets: between.slice(1), voice: "nominal" };
  const doer =
    after.find(({ preposition }) => preposition & BIT.by) ??
    owner ??
    after.find(({ preposition }) => preposition & (BIT.of | BIT.from));
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

/** Who stands before a noun as its owner or adjective: "Russia's", "Russian", "US". */
function ownerOf({ mentions }: ReadSentence, at: number): Mention | undefined {
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
