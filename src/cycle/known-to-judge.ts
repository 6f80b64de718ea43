import type { Day } from "#model/day.ts";
import { awaitsReview, type RecordedObservation } from "#model/observation.ts";
import { observationsKnown, type Store } from "#store/index.ts";

/** What judgements may rest on: all that was known by a day, less what a machine read and no analyst has looked at. */
export async function knownToJudge(store: Store, known: Day): Promise<RecordedObservation[]> {
  const recorded = await observationsKnown(store, { known });
  return recorded.filter(({ observation }) => !awaitsReview(observation));
}
