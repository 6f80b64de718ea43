import { BIT } from "../classes.ts";
import type { ReadSentence } from "../event-language.ts";
import type { Mention } from "../mention.ts";
import { has, isVerbBetween } from "../sentence.ts";
import type { Trigger } from "../trigger.ts";
import { verbGroupStart } from "./clause.ts";

/** Nouns that carry a clause of their own: "the decision to", "the claim that". */
export const NESTING: ReadonlySet<string> = new Set(
  "agreement allegation announcement assertion attempt bid call claim commitment deal decision demand drive effort failure intention invitation law move offer order permission plan pledge pressure promise proposal push readiness refusal request resolution ruling statement threat vote vow warning willingness"
    .split(" ")
    .flatMap((noun) => [noun, `${noun}s`]),
);

/** "India's decision to shut out Chinese bidders was condemned": where the noun stands that carries a clause of its own before a verb; -1 where there is none. */
export function nestedBefore(sentence: ReadSentence, { from, verb }: Trigger): number {
  if (verb === null || verb.dependent) return -1;
  const { tokens, language } = sentence;
  const start = verbGroupStart(sentence, from);
  for (let at = start - 2; at > 0; at--) {
    if (tokens.lower[at] === "," || language.grammar.closesClause(sentence, at)) return -1;
    if (!NESTING.has(tokens.lower[at]!)) continue;
    if (has(sentence, at + 1, BIT.to)) return at;
    if (has(sentence, at + 1, BIT.that) && isVerbBetween(sentence, at + 2, start)) return at;
  }
  return -1;
}

/** Who is named within a clause that a noun carries is not the subject of the verb behind it. */
export function besidesNested(sentence: ReadSentence, trigger: Trigger, candidates: Mention[]): Mention[] {
  if (candidates.length < 2) return candidates;
  const noun = nestedBefore(sentence, trigger);
  const outer = noun < 0 ? [] : candidates.filter(({ to }) => to <= noun);
  return outer.length > 0 ? outer : candidates;
}
