import { daysBetween, type Day } from "#model/day.ts";
import type { Observation } from "#model/observation.ts";
import { compileQuery } from "#model/query.ts";
import { storiesOf, withoutSuperseded } from "#model/story.ts";
import type { Reaction, Watch } from "#model/watch.ts";
import {
  analyseHawkes,
  checkHistory,
  fitUntied,
  SeriesRefused,
  type DirectionVerdict,
  type EventHistory,
  type HawkesAnalysis,
} from "#science/series/index.ts";

export type { DirectionVerdict };

/** Events of two blocs, and whether one's bring on the other's. */
export interface ReactionOnDay {
  readonly name: string;
  readonly between: readonly [string, string];
  readonly from: Day;
  readonly to: Day;
  readonly events: readonly {
    readonly observation: string;
    readonly on: Day;
    readonly bloc: string;
    readonly claim: string;
  }[];
  /** Times in days, types in the order of `between`; null where the record cannot bear the question. */
  readonly analysis: HawkesAnalysis | null;
  readonly refused: string | null;
}

/** Histories simulated for each end of an interval: as many as a reader waits for, a few seconds. */
const DRAWS = 39;

/** Action and reaction as known on a day, for one question of the watch. */
export function reactionOn(
  watch: Watch,
  reaction: Reaction,
  observations: readonly Observation[],
  asOf: Day,
): ReactionOnDay {
  const known = withoutSuperseded(observations.filter(({ knownAt }) => knownAt <= asOf));
  const { name, between, from } = reaction;
  const to = reaction.to < asOf ? reaction.to : asOf;
  const events = eventsOf(watch, reaction, known, to);
  const history: EventHistory = {
    times: Float64Array.from(events, ({ on }) => daysBetween(from, on)),
    types: Int32Array.from(events, ({ bloc }) => between.indexOf(bloc)),
    typeCount: 2,
    duration: daysBetween(from, to) + 1,
  };
  const asked = { name, between, from, to, events };
  try {
    checkHistory(history, between);
    const untied = fitUntied(history, name);
    const analysis = analyseHawkes(untied.history, { draws: DRAWS, seed: name });
    return { ...asked, analysis, refused: null };
  } catch (error) {
    if (!(error instanceof SeriesRefused)) throw error;
    return { ...asked, analysis: null, refused: error.message };
  }
}

/** One event for each story that is dated to the day and has actors of one of the two blocs alone. */
function eventsOf(watch: Watch, { between, events, from }: Reaction, known: readonly Observation[], to: Day) {
  const blocs = new Map(watch.actors.map(({ id, bloc }) => [id, bloc]));
  const storyOf = storiesOf(known);
  const told = new Set<string>();
  return known
    .filter(compileQuery(events))
    .filter(({ precision, validFrom }) => precision === "day" && validFrom >= from && validFrom <= to)
    .sort((a, b) => (a.validFrom < b.validFrom ? -1 : a.validFrom > b.validFrom ? 1 : a.id < b.id ? -1 : 1))
    .flatMap(({ id, validFrom, actors, claim }) => {
      const sides = new Set(
        actors
          .filter(({ role }) => role !== "target")
          .map((actor) => blocs.get(actor.id) ?? "")
          .filter((bloc) => between.includes(bloc)),
      );
      const story = storyOf(id);
      if (sides.size !== 1 || told.has(story)) return [];
      told.add(story);
      return [{ observation: id, on: validFrom, bloc: [...sides][0]!, claim }];
    });
}
