import { BIT } from "../classes.ts";
import { asideOf, clauseEnd } from "../clause-bounds.ts";
import type { ReadSentence } from "../event-language.ts";
import { type Mention, isOfCountry } from "../mention.ts";
import type { Filled } from "../roles.ts";
import { before, has } from "../sentence.ts";
import type { Trigger } from "../trigger.ts";
import { grouped, promptedBy, verbGroupStart } from "./clause.ts";
import { isRelative } from "./objects.ts";

/** To whom a verb is done that names no state behind it: whom its relative, its possessive or the event before stands for. */
export function impliedObject(
  sentence: ReadSentence,
  trigger: Trigger,
  subject: readonly Mention[],
  previous: Filled | null,
): readonly Mention[] {
  const relative = relativeObject(sentence, trigger, subject);
  if (isOfCountry(relative)) return relative;
  if (previous && isResponse(sentence, trigger)) return previous.roles.sources;
  const owned = ownersBehind(sentence, trigger, subject, previous);
  return owned.length > 0 ? owned : alike(trigger, subject, previous);
}

/** "broke with Abu Dhabi, accusing it of": a pronoun right behind a verb that shares its subject stands for the object before it, behind another one for the last other state named. */
export function pronounObject(
  sentence: ReadSentence,
  { verb, from, head, rule }: Trigger,
  subject: readonly Mention[],
  previous: Filled | null,
): readonly Mention[] | null {
  const at = has(sentence, head, BIT.that) && rule.root === "REQUEST" ? head + 1 : head;
  const isObject = /^(?:it|him|them)$/.test(sentence.tokens.lower[at] ?? "");
  const isSubject = has(sentence, head + 1, BIT.be | BIT.have | BIT.future | BIT.would | BIT.must);
  if (!isObject) return ofThem(sentence, head, from, subject);
  if (at === head && isSubject) return null;
  const isShared = verb!.dependent || has(sentence, before(sentence, from), BIT.and);
  if (isShared && previous?.trigger.verb)
    return previous.roles.targets.length > 0 ? previous.roles.targets : null;
  const other = lastOther(sentence, from, subject);
  return other && isOfCountry(subject) ? grouped(sentence, other) : null;
}

/** "rammed the slower of them", "held two of these for a week": of whom some are meant. */
function ofThem(
  sentence: ReadSentence,
  head: number,
  from: number,
  subject: readonly Mention[],
): readonly Mention[] | null {
  const { lower } = sentence.tokens;
  const at = [head + 1, head + 2, head + 3].find((one) => lower[one] === "of" && lower[one + 1] === "them");
  if (at === undefined || !isOfCountry(subject)) return null;
  const led = lastOther({ ...sentence, mentions: sentence.mentions.filter(isLeading) }, from, subject);
  const other = led ?? lastOther(sentence, from, subject);
  return other ? grouped(sentence, other) : null;
}

const isLeading = ({ preposition }: Mention): boolean => preposition === 0;

/** The last state named before a token that is none of those who act. */
const lastOther = (
  { mentions }: ReadSentence,
  before: number,
  subject: readonly Mention[],
): Mention | undefined =>
  mentions.findLast(
    (one) =>
      one.to <= before && one.country !== null && subject.every(({ country }) => country !== one.country),
  );

/** "Peru, which Chile accuses of spying", "a Thai, whom it accused": whom the relative stands for, where its clause begins with somebody else. */
function relativeObject(sentence: ReadSentence, { from }: Trigger, [subject]: readonly Mention[]): Mention[] {
  if (!subject) return [];
  const pronoun = verbGroupStart(sentence, from) - 1;
  const first = has(sentence, pronoun, BIT.it) ? pronoun : subject.from;
  const article = has(sentence, first - 1, BIT.the) ? first - 2 : first - 1;
  const left = sentence.tokens.lower.lastIndexOf("whose", article);
  const isOwned =
    left >= 0 && article - left <= OWNED && asideOf(sentence, left) === asideOf(sentence, article);
  if (!isOwned && !has(sentence, article, BIT.who)) return [];
  const antecedent = sentence.mentions.findLast(({ to }) => to <= (isOwned ? left : article));
  return grouped(sentence, antecedent);
}

/** Words of what is owned between "whose" and who acts at most: "on whose steel and lorries Washington put a levy". */
const OWNED = 4;

/** ", prompting Peru to close its consulate", "scrambled two jets in response": what answers the event before. */
function isResponse(sentence: ReadSentence, trigger: Trigger): boolean {
  if (promptedBy(sentence, trigger)) return true;
  const behind = sentence.tokens.lower.slice(trigger.to, clauseEnd(sentence, trigger.to));
  const at = behind.findIndex((word) => /^(?:response|retaliation|reply)$/.test(word));
  return at > 0 && behind[at - 1] === "in";
}

const HARMFUL: ReadonlySet<string | null> = new Set(["ACCUSE", "SANCTION", "COERCE", "REJECT", "THREATEN"]);

/** "China hits out at US, imposes sanctions on 20 firms": what else the same side does to nobody named, it does to the same; "Washington blacklisted Chinese firms; Beijing vowed countermeasures": who answers does it to who began. */
function alike({ rule }: Trigger, subject: readonly Mention[], previous: Filled | null): readonly Mention[] {
  if (!previous?.trigger.verb || !HARMFUL.has(rule.root) || !isOfCountry(subject)) return [];
  const { sources, targets } = previous.roles;
  const before = previous.trigger.rule.root;
  const isAnswer = targets.some(({ country }) => country !== null && country === subject[0]!.country);
  if (isAnswer && ANSWERED.has(before)) return ANSWERING.has(rule.root) ? sources : [];
  return HARMFUL.has(before) && isOfCountry(targets) && subject.every((one) => sources.includes(one))
    ? targets
    : [];
}

const ANSWERING: ReadonlySet<string | null> = new Set(["ACCUSE", "THREATEN", "REJECT"]);
const ANSWERED: ReadonlySet<string | null> = new Set([...HARMFUL, "REQUEST"]);

/** Whose a thing behind the verb is that "its" or "his" belongs to: in a relative clause the first other state's, in reported speech the speaker's, else the last other state's where one hardly does it to one's own. */
function ownersBehind(
  sentence: ReadSentence,
  trigger: Trigger,
  subject: readonly Mention[],
  previous: Filled | null,
): readonly Mention[] {
  const end = clauseEnd(sentence, trigger.head);
  let at = trigger.head;
  while (at < end && !has(sentence, at, BIT.whose)) at += 1;
  if (at >= end) return [];
  if (isRelative(sentence, trigger)) return outerSubject(sentence, subject);
  const said = speakers(previous, subject);
  if (said.length > 0) return said;
  const isOutward = OUTWARD.has(trigger.rule.root) && at - trigger.to <= 1;
  if (!isOutward && !has(sentence, at - 1, BIT.to | BIT.against | BIT.into)) return [];
  return isOfCountry(subject) ? grouped(sentence, lastOther(sentence, trigger.from, subject)) : [];
}

/** What one hardly does to one's own. */
const OUTWARD: ReadonlySet<string | null> = new Set([
  "ACCUSE",
  "ASSAULT",
  "COERCE",
  "REJECT",
  "REQUEST",
  "SUPPORT",
  "THREATEN",
]);

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
