import type { LawOnDay } from "#model/law.ts";
import { documentsKnown, type Store } from "#store/index.ts";
import type { Assessed } from "../assess/assess.ts";
import { lawOn } from "../assess/law/law-on.ts";
import { ROLL_CALL } from "../assess/law/roll-calls.ts";

/**
 * The legal order from what an assessment knew and from the votes that sources gave by its day, and what the indicators
 * make of it; null where the watch has no law.
 */
export async function lawOnDay(
  store: Store,
  { assessment, situation, readers }: Assessed,
): Promise<LawOnDay | null> {
  const { watch, offered: observations } = situation;
  const known = { known: assessment.asOf };
  const votes = watch.law?.rollCalls ? await documentsKnown(store, known, { kind: ROLL_CALL }) : [];
  const readings = assessment.indicators.map((reading, i) => ({
    ...reading,
    streams: readers.measures[i]!.streams,
  }));
  const judged = assessment.scenarios;
  return lawOn(watch, { observations, readings, votes, judged }, assessment.asOf);
}
