import { BIT } from "../classes.ts";
import { asideOf } from "../clause-bounds.ts";
import { before, has, isVerbBetween } from "../sentence.ts";
import { PROMPTING } from "./verbs.ts";
import type { ReadSentence } from "../event-language.ts";
import { type Mention, isOfCountry } from "../mention.ts";
import type { Trigger } from "../trigger.ts";

/** All mentions joined with one. */
export const grouped = ({ mentions }: ReadSentence, one: Mention | undefined): Mention[] =>
  one ? mentions.filter(({ group }) => group === one.group) : [];

/** The mentions to the right that belong to the clause, before another clause opens; those of asides only where the clause itself names no state. */
export function mentionsAfter(
  sentence: ReadSentence,
  from: number,
  reach: "comma" | "clause" | "sentence" = "clause",
): Mention[] {
  const own = asideOf(sentence, from - 1);
  const found: Mention[] = [];
  const inClause: Mention[] = [];
  for (let at = from; at < sentence.tokens.count; at++) {
    const index = sentence.mentionAt[at]!;
    const isOwn = asideOf(sentence, at) === own;
    if (!isOwn && (own > 0 || reach === "comma")) break;
    if (index >= 0) {
      const mention = sentence.mentions[index]!;
      if (mention.from >= from) {
        found.push(mention);
        if (isOwn) inClause.push(mention);
      }
      at = mention.to - 1;
    } else if (isOwn && endsReach(sentence, at, reach)) break;
  }
  return isOfCountry(inClause) ? inClause : found;
}

/** Whether what is told of a verb reaches no further than a token. */
function endsReach(sentence: ReadSentence, at: number, reach: "comma" | "clause" | "sentence"): boolean {
  if (reach === "comma" && sentence.tokens.lower[at] === ",") return true;
  const closes = sentence.language.grammar.closesClause(sentence, at);
  if (reach === "sentence") return closes && has(sentence, at, BIT.and);
  return (
    closes || (has(sentence, at, BIT.that) && opensRelative(sentence, at + 1)) || opensTelling(sentence, at)
  );
}

/** "a law that would expel", "a ring that shipped parts": a verb right behind "that". */
const opensRelative = (sentence: ReadSentence, at: number): boolean =>
  has(sentence, at, BIT.have | BIT.be | BIT.future | BIT.would | BIT.must) ||
  isVerbBetween(sentence, at, at + 1);

/** "…," he said at a meeting", "…, according to", ", forcing airlines to": who tells it, or what came of it, is no part of what is told. */
const opensTelling = (sentence: ReadSentence, at: number): boolean =>
  has(sentence, at, BIT.according) ||
  (sentence.tokens.lower[at] === "," && /^["”»]/.test(sentence.tokens.lower[at + 1] ?? ""));

/** ", forcing airlines to": what came of it. */
const RESULTING: ReadonlySet<string> = new Set(
  "forcing prompting causing leading allowing enabling making raising bringing leaving sparking fuelling fueling replacing angering worrying alarming triggering".split(
    " ",
  ),
);

/** ", prompting Peru to close its consulate": who is made to act behind a comma. */
export function promptedBy(sentence: ReadSentence, { from, verb }: Trigger): Mention | undefined {
  const { tokens, mentionAt, mentions } = sentence;
  if (verb?.dependent !== true) return undefined;
  const to = verbGroupStart(sentence, from);
  const actor = mentions[mentionAt[to - 1] ?? -1];
  if (!actor || actor.country === null || !has(sentence, to, BIT.to)) return undefined;
  const left = has(sentence, actor.from - 1, BIT.the) ? actor.from - 2 : actor.from - 1;
  return PROMPTING.test(tokens.lower[left] ?? "") && tokens.lower[left - 1] === "," ? actor : undefined;
}

/** ", demanding that", ", urging Beijing to": not ", demanding instead to negotiate". */
const asksSomebody = (sentence: ReadSentence, at: number): boolean =>
  has(sentence, at + 1, BIT.that | BIT.the | BIT.on | BIT.for) || sentence.mentionAt[at + 1]! >= 0;

/** ", accusing it of", ", freezing the assets of": what a participle behind a comma adds, but for what only came of it. */
export const addsEvent = (sentence: ReadSentence, trigger: Trigger): boolean =>
  trigger.rule.root !== null &&
  (isAddedAside(sentence, trigger) || promptedBy(sentence, trigger) !== undefined);

const isAddedAside = (sentence: ReadSentence, { from, verb, rule }: Trigger): boolean =>
  verb?.dependent === true &&
  (rule.root !== "REQUEST" || asksSomebody(sentence, from)) &&
  sentence.tokens.lower[before(sentence, from)] === "," &&
  (rule.root === "ACCUSE" || !RESULTING.has(sentence.tokens.lower[from]!));

/** The token where a verb's auxiliaries begin. */
export function verbGroupStart(sentence: ReadSentence, at: number): number {
  const group =
    BIT.be | BIT.have | BIT.do | BIT.future | BIT.would | BIT.must | BIT.to | BIT.not | BIT.adverb;
  let start = at;
  while (start > 0 && has(sentence, start - 1, group) && sentence.mentionAt[start - 1]! < 0) start -= 1;
  return start;
}
