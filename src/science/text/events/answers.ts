import type { Root } from "../plover/plover.ts";
import { clauseEnd } from "./clause-bounds.ts";
import type { ReadSentence } from "./event-language.ts";
import { BIT } from "./classes.ts";
import { areTwoCountries, isOfCountry, type Mention } from "./mention.ts";
import type { Filled } from "./roles.ts";
import { before, has } from "./sentence.ts";

type Roots = ReadonlySet<Root | null>;

const HARMS: Roots = new Set([
  "ACCUSE",
  "ASSAULT",
  "COERCE",
  "MOBILIZE",
  "PROTEST",
  "REJECT",
  "SANCTION",
  "THREATEN",
]);
const HELPS: Roots = new Set(["AGREE", "AID", "COOPERATE", "SUPPORT", "YIELD"]);

/** Whether one deed may answer another: harm harm, help help, either of them a request, a request or a concession harm. */
function canAnswer(answer: Root | null, before: Root | null): boolean {
  if (HARMS.has(before))
    return (HARMS.has(answer) && answer !== "COERCE") || answer === "REQUEST" || answer === "YIELD";
  if (before === "REQUEST") return HELPS.has(answer) || answer === "REJECT";
  return HELPS.has(before) && HELPS.has(answer);
}

/** A deed with the side it is done to where nobody is named: "Peru freed two Cubans, and Havana freed three sailors" answers who acted before, "Peru sent Cuba tents; Chile added flour" does the same to the same side. */
export function answering(sentence: ReadSentence, filled: Filled, deeds: readonly Filled[]): Filled {
  const { trigger, roles } = filled;
  const last = deeds.at(-1);
  if (!last || !trigger.verb || trigger.verb.passive || trigger.verb.dependent || trigger.rule.mutual)
    return filled;
  const { sources, targets } = roles;
  if (!isOfCountry(sources) || isOfCountry(targets) || namesOther(sentence, filled)) return filled;
  const meant = sideOf(filled, last);
  return meant.length > 0 ? { trigger, roles: { ...roles, targets: meant } } : filled;
}

function sideOf({ trigger: { rule }, roles: { sources } }: Filled, last: Filled): readonly Mention[] {
  const before = last.trigger.rule.root;
  if (isOfAny(sources, last.roles.sources)) return [];
  if (sources.some((one) => last.roles.targets.includes(one))) return [];
  if (isOfAny(sources, last.roles.targets)) return canAnswer(rule.root, before) ? last.roles.sources : [];
  return before === rule.root && REPEATED.has(before) ? last.roles.targets : [];
}

/** What a third side does as well. */
const REPEATED: Roots = new Set(["AID", "SANCTION", "ACCUSE"]);

const isOfAny = (some: readonly Mention[], others: readonly Mention[]): boolean =>
  some.some(({ country }) => country !== null && others.some((other) => other.country === country));

/** Whether the clause names another state behind the deed. */
function namesOther(
  { mentions, ...sentence }: ReadSentence,
  { trigger: { head }, roles: { sources } }: Filled,
): boolean {
  const end = clauseEnd({ mentions, ...sentence }, head);
  return mentions.some(
    (one) => one.from >= head && one.to <= end && sources.some((source) => areTwoCountries(source, one)),
  );
}

/** "After Peru massed tanks, Chile closed its border to Peruvian lorries": a deed done to nobody named before is done to who answers it. */
export function answered(sentence: ReadSentence, filled: Filled, answer: Filled): Filled | null {
  const { trigger, roles } = filled;
  const by = answer.roles.sources.filter((one) => roles.sources.every((doer) => areTwoCountries(doer, one)));
  const isAnswer =
    by.length > 0 &&
    !has(sentence, before(sentence, answer.trigger.from), BIT.who) &&
    isOfAny(roles.sources, answer.roles.targets) &&
    canAnswer(answer.trigger.rule.root, trigger.rule.root);
  return isAnswer ? { trigger, roles: { ...roles, targets: by } } : null;
}
