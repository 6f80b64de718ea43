import { BIT } from "./classes.ts";
import type { Bases, Sentence } from "./event-language.ts";
import type { Match } from "./lexicon.ts";

/** The form of a place's name that stands for its state beside an agent only: of a city that not everybody knows. */
export const FRAMED = -1;

/** The form of a place's name that stands for its state but behind a preposition, where it tells where something happens. */
export const PLACED = -2;

/** Words of an agent before "in" at most. */
const AGENT = 3;

type Named = Pick<Sentence, "tokens" | "grammar" | "named" | "language">;

/** "an Augsburg court", "Batken's governor", "police in Bielefeld", and of better known places "Tatarstan signed": whether a place's name stands for its state. */
export function isFramed(sentence: Named, { from, to, form }: Match): boolean {
  const { tokens, grammar, named, language } = sentence;
  const next = tokens.lower[to] === "'s" ? to + 1 : to;
  if (named[next]?.some((one) => isAgent(one, language.bases))) return true;
  const left = (grammar[from - 1] ?? 0) & BIT.the ? from - 2 : from - 1;
  if (form === PLACED && !((grammar[left] ?? 0) & OF_PLACE) && tokens.lower[left] !== "past") return true;
  return ((grammar[left] ?? 0) & (BIT.in | BIT.of | BIT.from)) > 0 && isBehindAgent(sentence, left);
}

/** Behind these a place tells where, or what a thing there is. */
const OF_PLACE = BIT.in | BIT.from | BIT.on | BIT.into | BIT.of | BIT.other;

function isBehindAgent({ named, language }: Named, to: number): boolean {
  for (let at = to - 1; at >= Math.max(0, to - AGENT); at--)
    if (named[at]?.some((one) => one.to === to && isAgent(one, language.bases))) return true;
  return false;
}

const isAgent = ({ class: id }: Match, { agent, word }: Bases) => id >= agent && id < word;
