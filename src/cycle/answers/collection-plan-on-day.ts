import type { CollectionPlan } from "#model/collection-plan.ts";
import type { Day } from "#model/day.ts";
import type { Assessed } from "../assess/assess.ts";
import { collectionPlan } from "../assess/collection-plan.ts";

export interface CollectionPlanOnDay extends CollectionPlan {
  readonly asOf: Day;
}

/** What to look at next, from what was known on a day. */
export function collectionPlanOnDay(assessed: Assessed): CollectionPlanOnDay {
  return { asOf: assessed.assessment.asOf, ...collectionPlan(assessed) };
}
