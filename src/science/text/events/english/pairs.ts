import { BIT } from "../classes.ts";
import type { ReadSentence, Sentence } from "../event-language.ts";
import type { Mention } from "../mention.ts";
import { has } from "../sentence.ts";
import { PAST } from "./inflect.ts";

const MEMBERS =
  /^(?:countries|nations|states|sides|governments|parties|neighbours|neighbors|agencies|companies|firms|partners|allies|capitals|militaries|armies|navies|ministries|ministers|leaders|presidents|rivals|powers|delegations|operators)$/;

/** "both countries", "the two sides", "the pair": where such words for two who are named elsewhere end; -1 where none begin. */
export function pairEnd(sentence: Sentence, at: number): number {
  const { lower } = sentence.tokens;
  if (lower[at] === "pair" && lower[at - 1] === "the") return at + 1;
  if (lower[at] !== "both" && lower[at] !== "two") return -1;
  if (lower[at] === "two" && lower[at - 1] !== "the") return -1;
  if (MEMBERS.test(lower[at + 1] ?? "")) return at + 2;
  return lower[at] === "both" && opensVerb(sentence, at + 1) ? at + 1 : -1;
}

/** "both criticised", "both have signed". */
const opensVerb = ({ grammar, lexical, language: { bases } }: Sentence, at: number): boolean =>
  ((grammar[at] ?? 0) & (BIT.have | BIT.future | BIT.be)) > 0 ||
  (lexical[at]?.every(({ class: id, form }) => id < bases.noun && form & PAST) ?? false);

/** Whom words for two stand for: the first two named that are of different states. */
export function pairMembers(
  { mentions, tokens }: ReadSentence,
  { from, isPronoun }: Mention,
): readonly Mention[] {
  if (!isPronoun || !/^(?:both|two|pair)$/.test(tokens.lower[from]!)) return [];
  const [first, ...others] = mentions.filter(({ country }) => country !== null);
  const second = others.find(({ country }) => country !== first!.country);
  return second ? [first!, second] : [];
}

/** "accused each other of": where two do it to one another. */
export function isEachOther(sentence: ReadSentence, from: number): boolean {
  const { lower } = sentence.tokens;
  const at = has(sentence, from, BIT.with | BIT.to | BIT.on | BIT.against) ? from + 1 : from;
  return (
    (lower[at] === "each" && lower[at + 1] === "other") ||
    (lower[at] === "one" && lower[at + 1] === "another")
  );
}
