import { scanWords, wordOf } from "../scan-words.ts";
import { NUMBER, type Tokens } from "../token.ts";

const CURRENCY = /[$€£¥₽₩₹]/;

/** Behind a sum that is itself what is given: "gave $20m to", not "signed a $20m contract". */
const ENDS_SUM = new Set(
  "to for in into from of on toward towards worth as and , . ; million billion trillion m bn tn".split(" "),
);

/** Words and marks; a sum of money reads "dollars". */
export function scanEnglish(text: string): Tokens {
  const tokens = scanWords(text);
  return CURRENCY.test(text) ? withSums(tokens) : tokens;
}

const SUM = wordOf("dollars");

function withSums(tokens: Tokens): Tokens {
  const { lower, flags, count } = tokens;
  const isSum = (at: number) =>
    (flags[at]! & NUMBER) > 0 &&
    CURRENCY.test(lower[at - 1] ?? "") &&
    (at + 1 === count || ENDS_SUM.has(lower[at + 1]!));
  const words = tokens.words.map((word, at) => (isSum(at) ? SUM : word));
  return { ...tokens, words, lower: words.map((word) => word.lower) };
}
