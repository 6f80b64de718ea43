import type { Day } from "#model/day.ts";
import type { Observation } from "#model/observation.ts";
import { compileQuery } from "#model/query.ts";
import { readOrTied } from "#model/story.ts";
import type { TimelineRules } from "#model/timeline.ts";
import type { Watch } from "#model/watch.ts";
import type { Timeline } from "../assess/timeline/read-timeline.ts";
import type { World } from "../world.ts";
import { knownToJudge } from "../known-to-judge.ts";
import { inThread } from "./in-thread.ts";

export type { Timeline, Unanswered } from "../assess/timeline/read-timeline.ts";

/** All that a timeline is read from. */
export interface TimelineQuestion {
  readonly watch: Watch;
  readonly rules: TimelineRules;
  readonly asOf: Day;
  readonly observations: readonly Observation[];
}

/**
 * Milestones, lead and periodicity as known by a day; null where the watch does not say what a milestone is. Worked out
 * in a thread of its own, because its simulations take seconds in which others would wait.
 */
export async function timelineAsKnown({ watch, store }: World, asOf: Day): Promise<Timeline | null> {
  const { timeline: rules } = watch;
  if (rules === undefined) return null;
  const recorded = await knownToJudge(store, asOf);
  const known = recorded.map(({ observation }) => observation);
  const observations = readOrTied(compileQuery(rules.where), known);
  const asked: TimelineQuestion = { watch, rules, asOf, observations };
  return inThread(new URL("./timeline-thread.ts", import.meta.url), asked);
}
