import { BIT } from "./classes.ts";
import { eventOf, type CodedEvent } from "./coded-event.ts";
import type { ReadSentence } from "./event-language.ts";
import { asideOf, clauseEnd } from "./clause-bounds.ts";
import { coverOf } from "./find-triggers.ts";
import { areTwoCountries, isKnown, isOfCountry, type Mention } from "./mention.ts";
import { underModality, type Reason } from "./modality.ts";
import type { Root } from "../plover/plover.ts";
import { openingNoun } from "./opening-noun.ts";
import type { Filled, Roles, Speaker } from "./roles.ts";
import { before, has } from "./sentence.ts";
import type { Trigger } from "./trigger.ts";
import { isTold, firstTeller, orderTo, toldAct } from "./tellers.ts";
import { isCalledOff, isDespite, isNobody, isNothing, isSupposed } from "./supposed.ts";

/** What a country's own firms do to one another, or bodies between states to their own, is no event. */
const isAmongOwn = (a: Mention, b: Mention) =>
  a.country !== null && a.country === b.country && (isNoState(a) || isNoState(b));

/** "hosted talks of Russian and Norwegian officials": one's own are no partner where others are named. */
const isOwnAmongOthers = (source: Mention, target: Mention, targets: readonly Mention[]) =>
  target.country === source.country && targets.some((one) => areTwoCountries(source, one));

const isNoState = ({ country, sector }: Mention) => sector === "BUS" || country!.length !== 3;

/** The events in the order of their triggers, those between known states or bodies apart; where there is none of these, the reason of the last one refused. */
export function eventsOf(
  sentence: ReadSentence,
  triggers: readonly Trigger[],
): { events: CodedEvent[]; oneSided: CodedEvent[]; reason: Reason } {
  const events: CodedEvent[] = [];
  let reason: Reason = "statement-only";
  let previous: Filled | null = null;
  let speaker: Speaker = firstTeller(sentence);
  const coveredTo: number[] = [];
  let coveredFrom = -1;
  let covering: Filled | null = null;
  for (const trigger of triggers) {
    const isThanked = covering !== null && isThankedFor(sentence, trigger, covering);
    const aside = asideOf(sentence, trigger.from);
    if (!isThanked && isCovered(sentence, trigger, coveredFrom, coveredTo)) continue;
    coveredFrom = trigger.from;
    const filled = fillBest(sentence, trigger, previous, speaker);
    const { roles } = filled;
    if (filled.trigger.rule.root === null) {
      if (roles.sources.length > 0) speaker = filled;
      previous = roles.sources.length > 0 ? filled : previous;
      if (filled.trigger.rule.takesClause || isUnsaid(filled, sentence))
        coveredTo[aside] = clauseEnd(sentence, filled.trigger.to);
      continue;
    }
    const made = filled.made ?? eventsFrom(sentence, filled, speaker);
    if ("reason" in made) reason = made.reason;
    else {
      forgetNoun(events, sentence, filled.trigger);
      events.push(...made.events.filter((one) => !events.some((other) => isSame(one, other))));
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
  return { events: told, oneSided, reason: oneSided.length > 0 ? "one-actor" : reason };
}

/** "The request was turned down", "the ban was lifted": what becomes of a noun is told instead of it. */
function forgetNoun(events: CodedEvent[], { tokens }: ReadSentence, { noun }: Trigger): void {
  const at = noun < 0 ? -1 : events.findIndex(({ trigger }) => trigger[0] === tokens.start[noun]);
  if (at >= 0) events.splice(at);
}

/** What a trigger makes of its roles. */
type Made = { readonly events: CodedEvent[] } | { readonly reason: Reason };

/** A rule that needs two countries gives way to a general one where it finds no two; a launch of one's own does not become an attack. */
function fillBest(
  sentence: ReadSentence,
  trigger: Trigger,
  previous: Filled | null,
  speaker: Speaker,
): Filled & { readonly made?: Made } {
  const fill = (one: Trigger): Filled => ({
    trigger: one,
    roles: sentence.language.grammar.fillRoles(sentence, one, previous),
  });
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

/** "Finland says Russia is jamming GPS": harm without a target, told by another state, is an accusation. */
function allegation(
  sentence: ReadSentence,
  trigger: Trigger,
  sources: readonly Mention[],
  speaker: Speaker,
): Made {
  const said = speaker?.roles.sources[0];
  const { root, mode } = trigger.rule;
  const isHarm = trigger.verb !== null && (root === "COERCE" || root === "REJECT" || mode === "destroy");
  if (!said || !isHarm) return { reason: "no-target" };
  const accused = sources.filter(
    (source) => areTwoCountries(said, source) && said.country !== source.country,
  );
  if (accused.length === 0) return { reason: "no-target" };
  return {
    events: accused.map((source) => eventOf(sentence, trigger, "active", "ACCUSE", said, source, null)),
  };
}

function eventsFrom(sentence: ReadSentence, { trigger, roles }: Filled, speaker: Speaker): Made {
  if (isSupposed(sentence, trigger)) return { reason: "hypothetical" };
  if (
    [...roles.sources, ...roles.targets].some((one) => isNobody(sentence, one)) ||
    isNothing(sentence, trigger)
  )
    return { reason: "negated" };
  if (trigger.verb === null && isCalledOff(sentence, trigger)) return { reason: "negated" };
  if (trigger.verb === null && isDespite(sentence, trigger.from)) return { reason: "statement-only" };
  const modal = trigger.rule.opens
    ? openingNoun(sentence, trigger)
    : underModality(rootIn(sentence, trigger, roles), trigger.verb);
  if ("reason" in modal) return modal;
  const order = roles.sources.length === 0 ? orderTo(sentence, trigger, speaker) : null;
  if (order)
    return {
      events: [eventOf(sentence, trigger, "active", "REQUEST", order.sources[0]!, order.targets[0]!, null)],
    };
  const asked = trigger.rule.told || (modal.root === "REQUEST" && trigger.rule.root !== "REQUEST");
  const doers = roles.sources.length > 0 ? roles.sources : toldAct(trigger, modal.root, roles, speaker);
  const sources = asked ? (speaker?.roles.sources ?? []) : doers;
  const targets = asked ? roles.sources : orAddressee(sentence, trigger, roles, speaker);
  if (sources.length === 0) return { reason: "no-source" };
  const teller = speaker?.roles.sources[0];
  if (targets.length === 0 && modal.root === "MOBILIZE" && teller && isTold(teller, sources))
    return {
      events: sources.map((one) => eventOf(sentence, trigger, roles.voice, "MOBILIZE", one, teller, null)),
    };
  if (targets.length === 0) return allegation(sentence, trigger, sources, speaker);
  if (!targets.some(isKnown)) {
    const alleged = allegation(sentence, trigger, sources, speaker);
    if ("events" in alleged) return alleged;
  }
  const events = sources.flatMap((source) =>
    targets
      .filter((target) => target !== source && !isAmongOwn(source, target))
      .filter((target) => !trigger.rule.mutual || !isOwnAmongOthers(source, target, targets))
      .filter((target) => isKnown(source) || isKnown(target))
      .filter((target) => roles.voice !== "mutual" || target.from > source.from)
      .filter(() => !trigger.rule.byOffice || isOffice(source))
      .filter((target) => !trigger.rule.needsCountries || areTwoCountries(source, target))
      .map((target) => eventOf(sentence, trigger, roles.voice, modal.root, source, target, speaker)),
  );
  if (events.length > 0) return { events };
  const alleged = allegation(sentence, trigger, sources, speaker);
  return "events" in alleged ? alleged : { reason: "same-actor" };
}

/** "Xi told Putin that China was ready to help": who is spoken to is meant where no other state is named behind, unless they only report it. */
function orAddressee(
  sentence: ReadSentence,
  { to }: Trigger,
  { sources, targets }: Roles,
  speaker: Speaker,
): readonly Mention[] {
  if (isOfCountry(targets) || !speaker) return targets;
  const end = clauseEnd(sentence, to);
  const isNamed = sentence.mentions.some((one) => one.from >= to && one.to <= end && one.country !== null);
  const told = speaker.roles.targets.filter(
    (one) => one.sector !== "MED" && sources.every((source) => areTwoCountries(one, source)),
  );
  return told.length > 0 && !isNamed ? told : targets;
}

/** A country or an office of it, not its people. */
const isStateItself = ({ country, sector, isAttributive, actor }: Mention) =>
  country !== null && actor >= 0 && !isAttributive && (sector === null || sector === "GOV");

/** A minister, an envoy: somebody who travels for a state. */
const isOffice = ({ sector, actor, isAttributive }: Mention) =>
  sector === "GOV" && !(actor >= 0 && isAttributive);

/** In the cyber domain an attack is no use of force; a state does not demonstrate, it complains. */
function rootIn(sentence: ReadSentence, trigger: Trigger, { sources }: Roles): Root {
  const { rule, verb } = trigger;
  const isState = sources.length > 0 && sources.every(isStateItself);
  if (isState && verb && rule.root === "PROTEST" && rule.mode === "demo") return "ACCUSE";
  const { classes } = sentence.language;
  const isFirms = sources.length > 0 && sources.every(({ sector }) => sector === "BUS");
  if (isFirms && rule.root === "AID" && !rule.gratis) return "COOPERATE";
  if (rule.root === "COOPERATE" && sentence.language.grammar.isGift?.(sentence, trigger)) return "AID";
  const isCourt = sources.length > 0 && sources.every(({ sector }) => sector === "JUD");
  if (isCourt && rule.root === "REQUEST" && rule.mode === "yield") return "YIELD";
  const isTroops = sources.length > 0 && sources.every(({ sector }) => sector === "MIL");
  if (isTroops && rule.root === "SANCTION" && rule.mode === "withdraw") return "YIELD";
  const isCyber = rule.root === "ASSAULT" && sentence.contexts.some((id) => classes.names[id] === "c:cyber");
  const isArmed = sources.some(({ sector }) => sector === "MIL" || sector === "REB");
  return isCyber && !isArmed ? "COERCE" : rule.root!;
}
