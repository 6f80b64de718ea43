import { SAME_STORY } from "#science/text/stories/same-story.ts";
import {
  storyFeatures,
  storyProfile,
  storyText,
  type StoryFeatures,
} from "#science/text/stories/story-features.ts";
import type { Article } from "#science/text/index.ts";
import { fitLogistic } from "../manoeuvres/fit-logistic.ts";
import type { JudgedPair } from "./judged-pairs.ts";

/** Makes of the fit's ridge of one a ridge of a quarter, as the shipped weights were fitted. */
const SCALE = 2;
/** The rule for headlines of different days, which is not fitted. */
const OTHER_DAYS = -4;

/** Which pairs are found to be one story when the weights are fitted without them and without pairs that share a headline. */
export function foundWhenLeftOut(pairs: readonly JudgedPair[]): boolean[] {
  const features = pairs.map(({ first, second }) => storyFeatures(profile(first), profile(second)));
  const fold = foldsByHeadline(pairs);
  return pairs.map((_, left) => {
    const rows = pairs.flatMap(({ isSame }, i) =>
      fold[i] === fold[left] ? [] : [{ evidence: evidenceOf(features[i]!), isRight: isSame }],
    );
    const [constant, ...slopes] = fitLogistic(rows);
    const evidence = evidenceOf(features[left]!);
    const sum = slopes.reduce((total, slope, i) => total + slope * evidence[i]!, constant);
    return 1 / (1 + Math.exp(-sum - OTHER_DAYS * features[left]!.otherDays)) >= SAME_STORY;
  });
}

const profile = ({ title, text }: Article) => storyProfile(storyText(title, text));

function evidenceOf({ titleCosine, titleCovered, wholeCovered, otherLeadDays }: StoryFeatures): number[] {
  return [SCALE * titleCosine, SCALE * titleCovered, SCALE * wholeCovered, SCALE * otherLeadDays];
}

/** Pairs that have a headline in common, at any remove, are left out together. */
function foldsByHeadline(pairs: readonly JudgedPair[]): number[] {
  const fold = pairs.map((_, i) => i);
  const first = new Map<string, number>();
  for (const [i, { first: a, second: b }] of pairs.entries()) {
    for (const { title } of [a, b]) {
      const other = fold[first.get(title) ?? i]!;
      const own = fold[i]!;
      for (const [k, at] of fold.entries()) if (at === own) fold[k] = other;
      first.set(title, i);
    }
  }
  return fold;
}
