import { alignmentOn, type AlignmentOnDay } from "../assess/series/alignment.ts";
import type { Assessed } from "../assess/assess.ts";

export type { AlignmentOnDay };

/** Who stands where among the frameworks of the watch, from what an assessment knew. */
export function alignmentOnDay({ assessment, situation }: Assessed): AlignmentOnDay | null {
  return alignmentOn(situation.watch, situation.offered, assessment.asOf);
}
