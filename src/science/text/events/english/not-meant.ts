import { BIT } from "../classes.ts";
import type { Sentence } from "../event-language.ts";
import { has } from "../sentence.ts";
import { CAPITAL, JOINED } from "../token.ts";
import type { Growing } from "./growing.ts";

/** Whether who is named is nobody: a currency, one ruled out, where something goes. */
export const isNotMeant = (sentence: Sentence, grown: Growing): boolean =>
  isMoney(sentence, grown) || isRuledOut(sentence, grown) || isOfUse(sentence, grown);

/** "It was Peru, not Chile, that": who is named to be ruled out is nobody. */
const isRuledOut = (sentence: Sentence, { from }: Growing): boolean => {
  const { lower } = sentence.tokens;
  const not = has(sentence, from - 1, BIT.the) ? from - 2 : from - 1;
  return lower[not] === "not" && (lower[not - 1] === "," || lower[not - 1] === "and");
};

/** "a Lima-bound convoy", "Cuban-trained police": where a thing goes, or who trained it, is nobody. */
const isOfUse = ({ tokens: { lower, flags } }: Sentence, { to }: Growing): boolean =>
  ((flags[to] ?? 0) & JOINED) > 0 && /^(?:bound|trained|educated|jamming|speaking)$/.test(lower[to]!);

/** "300 million Hong Kong dollars": a currency is nobody. */
const isMoney = ({ tokens }: Sentence, { from, to }: Growing): boolean =>
  MONEY.has(tokens.lower[to] ?? "") && (tokens.flags[from]! & CAPITAL) !== 0;

const MONEY: ReadonlySet<string> = new Set(
  "dinars dirhams dollar dollars francs lira liras rials riyals roubles rubles rupees shillings yen yuan zlotys".split(
    " ",
  ),
);
