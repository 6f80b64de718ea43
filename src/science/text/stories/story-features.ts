import { monthDays } from "./month-days.ts";
import { storyWords, type StoryWord } from "./story-words.ts";
import { withoutBackground } from "./without-background.ts";

const TITLE_WORDS = 60;
const TEXT_WORDS = 400;
/** More than these words need: what stands behind is not read. */
const TEXT_CHARACTERS = 6000;
const LEAD_CHARACTERS = 400;

/** A text as weighted terms, ready for comparison. */
export interface StoryProfile {
  readonly title: TermWeights;
  readonly whole: TermWeights;
  readonly days: StoryDays;
}

/** Days named in a headline, and in headline and lead, as `MM-DD`. */
export interface StoryDays {
  readonly title: ReadonlySet<string>;
  readonly lead: ReadonlySet<string>;
}

/** TF-IDF: how often a term stands in a text, damped, times how surprising it is. */
export type TermWeights = ReadonlyMap<string, number>;

/** The words of headline and text, before they are weighed. */
export interface StoryText {
  readonly title: readonly StoryWord[];
  readonly body: readonly StoryWord[];
  readonly days: StoryDays;
}

/** What two texts have in common, each from 0 to 1. */
export interface StoryFeatures {
  readonly titleCosine: number;
  /** Share of a headline that the other text has, the mean of both ways. */
  readonly titleCovered: number;
  /** Share of a whole text that the other has, the larger of both ways. */
  readonly wholeCovered: number;
  /** The headlines name days, and not the same. */
  readonly otherDays: number;
  /** The leads do. */
  readonly otherLeadDays: number;
}

export function storyText(title: string, text: string): StoryText {
  const told = withoutBackground(text.slice(0, TEXT_CHARACTERS));
  return {
    title: storyWords(title, TITLE_WORDS),
    body: storyWords(told, TEXT_WORDS),
    days: { title: monthDays(title), lead: monthDays(`${title}\n${told.slice(0, LEAD_CHARACTERS)}`) },
  };
}

/** The text's terms by weight; `surprise` says how rare a word is, in nats. */
export function storyProfile(
  { title, body, days }: StoryText,
  surprise: (word: StoryWord) => number = (word) => word.surprise,
): StoryProfile {
  return { title: weighed([title], surprise), whole: weighed([title, body], surprise), days };
}

function weighed(
  parts: readonly (readonly StoryWord[])[],
  surprise: (word: StoryWord) => number,
): TermWeights {
  const counts = new Map<string, number>();
  const rarity = new Map<string, number>();
  for (const words of parts) {
    for (const word of words) {
      counts.set(word.term, (counts.get(word.term) ?? 0) + 1);
      rarity.set(word.term, Math.max(rarity.get(word.term) ?? 0, surprise(word)));
    }
  }
  for (const [term, count] of counts) counts.set(term, (1 + Math.log(count)) * rarity.get(term)!);
  return counts;
}

export function storyFeatures(a: StoryProfile, b: StoryProfile): StoryFeatures {
  return {
    titleCosine: cosine(a.title, b.title),
    titleCovered: (covered(a.title, b.whole) + covered(b.title, a.whole)) / 2,
    wholeCovered: Math.max(covered(a.whole, b.whole), covered(b.whole, a.whole)),
    otherDays: namesOtherDays(a.days.title, b.days.title) ? 1 : 0,
    otherLeadDays: namesOtherDays(a.days.lead, b.days.lead) ? 1 : 0,
  };
}

function namesOtherDays(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size > 0 && b.size > 0 && ![...a].some((day) => b.has(day));
}

function cosine(a: TermWeights, b: TermWeights): number {
  let dot = 0;
  for (const [term, weight] of a) dot += weight * (b.get(term) ?? 0);
  return dot === 0 ? 0 : dot / Math.sqrt(squared(a) * squared(b));
}

function squared(weights: TermWeights): number {
  let sum = 0;
  for (const weight of weights.values()) sum += weight * weight;
  return sum;
}

/** Share of the weight of `a` whose terms `b` has too. */
function covered(a: TermWeights, b: TermWeights): number {
  let [shared, sum] = [0, 0];
  for (const [term, weight] of a) {
    sum += weight;
    if (b.has(term)) shared += weight;
  }
  return sum === 0 ? 0 : shared / sum;
}
