import type { Day } from "#model/day.ts";
import { readTimeline, type Timeline } from "./assess/timeline/read-timeline.ts";
import type { World } from "./cycle.ts";
import { knownToJudge } from "./known-to-judge.ts";

export type { Timeline, Unanswered } from "./assess/timeline/read-timeline.ts";

/** Milestones, lead and periodicity as known by a day; null where the watch does not say what a milestone is. */
export async function timelineAsKnown({ watch, store }: World, asOf: Day): Promise<Timeline | null> {
  if (watch.timeline === undefined) return null;
  const recorded = await knownToJudge(store, asOf);
  return readTimeline(
    watch,
    watch.timeline,
    asOf,
    recorded.map(({ observation }) => observation),
  );
}
