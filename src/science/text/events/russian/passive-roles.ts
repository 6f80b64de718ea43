import { BIT } from "../classes.ts";
import { NOBODY, type Roles } from "../roles.ts";
import { has } from "../sentence.ts";
import type { ReadSentence } from "../event-language.ts";
import type { Trigger } from "../trigger.ts";
import { type Mention, groupedCountries } from "../mention.ts";
import { DATIVE, INSTRUMENTAL, NOMINATIVE } from "./cases.ts";
import { isDestination } from "./object.ts";
import { agentOf, is, isBare, placeOf } from "./parties.ts";

/** "истребитель ВКС России поднят на перехват", "китайские сапёры отправлены в Лаос": forces and people of a state that nobody is said to send are its act. */
export function isSentOut({ rule }: Trigger, clause: readonly Mention[]): boolean {
  const sent = clause.find((one) => isBare(one) && is(one, NOMINATIVE) && !one.isOwner);
  return (
    (rule.root === "MOBILIZE" || rule.root === "AID" || rule.id === "withdraw-troops") &&
    sent !== undefined &&
    sent.country !== null &&
    agentOf(clause) === undefined
  );
}

export function passiveRoles(sentence: ReadSentence, trigger: Trigger, clause: readonly Mention[]): Roles {
  const agent = agentOf(clause);
  const rest = clause.filter(({ group }) => group !== agent?.group);
  const between = rest.filter(({ preposition }) => preposition & BIT.between);
  if (between.length > 1)
    return { sources: between.slice(0, 1), targets: between.slice(1), voice: "passive" };
  const doers = groupedCountries(sentence, agent);
  if (trigger.rule.mutual && doers.some(({ country }) => country !== doers[0]!.country))
    return { sources: doers, targets: doers, voice: "mutual" };
  const isTopic =
    trigger.rule.root === "CONSULT" && rest.every(({ preposition }) => !(preposition & BIT.with));
  if (!agent && isTopic) return NOBODY;
  const doer = agent ?? placeOf(rest, undefined) ?? orderedBy(sentence, trigger);
  const left = rest.filter(({ group }) => group !== doer?.group);
  const receiver =
    receiverOf(
      left.filter(({ country }) => country !== null && country !== doer?.country),
      trigger,
    ) ?? receiverOf(left, trigger);
  return {
    sources: groupedCountries(sentence, doer),
    targets: groupedCountries(sentence, receiver),
    voice: "passive",
  };
}

/** "правительством утверждён список, согласно которому запрещается …": who is said to have made what a relative clause goes by. */
function orderedBy(sentence: ReadSentence, { from }: Trigger): Mention | undefined {
  const { lower } = sentence.tokens;
  const who = lower.findLastIndex((_, at) => at < from && has(sentence, at, BIT.who));
  const goesBy =
    /^(?:согласно|соответствии|которым|основании|которому)$/.test(lower[who - 1] ?? "") ||
    lower[who - 2] === "соответствии";
  return goesBy
    ? sentence.mentions.find((one) => one.to < who && isBare(one) && is(one, INSTRUMENTAL | NOMINATIVE))
    : undefined;
}

/** Who a passive is said of: to whom somebody is extradited, a dative, whom it is against or with, the nominative. */
const receiverOf = (left: readonly Mention[], { rule }: Trigger): Mention | undefined =>
  (rule.id === "extradite" ? left.findLast(isDestination) : undefined) ??
  left.find((one) => isBare(one) && !one.isOwner && is(one, DATIVE) && !is(one, NOMINATIVE)) ??
  left.find(({ preposition }) => preposition & (BIT.against | BIT.with)) ??
  left.find((one) => isBare(one) && is(one, NOMINATIVE)) ??
  left[0];
