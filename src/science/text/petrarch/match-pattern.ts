import type { PetrarchParty } from "./find-parties.ts";
import type { FoundVerb } from "./find-verbs.ts";
import type { PatternElement, VerbPattern } from "./petrarch-dictionary.ts";
import type { PetrarchWord } from "./petrarch-words.ts";

/** Who a pattern says does it and who it is done to, as numbers of groups; -1 where it says nothing. */
export interface PatternRoles {
  source: number;
  target: number;
  /** A group whose members do it to each other. */
  several: number;
}

/** Words that may lie before an element that is not tied to the one before it. */
const GAP = 8;

/** Matches a pattern around a verb: word by word outwards, each as near as it can be; null where it does not match. */
export function matchPattern(
  pattern: VerbPattern,
  { from, to }: FoundVerb,
  words: readonly PetrarchWord[],
  parties: readonly PetrarchParty[],
): PatternRoles | null {
  const roles: PatternRoles = { source: -1, target: -1, several: -1 };
  const isMatched =
    matchSide(pattern.after, to, 1, words, parties, roles) &&
    matchSide(pattern.before, from - 1, -1, words, parties, roles);
  return isMatched ? roles : null;
}

function matchSide(
  elements: readonly PatternElement[],
  begin: number,
  step: 1 | -1,
  words: readonly PetrarchWord[],
  parties: readonly PetrarchParty[],
  roles: PatternRoles,
): boolean {
  let at = begin;
  for (const element of elements) {
    let left = element.isAdjacent ? 0 : GAP;
    let next = -1;
    for (; at >= 0 && at < words.length && left >= 0; at += step, left--) {
      next =
        element.role === null
          ? phraseEnd(element, at, step, words)
          : partyEnd(element.role, at, step, parties, roles);
      if (next >= 0) break;
    }
    if (next < 0) return false;
    at = step === 1 ? next : next - 2;
  }
  return true;
}

/** One behind the last word of a phrase that stands at a place, or (backwards) one behind the place before it; -1 where none does. */
function phraseEnd(
  { phrases }: PatternElement,
  at: number,
  step: 1 | -1,
  words: readonly PetrarchWord[],
): number {
  for (const phrase of phrases) {
    const first = step === 1 ? at : at - phrase.length + 1;
    if (phrase.every((word, k) => words[first + k]?.word === word))
      return step === 1 ? at + phrase.length : first + 1;
  }
  return -1;
}

function partyEnd(
  role: "$" | "+" | "^" | "%",
  at: number,
  step: 1 | -1,
  parties: readonly PetrarchParty[],
  roles: PatternRoles,
): number {
  const party = parties.find(({ from, to }) => (step === 1 ? from === at : to === at + 1));
  if (!party) return -1;
  const group = parties.filter((one) => one.group === party.group);
  if (role === "%" && new Set(group.flatMap(({ codes }) => codes)).size < 2) return -1;
  if (role === "$") roles.source = party.group;
  if (role === "+") roles.target = party.group;
  if (role === "%") roles.several = party.group;
  return step === 1 ? Math.max(...group.map(({ to }) => to)) : Math.min(...group.map(({ from }) => from)) + 1;
}
