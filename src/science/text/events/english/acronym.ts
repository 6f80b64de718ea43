import type { Sentence } from "../event-language.ts";
import { SHOUTED } from "../token.ts";

/** Whether a word in capitals within brackets, "(ISRO)", begins at a token. */
export const isAcronym = ({ tokens: { lower, flags } }: Sentence, at: number): boolean =>
  lower[at] === "(" && lower[at + 2] === ")" && (flags[at + 1]! & SHOUTED) !== 0;
