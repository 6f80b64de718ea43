import type { ActivityOnDay } from "#model/activity.ts";
import type { Day } from "#model/day.ts";
import { activityOn } from "../assess/activity/activity-on.ts";
import { knownToJudge } from "../known-to-judge.ts";
import type { World } from "../world.ts";

/** Who acts against whom, after what and how, as known by a day; null where the watch follows no activity. */
export async function activityOnDay({ watch, store }: World, asOf: Day): Promise<ActivityOnDay | null> {
  if (watch.activity === undefined) return null;
  const recorded = await knownToJudge(store, asOf);
  return activityOn(
    watch,
    recorded.map(({ observation }) => observation),
    asOf,
  );
}
