import { BIT } from "../classes.ts";
import type { VerbReading } from "../verb-reading.ts";
import { has } from "../sentence.ts";
import type { Sentence } from "../event-language.ts";
import { FUTURE, GERUND, INFINITIVE, PASSIVE, PAST, REFLEXIVE, RELATIVE } from "./conjugate.ts";

/** Verbs that only help an infinitive: "не стала продлевать", "продолжает глушить". */
const HELPING =
  /^(?:ста(?:л[аои]?|нет|нут)|нача(?:л[аои]?)|продолжа(?:ет|ют|л[аои]?)|хо(?:чет|тят|тел[аи]?)|пыта(?:ется|ются|л[аи]с[ья]?)|смож?(?:ет|ем)|смог(?:л[аои])?|смогут|удалось)$/;

/** Reads a Russian word as a verb: tense by its ending, negation and modals by the words before it. */
export function readVerbRussian(sentence: Sentence, at: number, _: number, form: number): VerbReading | null {
  if (form & RELATIVE && isOf(sentence, at, "v:visit")) return null;
  const helped = helpersBefore(sentence, at);
  const isInfinitive = (form & INFINITIVE) > 0;
  const { bits } = helped;
  return {
    passive: (form & (PASSIVE | REFLEXIVE)) > 0,
    negated: helped.negated,
    isPast: (form & PAST) > 0 && !helped.helping && !isApproval(sentence, at),
    future: (form & FUTURE) > 0 || (bits & BIT.future) > 0,
    conditional: (bits & BIT.would) > 0,
    obliged: isInfinitive && (bits & BIT.must) > 0,
    dependent: (isInfinitive && bits === 0 && !helped.helping) || (form & (GERUND | RELATIVE)) > 0,
  };
}

/** "не поддержала", "не признал": to withhold approval is to refuse it. */
const isApproval = (sentence: Sentence, at: number) => isOf(sentence, at, "v:support");

const isOf = ({ lexical, language: { classes } }: Sentence, at: number, name: string) =>
  lexical[at]!.some((match) => classes.names[match.class] === name);

interface Helpers {
  readonly bits: number;
  readonly negated: boolean;
  readonly helping: boolean;
}

/** Auxiliaries and negators right before a verb, over adverbs; "бы" may follow it. */
function helpersBefore(sentence: Sentence, at: number): Helpers {
  const wanted = BIT.be | BIT.future | BIT.would | BIT.must;
  let bits = has(sentence, at + 1, BIT.would) && sentence.tokens.lower[at + 1] === "бы" ? BIT.would : 0;
  let negated = false;
  let helping = false;
  for (let left = at - 1; left >= 0 && at - left <= 5; left--) {
    if (has(sentence, left, BIT.not)) negated = true;
    else if (has(sentence, left, wanted)) bits |= sentence.grammar[left]! & wanted;
    else if (HELPING.test(sentence.tokens.lower[left]!)) helping = true;
    else if (!has(sentence, left, BIT.adverb) || has(sentence, left, BIT.and)) break;
  }
  return { bits, negated, helping };
}

/** A Russian noun is one wherever it stands, but for "по данным". */
export const readsAsNounRussian = (sentence: Sentence, at: number): boolean =>
  !has(sentence, at, BIT.according);
