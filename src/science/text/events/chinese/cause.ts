import type { Sentence } from "../event-language.ts";
import { isClauseMark } from "./clause-mark.ts";

/**
 * Whether a word tells the cause of something else: in a clause that 因 or 由于 opens beside another one,
 * behind 因被, 因遭, 因受, or between 因 and 而 or 对其.
 */
export function isCause(sentence: Sentence, at: number): boolean {
  const { lower, count } = sentence.tokens;
  if (!lower.includes("因") && !lower.includes("由")) return false;
  let left = at - 1;
  while (left >= 0 && !isClauseMark(sentence, left) && !opensCause(sentence, left)) left -= 1;
  if (left < 0 || isClauseMark(sentence, left)) return false;
  let [turn, right] = [-1, left];
  for (; right < count && !isClauseMark(sentence, right); right++) {
    if (turn < 0 && turnsToEffect(lower, right)) turn = right;
  }
  if (turn >= 0) return at < turn;
  const opensClause = left === 0 || isClauseMark(sentence, left - 1);
  if (opensClause) return left > 0 || right + 1 < count;
  return /[被遭受]/.test(lower[left + 1] ?? "");
}

const turnsToEffect = (lower: readonly string[], at: number) =>
  lower[at] === "而" || (lower[at] === "对" && lower[at + 1] === "其");

/** 因, 因为, 由于; the character is also a part of other words (原因, 基因, 因此, 因特网). */
function opensCause({ tokens: { lower } }: Sentence, at: number): boolean {
  if (lower[at] === "由") return lower[at + 1] === "于";
  return (
    lower[at] === "因" && !/[原基诱]/.test(lower[at - 1] ?? "") && !/[此特而素应]/.test(lower[at + 1] ?? "")
  );
}
