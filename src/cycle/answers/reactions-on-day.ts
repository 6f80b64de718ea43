import type { Assessed } from "../assess/assess.ts";
import { reactionsOn, type DirectionVerdict, type ReactionOnDay } from "../assess/series/reaction.ts";

export type { DirectionVerdict, ReactionOnDay };

/** Action and reaction between blocs, from what an assessment knew. */
export function reactionsOnDay({ assessment, situation }: Assessed): ReactionOnDay[] {
  return reactionsOn(situation.watch, situation.offered, assessment.asOf);
}
