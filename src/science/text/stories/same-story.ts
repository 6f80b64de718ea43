import type { StoryFeatures } from "./story-features.ts";

/**
 * A logistic fit (ridge one quarter) on 75 judged pairs of Russian and English news, one set of weights for both languages;
 * headlines of different days are set apart by rule. docs/methods/copies-and-stories.md says how it was checked.
 */
const WEIGHTS: Readonly<Record<keyof StoryFeatures, number>> = {
  titleCosine: 2.7,
  titleCovered: 3.5,
  wholeCovered: 2.6,
  otherDays: -4,
  otherLeadDays: -2.6,
};
const INTERCEPT = -4.4;

/** From this probability on two reports are one story: the F1 of what is found peaks below one half. */
export const SAME_STORY = 0.4;

/** The probability that two texts in one language tell one event. */
export function sameStoryProbability(features: StoryFeatures): number {
  const names = Object.keys(WEIGHTS) as (keyof StoryFeatures)[];
  const evidence = names.reduce((sum, name) => sum + WEIGHTS[name] * features[name], INTERCEPT);
  return 1 / (1 + Math.exp(-evidence));
}

/** Marks that two texts in different languages must share, in weight and as a share of the lighter. */
const FEWEST_MARKS = 6;
const LEAST_SHARE = 0.45;

/** The same across languages, from what their fingerprints share; half at the bounds. */
export function sameStoryAcrossLanguages({ share, weight }: { share: number; weight: number }): number {
  const evidence = 8 * (share - LEAST_SHARE) + Math.min(0, weight - FEWEST_MARKS);
  return 1 / (1 + Math.exp(-evidence));
}
