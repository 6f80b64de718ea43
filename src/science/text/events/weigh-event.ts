import type { CodedEvent } from "./coded-event.ts";
import { tellFeatures } from "./event-features.ts";
import type { ReadSentence } from "./event-language.ts";
import { probabilitiesTold, type LinearModel } from "./linear-model.ts";
import { cameoOf, categoryOf, quadOf, type Root } from "../plover/plover.ts";
import type { Trigger } from "./trigger.ts";

/** A rule keeps its root unless the weights give it less than `below`, and another root more than `by`; patterns are surer than single words. */
const OVERRULED = { word: { below: 0.08, by: 0.7 }, pattern: { below: 0.03, by: 0.9 } } as const;

/** What `eventsOf` makes of a rule's root by who does it and where is no doubt of the rule. */
const TURNED: Readonly<Partial<Record<Root, Root>>> = {
  ASSAULT: "COERCE",
  PROTEST: "ACCUSE",
  SANCTION: "YIELD",
};

/** The root after the weights were asked: they tell how sure it is, and overrule a rule they find unlikely, but for the root of another event that the sentence tells. */
export function weighEvent(
  event: CodedEvent,
  told: readonly CodedEvent[],
  sentence: ReadSentence,
  triggers: readonly Trigger[],
  reranker: LinearModel,
): CodedEvent {
  const source = tokensIn(sentence, event.source.span);
  const target = tokensIn(sentence, event.target.span);
  const p = probabilitiesTold(reranker, (sink) => tellFeatures(sentence, triggers, source, target, sink));
  const own = p[reranker.classes.indexOf(event.root)]!;
  let best = 0;
  for (const one of p) if (one > best) best = one;
  const trigger = triggers.find(({ from }) => sentence.tokens.start[from] === event.trigger[0]);
  const isPrecise =
    trigger !== undefined && (trigger.rule.bounds.length > 2 || trigger.head - trigger.from > 2);
  const { below, by } = OVERRULED[isPrecise ? "pattern" : "word"];
  const root = reranker.classes[p.indexOf(best)] as Root;
  const isAdded =
    event.root === "ACCUSE" &&
    trigger?.verb?.dependent === true &&
    sentence.tokens.lower[trigger.from - 1] === ",";
  const isOthers = told.some((other) => other.root === root && other.trigger[0] !== event.trigger[0]);
  const isTurned = trigger !== undefined && TURNED[trigger.rule.root!] === event.root;
  if (own >= below || best < by || isTurned || isAdded || isOthers) return { ...event, confidence: own };
  return overruled(event, root, best);
}

/** The same event with another root than its rule's. */
export const overruled = (event: CodedEvent, root: Root, confidence: number): CodedEvent => ({
  ...event,
  root,
  mode: null,
  category: categoryOf(root, null),
  cameo: cameoOf(root, null),
  quad: quadOf(root),
  confidence,
  rule: `${event.rule} overruled`,
});

function tokensIn({ tokens: { start, end, count } }: ReadSentence, [from, to]: readonly [number, number]) {
  let first = 0;
  while (first < count && end[first]! <= from) first += 1;
  let last = first;
  while (last < count && start[last]! < to) last += 1;
  return { from: first, to: last };
}
