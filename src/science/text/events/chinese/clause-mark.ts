import type { Sentence } from "../event-language.ts";
import { isMark } from "../sentence.ts";

/** A mark that parts clauses; the mark between the parts of a list (、) and those around a short name (“匕首”) do not. */
export const isClauseMark = (sentence: Sentence, at: number): boolean => {
  if (!isMark(sentence, at)) return false;
  const mark = sentence.tokens.lower[at]!;
  return /[，。；：？！,;:?!]/.test(mark) || (/[“”]/.test(mark) && !isAroundName(sentence, at));
};

/** Where what stands since the last mark that parts clauses begins. */
export function behindMark(sentence: Sentence, at: number): number {
  let start = at;
  while (start > 0 && !isClauseMark(sentence, start - 1)) start -= 1;
  return start;
}

/** Characters of a name in quotation marks at most. */
const NAME = 6;

function isAroundName({ tokens: { lower } }: Sentence, at: number): boolean {
  const [step, other] = lower[at] === "“" ? [1, "”"] : [-1, "“"];
  for (let next = 1; next <= NAME + 1; next++) {
    const word = lower[at + step * next] ?? "";
    if (word === other) return true;
    if (/[，。；：？！]/.test(word)) return false;
  }
  return false;
}

/** Whether a token stands within a short name in quotation marks: “太空威胁”. */
export function isInsideQuotedName({ tokens: { lower } }: Sentence, at: number): boolean {
  for (let left = at - 1; left >= at - NAME; left--) {
    const mark = lower[left] ?? "";
    if (mark === "“") return lower.slice(at, left + NAME + 2).includes("”");
    if (/[，。；：？！”]/.test(mark)) return false;
  }
  return false;
}
