import { BIT } from "../classes.ts";
import { NOBODY, type Roles } from "../roles.ts";
import { has, isVerbBetween } from "../sentence.ts";
import type { ReadSentence } from "../event-language.ts";
import type { Trigger } from "../trigger.ts";
import type { Mention } from "../mention.ts";
import { grouped, mentionsAfter } from "./clause.ts";
import { ownerOf } from "./owner.ts";

/** Prepositions before whom an event is done to that a noun tells. */
export const TARGETS_OF_NOUNS =
  BIT.on | BIT.against | BIT.with | BIT.for | BIT.to | BIT.into | BIT.between | BIT.other | BIT.in;

/** "the arrest in Warsaw of two Belarusians": who is behind "of" does not do it. */
export const SEIZING: ReadonlySet<string | null> = new Set([
  "arrest",
  "expel",
  "release",
  "deport",
  "seize",
  "convict",
]);

/** "Russia's attack on Ukraine", "talks between A and B", "an attack by A on B", "US sanctions against Iran". */
export function nounRoles(sentence: ReadSentence, trigger: Trigger): Roles {
  const after = mentionsAfter(sentence, trigger.head);
  const owner = ownerOf(sentence, trigger.from);
  const between = grouped(
    sentence,
    after.slice(0, 2).find(({ preposition }) => preposition & BIT.between),
  );
  if (between.length > 1)
    return { sources: between.slice(0, 1), targets: between.slice(1), voice: "nominal" };
  const named = after.find(
    ({ from, preposition }) => preposition & BIT.by && !isVerbBetween(sentence, trigger.to, from),
  );
  const taken = SEIZING.has(trigger.rule.mode)
    ? after.find(({ preposition }) => preposition & BIT.of)
    : undefined;
  if (taken) {
    const taker = named ?? owner ?? after.find(({ preposition }) => preposition & BIT.in);
    return { sources: grouped(sentence, taker), targets: grouped(sentence, taken), voice: "nominal" };
  }
  const doer = named ?? owner ?? after.find(({ preposition }) => preposition & (BIT.of | BIT.from));
  const done =
    objectOfVerb(trigger, doer, after) ??
    after.find((one) => one !== doer && one.group !== doer?.group && one.preposition & targetsOf(trigger)) ??
    after.find((one) => one.group !== doer?.group && one.preposition & BIT.of) ??
    objectOfInfinitive(sentence, trigger, after);
  if (!doer) return NOBODY;
  const isOwners = done?.country == null && owner !== doer && owner?.country != null;
  return {
    sources: grouped(sentence, doer),
    targets: grouped(sentence, isOwners ? owner : done),
    voice: "nominal",
  };
}

/** "Indian shells reached Peru", "Cuba's satellite tailed Peru's": who stands right behind the verb that ends the pattern. */
const objectOfVerb = (
  { rule, to }: Trigger,
  doer: Mention | undefined,
  after: readonly Mention[],
): Mention | undefined =>
  rule.pattern.endsWith(">")
    ? after.find(({ from, group }) => from >= to && from - to <= 1 && group !== doer?.group)
    : undefined;

/** "the withdrawal of troops from Iraq": who is left is behind "from". */
const targetsOf = ({ rule }: Trigger): number =>
  rule.mode === "withdraw" ? TARGETS_OF_NOUNS | BIT.from : TARGETS_OF_NOUNS;

/** "Peru's refusal to extend Cuba's licence": whom the verb behind the noun is about. */
const objectOfInfinitive = (
  sentence: ReadSentence,
  { to }: Trigger,
  after: readonly Mention[],
): Mention | undefined =>
  has(sentence, to - 1, BIT.to)
    ? after.find(
        ({ from, country, preposition }) =>
          from > to && from - to <= 4 && country !== null && preposition === 0,
      )
    : undefined;
