import { inFuture } from "./modality.ts";
import type { Trigger } from "./trigger.ts";

/** "vowed to strike", "is ready to help": what is promised or intended is a threat where the verb behind "to" does harm, and an agreement where it helps; troops may do either. */
export const bendPromises = (triggers: readonly Trigger[]): Trigger[] =>
  triggers.map((trigger, at) => {
    const { rule, to } = trigger;
    const next = triggers[at + 1];
    if (!rule.bends || !next?.verb?.dependent || next.from - to > NEXT) return trigger;
    const told = next.rule.root;
    if (told === null || told === "MOBILIZE") return trigger;
    const root = inFuture(told);
    return root === "AGREE" || root === "THREATEN" ? { ...trigger, rule: { ...rule, root } } : trigger;
  });

/** Tokens between a promise and its verb at most: "to", an adverb. */
const NEXT = 2;
