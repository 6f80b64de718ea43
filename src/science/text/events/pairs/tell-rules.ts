import type { CodedEvent } from "../coded-event.ts";
import type { Mention } from "../mention.ts";
import { ROOTS } from "../../plover/plover.ts";
import type { CountryPair } from "./country-pairs.ts";
import { familyOf } from "./families.ts";
import type { PairSink, Told } from "./pair-view.ts";
import { REASONS } from "./reasons.ts";

const TOLD = familyOf("told");
const IS_TOLD = familyOf("is told");
const REVERSE = familyOf("reverse");
const IS_REVERSED = familyOf("is reversed");

/** Tells a sink what the rules tell of a pair, or else of either of the two, and what they found but refused. */
export function tellRules(pair: CountryPair, told: Told, sink: PairSink): void {
  const { doer, other } = pair;
  const reverse = told.events.find((one) => one.source.country === other && one.target.country === doer);
  if (pair.told) {
    sink.add(IS_TOLD, 1);
    sink.add(TOLD, ROOTS.indexOf(pair.told.root));
  }
  if (reverse) {
    sink.add(IS_REVERSED, 1);
    sink.add(REVERSE, ROOTS.indexOf(reverse.root));
  }
  if (!pair.told && !reverse && told.events.length > 0) tellOthers(pair, told.events, sink);
  tellRefused(pair, told, sink);
  tellHalves(pair, told, sink);
}

const SOURCE_DOES = familyOf("source does");
const TARGET_SUFFERS = familyOf("target suffers");
const ELSEWHERE = familyOf("elsewhere");

/** What either of the two does to somebody else, or suffers. */
function tellOthers({ doer, other }: CountryPair, events: readonly CodedEvent[], sink: PairSink): void {
  let found = 0;
  for (const { source, target, root } of events) {
    if (source.country === doer) sink.add(SOURCE_DOES, ROOTS.indexOf(root));
    if (target.country === other) sink.add(TARGET_SUFFERS, ROOTS.indexOf(root));
    found |= source.country === doer ? 1 : 0;
    found |= target.country === other ? 2 : 0;
    found |= target.country === doer ? 4 : 0;
    found |= source.country === other ? 8 : 0;
  }
  for (let one = 0; one < 4; one++) if (found & (1 << one)) sink.add(ELSEWHERE, one);
  sink.add(ELSEWHERE, 4);
}

const REFUSED_SOURCE = familyOf("refused source");
const REFUSED_TARGET = familyOf("refused target");
const REFUSED_PAIR = familyOf("refused pair");
const WHY_SOURCE = familyOf("source refused because");
const WHY_TARGET = familyOf("target refused because");
const TELLS = familyOf("tells");

/** What the rules found of the two but did not tell, and which of them only speaks. */
function tellRefused({ doer, other }: CountryPair, { refused }: Told, sink: PairSink): void {
  for (const { trigger, roles, reason } of refused) {
    const isSource = isOf(roles.sources, doer);
    const isTarget = isOf(roles.targets, other);
    const { root } = trigger.rule;
    if (root === null || reason === null) {
      if (isSource) sink.add(TELLS, 0);
      if (isOf(roles.sources, other)) sink.add(TELLS, 1);
      continue;
    }
    const number = ROOTS.indexOf(root);
    if (isSource) sink.add(REFUSED_SOURCE, number);
    if (isTarget) sink.add(REFUSED_TARGET, number);
    if (isSource && isTarget) sink.add(REFUSED_PAIR, number);
    if (isSource) sink.add(WHY_SOURCE, REASONS.indexOf(reason));
    if (isTarget) sink.add(WHY_TARGET, REASONS.indexOf(reason));
  }
}

const HALF_SOURCE = familyOf("source does alone");
const HALF_TARGET = familyOf("target suffers alone");

/** What one of the two does to somebody of no state, or suffers from such. */
function tellHalves({ doer, other }: CountryPair, { oneSided }: Told, sink: PairSink): void {
  for (const { source, target, root } of oneSided) {
    if (source.country === doer) sink.add(HALF_SOURCE, ROOTS.indexOf(root));
    if (target.country === other) sink.add(HALF_TARGET, ROOTS.indexOf(root));
  }
}

function isOf(mentions: readonly Mention[], state: string): boolean {
  for (const { country } of mentions) if (country === state) return true;
  return false;
}
