import { BIT } from "./classes.ts";
import type { ReadSentence } from "./event-language.ts";
import { clauseEnd } from "./clause-bounds.ts";
import type { Mention } from "./mention.ts";
import { before, has } from "./sentence.ts";
import type { Trigger } from "./trigger.ts";

/** "No official", "not one official": what nobody does is not done. */
export const isNobody = ({ tokens: { lower } }: ReadSentence, { from }: Mention): boolean =>
  /^(?:no|neither)$/.test(lower[from - 1] ?? "") ||
  (/^(?:one|a|an|any|single)$/.test(lower[from - 1] ?? "") &&
    lower.slice(Math.max(0, from - 3), from - 1).includes("not"));

/** "No agreement was signed". */
export const isNothing = ({ tokens }: ReadSentence, { from, noun, verb }: Trigger): boolean =>
  /^(?:no|without)$/.test(tokens.lower[(verb === null ? from : noun) - 1] ?? "");

/** "capable of attacking": what somebody or something can do, or is made for, is not done. */
const ABLE: ReadonlySet<string> = new Set(
  "able unable ability abilities capable incapable capability capabilities capacity designed intended meant enough".split(
    " ",
  ),
);

/** "the claim that Kyiv attacked": said by nobody here. */
const CLAIMED: ReadonlySet<string> = new Set(
  "allegation report claim accusation assertion suggestion speculation rumour rumor fear concern possibility prospect risk chance idea notion theory"
    .split(" ")
    .flatMap((noun) => [noun, `${noun}s`]),
);

/** "Should Beijing blockade the island, …", "Had Oslo known, …": a verb before its subject opens what is supposed. */
const opensSupposition = ({ tokens: { lower }, mentions: [first] }: ReadSentence): boolean =>
  /^(?:should|were|had)$/.test(lower[0]!) && first !== undefined && first.from <= 2 && lower.includes(",");

/** "Any balloon that crosses the border": what whoever comes may do. */
function isOfAny(sentence: ReadSentence, from: number): boolean {
  const { lower } = sentence.tokens;
  const at = [from - 1, from - 2, from - 3].find((one) => has(sentence, one, BIT.who | BIT.that));
  return (
    at !== undefined &&
    lower.slice(Math.max(0, at - 5), at).some((word) => /^(?:any|anyone|whoever)$/.test(word))
  );
}

/** "The talks between Peru and Chile have been postponed": what is put off has not been. */
export function isCalledOff(sentence: ReadSentence, { to }: Trigger): boolean {
  const end = clauseEnd(sentence, to);
  const at = sentence.tokens.lower.findIndex(
    (word, index) => index >= to && index < end && CALLED_OFF.test(word),
  );
  return at > 0 && has(sentence, before(sentence, at), BIT.be);
}

const CALLED_OFF = /^(?:cancelled|canceled|postponed|shelved|scrapped|delayed)$/;

/** "despite objections from Peru": what somebody acts in spite of, or amid, was told before. */
export function isDespite({ tokens: { lower } }: ReadSentence, from: number): boolean {
  const near = lower.slice(Math.max(0, from - 4), from);
  return near.some((word) => /^(?:despite|amid|notwithstanding)$/.test(word));
}

/** "a woman accused of passing secrets": what somebody stands accused of is not told as done. */
const isCharge = (lower: readonly string[], from: number): boolean =>
  /^(?:of|with|for)$/.test(lower[from - 1] ?? "") &&
  /^(?:accused|charged|suspected|convicted|wanted)$/.test(lower[from - 2] ?? "");

/** Whether an "if" opens the clause, or a word of ability or of mere claims. */
export function isSupposed(sentence: ReadSentence, { from, verb }: Trigger): boolean {
  const { lower } = sentence.tokens;
  if (verb?.dependent === true && (ABLE.has(lower[from - 2] ?? "") || isCharge(lower, from))) return true;
  if (opensSupposition(sentence) || isOfAny(sentence, from)) return true;
  for (let at = from - 1; at >= 0; at--) {
    if (has(sentence, at, BIT.if)) return true;
    if (verb?.conditional && lower[at] === "which" && lower[at - 1] === "under") return true;
    if (has(sentence, at, BIT.that))
      return (
        CLAIMED.has(lower[at - 1] ?? "") || has(sentence, lower[at - 1] === "," ? at - 2 : at - 1, BIT.if)
      );
    if (has(sentence, at, BIT.when)) return false;
    if (sentence.tokens.lower[at] === "," || sentence.tokens.lower[at] === "，")
      return has(sentence, 0, BIT.if) && lower.indexOf(lower[at]!) === at;
    if (sentence.language.grammar.closesClause(sentence, at)) return false;
  }
  return false;
}
