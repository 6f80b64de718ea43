import { BIT } from "../classes.ts";
import type { Filled, Roles } from "../roles.ts";
import { clauseStart } from "../clause-bounds.ts";
import { has } from "../sentence.ts";
import type { ReadSentence } from "../event-language.ts";
import type { Trigger } from "../trigger.ts";
import { type Mention, groupedCountries } from "../mention.ts";
import { bothBefore, hasPronoun, meantBefore, pronounSubject, topicOf } from "./anaphora.ts";
import { isWithinAttribute } from "./attribute.ts";
import { isCause } from "./cause.ts";
import { takesObject } from "./verbs.ts";

/** Who and whom by order and markers: the bare name before the verb does it, 被 and 由 name the doer, 对, 向, 与, 将 and what follows the verb the other side. */
export function fillRolesChinese(sentence: ReadSentence, trigger: Trigger, previous: Filled | null): Roles {
  const clause = clauseOf(sentence, trigger);
  const filled = doerOf(clause, trigger)
    ? passiveRoles(sentence, trigger, clause)
    : activeRoles(sentence, trigger, clause, previous);
  const turned =
    trigger.rule.swap && filled.voice === "active"
      ? { ...filled, sources: filled.targets, targets: filled.sources }
      : filled;
  return trigger.rule.mutual ? mutual(turned) : turned;
}

/** What a state does to its own is no event of two: 禁止美国航天局与中国合作. */
const isAtHome = ({ country }: Mention, sources: readonly Mention[]): boolean =>
  country !== null && sources.some((one) => one.country === country);

/** The mentions of the clause around a trigger, without those that only tell it (据…报道) or only stand in its cause. */
function clauseOf(sentence: ReadSentence, { from, to }: Trigger): Mention[] {
  const closes = (at: number) =>
    sentence.mentionAt[at]! < 0 && sentence.language.grammar.closesClause(sentence, at);
  let left = from - 1;
  while (left >= 0 && !closes(left)) left -= 1;
  let right = to;
  while (right < sentence.tokens.count && !closes(right)) right += 1;
  return sentence.mentions.filter(
    (one) =>
      one.from > left &&
      one.from < right &&
      !has(sentence, one.from - 1, BIT.according) &&
      !isCause(sentence, one.from),
  );
}

const isBy = ({ preposition }: Mention) => (preposition & BIT.by) > 0;
const isBare = ({ preposition }: Mention) => preposition === 0;

const doerOf = (clause: readonly Mention[], { to }: Trigger) =>
  clause.find((one) => isBy(one) && one.from < to);

function passiveRoles(sentence: ReadSentence, trigger: Trigger, clause: readonly Mention[]): Roles {
  const doer = doerOf(clause, trigger)!;
  const rest = clause.filter(({ group }) => group !== doer.group);
  const receiver =
    rest.find((one) => one.preposition & (BIT.into | BIT.against | BIT.for)) ??
    rest.find((one) => one.to <= doer.from && isBare(one) && one.country !== null) ??
    rest.find(isBare) ??
    rest[0] ??
    sentence.mentions.findLast(
      ({ to, country }) => to <= doer.from && country !== null && country !== doer.country,
    );
  return {
    sources: groupedCountries(sentence, doer),
    targets: groupedCountries(sentence, receiver),
    voice: "passive",
  };
}

/** 被捕, 被拘: who stands before it suffers it, the place tells who does it. */
function suffered(sentence: ReadSentence, trigger: Trigger, clause: readonly Mention[]): Roles {
  const place = clause.find(({ preposition }) => preposition & BIT.in);
  const victim = clause.find((one) => one.to <= trigger.from && isBare(one));
  return {
    sources: groupedCountries(sentence, place),
    targets: groupedCountries(sentence, victim),
    voice: "passive",
  };
}

function activeRoles(
  sentence: ReadSentence,
  trigger: Trigger,
  clause: readonly Mention[],
  previous: Filled | null,
): Roles {
  if (sentence.tokens.lower[trigger.from] === "被") return suffered(sentence, trigger, clause);
  const spoken = spokenTo(sentence, clause, trigger);
  const before = clause.filter(({ from, to }) => to <= trigger.from && from >= spoken);
  const bare = before.filter((one) => isBare(one) && !isOwnOfOther(sentence, one) && !isTied(sentence, one));
  const subject =
    bare.find(({ isOwner, country }) => !isOwner && country !== null) ??
    bare.find(({ isOwner }) => !isOwner) ??
    bare[0] ??
    (previous?.trigger.verb ? undefined : before.find(({ preposition }) => preposition & BIT.with));
  const both = subject ? [] : bothBefore(sentence, trigger, previous);
  if (both.length > 1) return { sources: both, targets: both, voice: "mutual" };
  const shared = subject
    ? []
    : (pronounSubject(sentence, trigger) ??
      previous?.roles.sources ??
      groupedCountries(
        sentence,
        topicOf(sentence, trigger) ?? before.find((one) => one.preposition & BIT.in),
      ));
  if (shared.length > 1 && hasPronoun(sentence, trigger))
    return { sources: shared.slice(0, 1), targets: shared.slice(1), voice: "active" };
  const sources = subject ? groupedCountries(sentence, subject) : [...shared];
  const taken = new Set(sources.map(({ group }) => group));
  const free = clause.filter(
    (one) =>
      !taken.has(one.group) &&
      one.from >= spoken &&
      sentence.tokens.lower[one.from - 1] !== "涉" &&
      !isAtHome(one, sources) &&
      !isWithinAttribute(sentence, one, trigger) &&
      !isNested(clause, one, trigger),
  );
  const threatened =
    trigger.rule.root === "THREATEN" && free.length === 0 ? supposed(sentence, trigger, sources) : [];
  if (threatened.length > 0) return { sources, targets: threatened, voice: "active" };
  const meant = isPronounNext(sentence, trigger) ? meantBefore(sentence, trigger, sources, previous) : [];
  if (meant.length > 0) return { sources, targets: meant, voice: "active" };
  const ranked = free.toSorted((a, b) => weightOf(sentence, b, trigger) - weightOf(sentence, a, trigger));
  const isThing = ranked[0] !== undefined && isNamelessThing(sentence, ranked[0]);
  const target = isThing ? (ranked.find(({ country }) => country !== null) ?? ranked[0]) : ranked[0];
  const named = groupedCountries(sentence, target).filter((one) => !isAtHome(one, sources));
  if (named.length === 0 && isAmongThem(sentence, trigger, sources))
    return { sources, targets: sources, voice: "mutual" };
  return {
    sources,
    targets: named.length > 0 ? named : unnamed(sentence, trigger, sources, previous),
    voice: trigger.verb ? "active" : "nominal",
  };
}

/** Whom a clause that names no other side is about: whom it means by a pronoun, or, where 并 opens it, whom the clause before was. */
function unnamed(
  sentence: ReadSentence,
  trigger: Trigger,
  sources: readonly Mention[],
  previous: Filled | null,
): readonly Mention[] {
  const meant = meantBefore(sentence, trigger, sources, previous);
  if (meant.length > 0 || !previous?.trigger.verb) return meant;
  return goesOn(sentence, trigger) ? previous.roles.targets.filter((one) => !isAtHome(one, sources)) : [];
}

/** 并援建电网, 还提供贷款: whether the clause goes on with what the one before was about. */
function goesOn(sentence: ReadSentence, { from }: Trigger): boolean {
  const start = clauseStart(sentence, from);
  return start > 0 && /^[并还]$/.test(sentence.tokens.lower[start]!);
}

/** 涉台言论, 驻华公使: whom another name or thing is only tied to. */
const isTied = ({ tokens }: ReadSentence, { from }: Mention): boolean =>
  from > 0 && "涉驻访援赴".includes(tokens.lower[from - 1]!);

/** 在古巴附近部署侦察机, 在古巴开设大使馆: a thing, troops or a mission of no named country. */
const isNamelessThing = ({ tokens }: ReadSentence, { country, sector, to }: Mention): boolean =>
  country === null && (sector === "MIL" || sector === "BUS" || tokens.lower[to - 1] === "馆");

/** 要求其停止: whom a pronoun right behind the verb stands for. */
const isPronounNext = ({ tokens: { lower } }: ReadSentence, { head }: Trigger): boolean =>
  /^(?:其[^中他余次]|该国|对方|他们)/.test(lower.slice(head, head + 2).join(""));

/** 互相指责, 与…交火, 断交, 两军同步后撤: what two sides that are named together do to one another. */
function isAmongThem(
  { tokens: { lower } }: ReadSentence,
  { from, to }: Trigger,
  sources: readonly Mention[],
): boolean {
  const [first, ...rest] = sources;
  if (!first || rest.every(({ country }) => country === first.country)) return false;
  return /互|彼此|对方|交火|交战|冲突|断交|同步|同时|相继|双双|对峙/.test(
    lower
      .slice(first.from, to)
      .join("")
      .slice(-(to - from) - 16),
  );
}

/** 其黑客: whose they are was told before. */
const isOwnOfOther = ({ tokens }: ReadSentence, { country, from }: Mention): boolean =>
  country === null && tokens.lower[from - 1] === "其";

/** 对美方对台军售: what stands with a second 对 belongs to the matter of the first. */
const isNested = (clause: readonly Mention[], one: Mention, { from }: Trigger): boolean =>
  (one.preposition & BIT.against) > 0 &&
  one.to <= from &&
  clause.some(
    (other) => other.preposition & BIT.against && other.to <= one.from && other.group !== one.group,
  );

/** 威胁称，若韩国…: whom a threat names only in what it supposes. */
function supposed(sentence: ReadSentence, { to }: Trigger, sources: readonly Mention[]): Mention[] {
  const from = sentence.grammar.findIndex((bits, at) => at >= to && (bits & BIT.if) > 0);
  if (from < 0) return [];
  const named = sentence.mentions.find((one) => one.to >= from && one.from >= to && one.country !== null);
  return groupedCountries(sentence, named).filter(({ country }) =>
    sources.every((one) => one.country !== country),
  );
}

/** Where a speech verb before the trigger ends, when somebody is named after it: 微软称伊朗黑客攻击了. */
function spokenTo(
  { lexical, language: { classes } }: ReadSentence,
  clause: readonly Mention[],
  { from }: Trigger,
): number {
  for (let at = from - 1; at >= (clause[0]?.from ?? from); at--) {
    const said = lexical[at]?.find((match) => classes.names[match.class] === "v:say");
    if (said && clause.some((one) => one.from >= said.to && one.to <= from && isBare(one))) return said.to;
  }
  return 0;
}

function weightOf(sentence: ReadSentence, one: Mention, trigger: Trigger): number {
  const isAfter = one.from >= trigger.head;
  const distance = (isAfter ? one.from - trigger.head : trigger.from - one.to) * 0.02;
  const isUnknown = one.country === null ? 1.5 : 0;
  const isNext = trigger.rule.takesClause && isAfter && isBare(one) && one.from - trigger.head <= 3 ? 0.6 : 0;
  const isProgramme = one.country === "INT" ? 1 : 0;
  return kindOf(sentence, one, isAfter) + isNext - isProgramme - distance - isUnknown;
}

function kindOf(sentence: ReadSentence, one: Mention, isAfter: boolean): number {
  const { preposition, isOwner, from } = one;
  if (preposition & BIT.other && takesObject(sentence, from - 1)) return isAfter ? 2.9 : 2.4;
  if (preposition & (BIT.against | BIT.into)) return 3.2;
  if (preposition & BIT.with) return 3;
  if (preposition & BIT.for) return 2.8;
  if (preposition & BIT.from) return 2;
  if (preposition & BIT.in) return 1;
  if (preposition & BIT.on) return 1.2;
  if (isAfter) return isOwner ? 2.4 : 2.8;
  return isOwner ? 1.6 : 1.4;
}

/** Both sides do it: 中俄签署 has no other side than its two subjects. */
function mutual(roles: Roles): Roles {
  const { sources, targets } = roles;
  if (sources.length < 2) return roles;
  const [target] = targets;
  const isOther =
    target && target.country !== null && (target.preposition & (BIT.with | BIT.into | BIT.against)) > 0;
  return isOther ? roles : { sources, targets: sources, voice: "mutual" };
}
