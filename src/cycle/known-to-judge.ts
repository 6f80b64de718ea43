import type { Day } from "#model/day.ts";
import { awaitsReview, type RecordedObservation } from "#model/observation.ts";
import { lastChange, observationsKnown, type Store } from "#store/index.ts";

interface Reading {
  readonly change: number;
  readonly recorded: Promise<readonly RecordedObservation[]>;
}

/** Of each store what it held when it was last read: many pages judge the same record, and it seldom changes. */
const readings = new WeakMap<Store, Reading>();

/** What judgements may rest on: all that was known by a day, less what a machine read and no analyst has looked at. */
export async function knownToJudge(store: Store, known: Day): Promise<RecordedObservation[]> {
  const change = await lastChange(store);
  let reading = readings.get(store);
  if (reading?.change !== change) {
    reading = { change, recorded: allToJudge(store) };
    readings.set(store, reading);
    reading.recorded.catch(() => readings.delete(store));
  }
  return (await reading.recorded).filter(({ observation }) => observation.knownAt <= known);
}

const EVER: Day = "9999-12-31";

async function allToJudge(store: Store): Promise<RecordedObservation[]> {
  const recorded = await observationsKnown(store, { known: EVER });
  return recorded.filter(({ observation }) => !awaitsReview(observation));
}
