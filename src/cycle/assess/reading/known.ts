import type { Observation } from "#model/observation.ts";
import type { Calendar } from "./calendar.ts";
import { storiesOf, type StoryOf, withoutSuperseded } from "#model/story.ts";

/** What was known by a day, in the order of knowledge. */
export interface Known extends Calendar {
  readonly observations: readonly Observation[];
  readonly storyOf: StoryOf;
}

/** Lays out what was known; observations that became known later are left out, whoever passes them. */
export function layOut(calendar: Calendar, observations: readonly Observation[]): Known {
  const known = withoutSuperseded(observations.filter(({ knownAt }) => knownAt <= calendar.asOf)).sort(
    byKnownAt,
  );
  return { ...calendar, observations: known, storyOf: storiesOf(known) };
}

function byKnownAt(a: Observation, b: Observation): number {
  if (a.knownAt !== b.knownAt) return a.knownAt < b.knownAt ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
