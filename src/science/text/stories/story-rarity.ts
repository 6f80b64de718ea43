import type { StoryText } from "./story-features.ts";
import type { StoryWord } from "./story-words.ts";

/** The background counts as so many texts beside those at hand. */
const BACKGROUND_TEXTS = 500;
/** A word of one story stands in so many texts at least, which makes it no less rare. */
const ONE_STORY = 2;

/**
 * How surprising each word is, in nats, when the texts at hand are counted together with the background of news at
 * large: a word of all of them tells nothing here, however rare it is elsewhere.
 */
export function rarityIn(texts: readonly StoryText[]): (word: StoryWord) => number {
  const counts = new Map<string, number>();
  for (const { title, body } of texts) {
    for (const term of new Set([...title, ...body].map((word) => word.term))) {
      counts.set(term, (counts.get(term) ?? 0) + 1);
    }
  }
  const whole = Math.log(BACKGROUND_TEXTS + texts.length);
  return ({ term, surprise }) => {
    const beyond = Math.max(0, (counts.get(term) ?? 0) - ONE_STORY);
    return Math.max(0, whole - Math.log(BACKGROUND_TEXTS * Math.exp(-surprise) + beyond));
  };
}
