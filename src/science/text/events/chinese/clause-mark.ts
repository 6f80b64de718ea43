import type { Sentence } from "../event-language.ts";
import { isMark } from "../sentence.ts";

/** A mark that parts clauses; the mark between the parts of a list (、) does not. */
export const isClauseMark = (sentence: Sentence, at: number): boolean =>
  isMark(sentence, at) && /[，。；：？！,;:?!“”]/.test(sentence.tokens.lower[at]!);
