import type { LawOnDay } from "#model/law.ts";
import type { Assessed } from "../assess/assess.ts";
import { lawOn } from "../assess/law/law-on.ts";

/** The legal order from what an assessment knew, and what the indicators make of it; null where the watch has no law. */
export function lawOnDay({ assessment, situation, readers }: Assessed): LawOnDay | null {
  const readings = assessment.indicators.map((reading, i) => ({
    ...reading,
    streams: readers.measures[i]!.streams,
  }));
  return lawOn(situation.watch, situation.offered, readings, assessment.asOf);
}
