import { BIT } from "./classes.ts";
import { has } from "./sentence.ts";
import type { Sentence } from "./event-language.ts";

/** Years before publication from which an event that is told with its year is history. */
const LONG_AGO = 2;

/** Whether a sentence tells what happened in a year long before it was published: "in 1975", "в 2007 году", "2008年". */
export function tellsHistory(sentence: Sentence, published: string | null): boolean {
  const now = published === null ? Number.NaN : Number(published.slice(0, 4));
  if (!Number.isInteger(now)) return false;
  const { lower, count } = sentence.tokens;
  for (let at = 0; at < count; at++) {
    if (!/^(?:1[89]|20)\d\ds?$/.test(lower[at]!) || now - Number.parseInt(lower[at]!) < LONG_AGO) continue;
    if (lower[at]!.endsWith("s")) {
      if (now - Number.parseInt(lower[at]!) >= 10 + LONG_AGO && has(sentence, at - 2, BIT.in)) return true;
      continue;
    }
    if (
      lower[at + 1] === "年"
        ? at === 0 || sentence.grammar[at - 1] === 0 || /^[于在]$/.test(lower[at - 1]!)
        : isDated(sentence, at)
    )
      return true;
  }
  return false;
}

/** "in 1975", "в 1975 году"; not "the 1967 treaty", "since 2014", "соглашение 2014 года". */
const isDated = (sentence: Sentence, at: number): boolean => has(sentence, at - 1, BIT.in);
