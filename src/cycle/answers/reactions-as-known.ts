import type { Day } from "#model/day.ts";
import type { Observation } from "#model/observation.ts";
import { compileQuery } from "#model/query.ts";
import { readOrTied } from "#model/story.ts";
import type { Reaction, Watch } from "#model/watch.ts";
import type { DirectionVerdict, ReactionOnDay } from "../assess/series/reaction.ts";
import { knownToJudge } from "../known-to-judge.ts";
import type { World } from "../world.ts";
import { inThread } from "./in-thread.ts";

export type { DirectionVerdict, ReactionOnDay };

/** All that one reaction is read from. */
export interface ReactionQuestion {
  readonly watch: Watch;
  readonly reaction: Reaction;
  readonly asOf: Day;
  readonly observations: readonly Observation[];
}

/** Action and reaction between blocs as known by a day, each question in a thread of its own: intervals are simulated. */
export async function reactionsAsKnown({ watch, store }: World, asOf: Day): Promise<ReactionOnDay[]> {
  if (watch.reactions.length === 0) return [];
  const recorded = await knownToJudge(store, asOf);
  const known = recorded.map(({ observation }) => observation);
  const thread = new URL("./reactions-thread.ts", import.meta.url);
  return Promise.all(
    watch.reactions.map((reaction) => {
      const observations = readOrTied(compileQuery(reaction.events), known);
      const asked: ReactionQuestion = { watch, reaction, asOf, observations };
      return inThread<ReactionOnDay>(thread, asked);
    }),
  );
}
