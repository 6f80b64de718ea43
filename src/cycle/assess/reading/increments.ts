import { dayNumber } from "#model/day.ts";
import type { Observation } from "#model/observation.ts";
import type { StoryOf } from "#model/story.ts";
import type { WatchHead } from "#model/watch.ts";

/** What one observation added to its story on the day it became known. */
export interface Increment {
  readonly id: string;
  readonly story: string;
  readonly day: number;
  /** Probability that the story is true, times its size: what this observation added to it. */
  readonly amount: number;
}

export type Sizing = (observation: Observation) => number;

/**
 * Stories as increments: a story is worth its most credible report, so a copy adds nothing and a better report
 * adds the difference, in the month in which it became known. `observations` come in order of knowledge.
 */
export function incrementsOf(
  observations: readonly Observation[],
  storyOf: StoryOf,
  credibility: WatchHead["credibility"],
  size: Sizing = () => 1,
): Increment[] {
  const worth = new Map<string, number>();
  return observations.flatMap((observation) => {
    const story = storyOf(observation.id);
    const now = credibility[observation.grade.credibility as keyof typeof credibility] * size(observation);
    const before = worth.get(story) ?? 0;
    if (now <= before) return [];
    worth.set(story, now);
    return [
      {
        id: observation.id,
        story,
        day: dayNumber(observation.knownAt),
        amount: now - before,
      },
    ];
  });
}

/** Sum of what became known in a trailing window; what has left it fades with the half-life. */
export function trailingValue(
  increments: readonly Increment[],
  day: number,
  windowDays: number,
  halfLifeDays: number,
): number {
  let value = 0;
  for (const { day: on, amount } of increments) {
    if (on > day) break;
    value += amount * fading(day - on, windowDays, halfLifeDays);
  }
  return value;
}

/** 1 inside the window, halved with every half-life after it. */
export function fading(ageDays: number, windowDays: number, halfLifeDays: number): number {
  return ageDays < windowDays ? 1 : 0.5 ** ((ageDays - windowDays) / halfLifeDays);
}
