import { BIT } from "./classes.ts";
import type { CodedEvent } from "./coded-event.ts";
import type { ReadSentence } from "./event-language.ts";
import { answered, answering } from "./answers.ts";
import { asideOf, clauseEnd } from "./clause-bounds.ts";
import { coverOf } from "./find-triggers.ts";
import { areTwoCountries, isOfCountry } from "./mention.ts";
import type { Reason } from "./modality.ts";
import { eventsFrom, type Made } from "./events-from.ts";
import type { Filled, Speaker } from "./roles.ts";
import { before, has } from "./sentence.ts";
import type { Trigger } from "./trigger.ts";
import { firstTeller } from "./tellers.ts";
import { isNobody } from "./supposed.ts";

/** What a trigger would have told, were it not refused; without a root it only says who speaks. */
export interface Refused extends Filled {
  readonly reason: Reason | null;
}

/** The events in the order of their triggers, those between known states or bodies apart; where there is none of these, the reason of the last one refused. */
export function eventsOf(
  sentence: ReadSentence,
  triggers: readonly Trigger[],
): { events: CodedEvent[]; oneSided: CodedEvent[]; refused: Refused[]; reason: Reason } {
  const events: CodedEvent[] = [];
  const refused: Refused[] = [];
  let reason: Reason = "statement-only";
  let previous: Filled | null = null;
  let speaker: Speaker = firstTeller(sentence);
  const coveredTo: number[] = [];
  let coveredFrom = -1;
  let covering: Filled | null = null;
  const deeds: Filled[] = [];
  let unanswered: Filled[] = [];
  for (const trigger of triggers) {
    const isThanked = covering !== null && isThankedFor(sentence, trigger, covering);
    const aside = asideOf(sentence, trigger.from);
    if (!isThanked && isCovered(sentence, trigger, coveredFrom, coveredTo)) continue;
    coveredFrom = trigger.from;
    const filled = fillBest(sentence, trigger, { previous, speaker, deeds });
    const { roles } = filled;
    if (filled.trigger.rule.root === null) {
      refused.push({ ...filled, reason: null });
      if (roles.sources.length > 0) speaker = filled;
      previous = roles.sources.length > 0 ? filled : previous;
      if (filled.trigger.rule.takesClause || isUnsaid(filled, sentence))
        coveredTo[aside] = clauseEnd(sentence, filled.trigger.to);
      continue;
    }
    const made = filled.made ?? eventsFrom(sentence, filled, speaker);
    if ("reason" in made) {
      reason = made.reason;
      if (reason === "no-target" && trigger.verb) unanswered.push(filled);
      refused.push({ ...filled, reason });
    } else {
      forgetNoun(events, sentence, filled.trigger);
      const before = unanswered.flatMap((one) => answered(sentence, one, filled) ?? []);
      if (before.length > 0) unanswered = [];
      const all = [...before.flatMap((one) => eventsIn(eventsFrom(sentence, one, speaker))), ...made.events];
      events.push(...all.filter((one) => !events.some((other) => isSame(one, other))));
      if (trigger.verb && isOfCountry(roles.sources) && isOfCountry(roles.targets)) deeds.push(filled);
    }
    if (trigger.verb && roles.sources.length > 0) previous = covering = filled;
    if (
      trigger.verb &&
      ("events" in made ||
        made.reason === "negated" ||
        isUndone(filled.trigger) ||
        isUnsourced(made.reason, filled.trigger))
    ) {
      coveredTo[aside] = coverOf(sentence, filled.trigger);
    } else if ("events" in made)
      coveredTo[aside] = isPromise(filled.trigger) ? coverOf(sentence, filled.trigger) : trigger.to;
  }
  const oneSided = events.filter(({ source, target }) => source.country === null || target.country === null);
  const told = events.filter((event) => !oneSided.includes(event));
  return { events: told, oneSided, refused, reason: oneSided.length > 0 ? "one-actor" : reason };
}

const eventsIn = (made: Made): readonly CodedEvent[] => ("events" in made ? made.events : []);

/** "The request was turned down", "the ban was lifted": what becomes of a noun is told instead of it. */
function forgetNoun(events: CodedEvent[], { tokens }: ReadSentence, { noun }: Trigger): void {
  const at = noun < 0 ? -1 : events.findIndex(({ trigger }) => trigger[0] === tokens.start[noun]);
  if (at >= 0) events.splice(at);
}

/** What the sentence told before. */
interface Told {
  readonly previous: Filled | null;
  readonly speaker: Speaker;
  /** What one side did to another. */
  readonly deeds: readonly Filled[];
}

/** A rule that needs two countries gives way to a general one where it finds no two; a launch of one's own does not become an attack. */
function fillBest(
  sentence: ReadSentence,
  trigger: Trigger,
  { previous, speaker, deeds }: Told,
): Filled & { readonly made?: Made } {
  const fill = (one: Trigger): Filled =>
    answering(
      sentence,
      { trigger: one, roles: sentence.language.grammar.fillRoles(sentence, one, previous) },
      deeds,
    );
  const special = fill(trigger);
  if (trigger.instead && isDrillOfTwo(special)) return fill(trigger.instead);
  if (!trigger.instead) return special;
  const made = eventsFrom(sentence, special, speaker);
  if ("events" in made) return { ...special, made };
  const { instead } = trigger;
  const needsCountries = trigger.rule.root === "COOPERATE";
  return fill({ ...instead, rule: { ...instead.rule, needsCountries } });
}

/** "Russian and Belarusian troops took part in exercises near": two states that drill do it together. */
const isDrillOfTwo = ({ trigger: { instead, rule }, roles: { sources } }: Filled): boolean =>
  rule.root === "MOBILIZE" &&
  instead?.rule.mutual === true &&
  sources.some((one) => areTwoCountries(one, sources[0]!));

/** Nominal events inside a verb's clause and its asides are its objects, and a verb that takes a clause covers all of it but ", accusing it of" and the verb that "the decision to" is the subject of. */
function isCovered(
  sentence: ReadSentence,
  trigger: Trigger,
  coveredFrom: number,
  coveredTo: readonly number[],
): boolean {
  const aside = asideOf(sentence, trigger.from);
  const isClause = trigger.verb !== null && !trigger.verb.dependent;
  const within = isClause || (coveredTo[aside] ?? 0) > trigger.from ? aside : 0;
  if (trigger.from >= (coveredTo[within] ?? 0)) return false;
  const { language } = sentence;
  if (language.grammar.addsEvent?.(sentence, trigger)) return false;
  const nested = language.grammar.nestedBefore?.(sentence, trigger) ?? -1;
  return nested < 0 || coveredFrom < nested;
}

/** "refused to release", "is accused of jamming", "was urged to leave": what is refused, asked or alleged is not told as done, also where nobody is said to ask. */
const isUndone = ({ rule: { takesClause, root }, verb }: Trigger): boolean =>
  takesClause && (root === "REJECT" || (verb!.passive && (root === "REQUEST" || root === "ACCUSE")));

/** "The indictment charges two Cubans with hacking": what somebody is charged with is not told as done. */
const isUnsourced = (reason: Reason, { rule: { takesClause, root } }: Trigger): boolean =>
  reason === "no-source" && takesClause && root === "ACCUSE";

/** "thanked Japan for training its engineers": what somebody is thanked for was done. */
const isThankedFor = (sentence: ReadSentence, { from, verb, rule }: Trigger, { trigger }: Filled): boolean =>
  trigger.rule.root === "SUPPORT" &&
  !trigger.rule.mutual &&
  (rule.root === "COOPERATE" || rule.root === "AID" || rule.root === "YIELD") &&
  verb?.dependent === true &&
  from > trigger.to &&
  has(sentence, before(sentence, from), BIT.for);

/** "ready to supply", "refusal to inform", "talks on": what follows is what was promised, refused or talked about. */
const isPromise = ({ rule }: Trigger) =>
  rule.takesClause && (rule.pattern.endsWith("[to]") || (rule.mutual && rule.root === "CONSULT"));

const isSame = (a: CodedEvent, b: CodedEvent) =>
  a.root === b.root && a.source.span[0] === b.source.span[0] && a.target.span[0] === b.target.span[0];

/** "has not confirmed that", "no official said that": what is told so is not told at all. */
const isUnsaid = ({ trigger, roles }: Filled, sentence: ReadSentence) =>
  trigger.verb?.negated === true || roles.sources.some((source) => isNobody(sentence, source));
