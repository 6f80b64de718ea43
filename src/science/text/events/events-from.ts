import { clauseEnd } from "./clause-bounds.ts";
import { eventOf, type CodedEvent } from "./coded-event.ts";
import type { ReadSentence } from "./event-language.ts";
import { areTwoCountries, isKnown, isOfCountry, type Mention } from "./mention.ts";
import { underModality, type Reason } from "./modality.ts";
import { openingNoun } from "./opening-noun.ts";
import type { Filled, Roles, Speaker } from "./roles.ts";
import { rootIn } from "./root-in.ts";
import { isCalledOff, isDespite, isNobody, isNothing, isSupposed } from "./supposed.ts";
import { isTold, orderTo, toldAct } from "./tellers.ts";
import type { Trigger } from "./trigger.ts";

/** What a trigger makes of its roles. */
export type Made = { readonly events: CodedEvent[] } | { readonly reason: Reason };

/** What a trigger tells once it is known who did it and to whom, or why it tells nothing. */
export function eventsFrom(sentence: ReadSentence, { trigger, roles }: Filled, speaker: Speaker): Made {
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
      .filter((target) => !isGuest(trigger) || !target.isOwner)
      .filter((target) => roles.voice !== "mutual" || target.from > source.from)
      .filter(() => isDoneBy(trigger.rule.by, source))
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

/** "welcomed the minister", not "welcomed the minister's decision". */
const isGuest = ({ rule }: Trigger) => rule.mode === "visit" && rule.needsCountries;

/** What a country's own firms do to one another, or bodies between states to their own, is no event. */
const isAmongOwn = (a: Mention, b: Mention) =>
  a.country !== null && a.country === b.country && (isNoState(a) || isNoState(b));

/** "hosted talks of Russian and Norwegian officials": one's own are no partner where others are named. */
const isOwnAmongOthers = (source: Mention, target: Mention, targets: readonly Mention[]) =>
  target.country === source.country && targets.some((one) => areTwoCountries(source, one));

const isNoState = ({ country, sector }: Mention) => sector === "BUS" || country!.length !== 3;

/** A minister, an envoy: somebody who travels for a state. */
const isOffice = ({ sector, actor, isAttributive }: Mention) =>
  sector === "GOV" && !(actor >= 0 && isAttributive);

const isDoneBy = (by: "office" | "forces" | null, source: Mention) =>
  by === null || (by === "office" ? isOffice(source) : source.sector === "MIL");
