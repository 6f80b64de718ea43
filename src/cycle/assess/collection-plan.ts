import { dayAt, type Day } from "#model/day.ts";
import type { Level } from "#model/indicator.ts";
import type { Assessed } from "./assess.ts";
import { type Requirement, reportValues } from "./report-values.ts";

/** What a further window of one indicator is expected to do to one forecast. */
export interface Move {
  readonly scenario: string;
  /** P(critical now or within 90 days) as it stands, and what it would be. */
  readonly p90: number;
  readonly ifAbsent: number;
  readonly ifPresent: number;
  /** Expected absolute change of that probability. */
  readonly expectedMove: number;
}

/** One indicator to look at. */
export interface Look {
  readonly indicator: string;
  readonly statement: string;
  readonly level: Level;
  readonly streams: readonly string[];
  /** Share of its trailing window at which nobody has looked. */
  readonly unseen: number;
  /** The scenarios it bears on, the one it would move most first. */
  readonly moves: readonly Move[];
  /** What looking at the unseen share now is worth: to first order that share of the widest expected move. */
  readonly worth: number;
}

/** A stream of the record, and how far anybody has looked at it. */
export interface StreamSeen {
  readonly stream: string;
  /** The last day that a record file or a collector vouches for; null where none ever did. */
  readonly seenTo: Day | null;
  /** Indicators that read it, and those of them that are unknown. */
  readonly indicators: number;
  readonly unknown: number;
  /** The worth of the most telling of them. */
  readonly worth: number;
}

/** What to look at next, over all scenarios: the indicators and the streams they read, each the most telling first. */
export interface CollectionPlan {
  readonly looks: readonly Look[];
  readonly streams: readonly StreamSeen[];
}

/** Ranks what nobody has looked at by what looking would be expected to change. */
export function collectionPlan(assessed: Assessed): CollectionPlan {
  const { situation, assessment } = assessed;
  const moves = Map.groupBy(
    situation.watch.scenarios.flatMap(({ id }, k) =>
      reportValues(assessed, k).map((report) => ({ indicator: report.indicator, move: moveOf(id, report) })),
    ),
    ({ indicator }) => indicator,
  );
  const looks = assessment.indicators.flatMap(({ id, statement, level, exposure }, i): Look[] => {
    const own = (moves.get(id) ?? []).map(({ move }) => move);
    const sorted = own.toSorted((a, b) => b.expectedMove - a.expectedMove);
    if (sorted.length === 0) return [];
    const { streams } = situation.measured[i]!;
    const unseen = 1 - exposure;
    const worth = unseen * sorted[0]!.expectedMove;
    return [{ indicator: id, statement, level, streams, unseen, moves: sorted, worth }];
  });
  looks.sort((a, b) => b.worth - a.worth);
  return { looks, streams: streamsRead(looks, situation.known.spans) };
}

function moveOf(scenario: string, { chancePresent, ifAbsent, ifPresent }: Requirement): Move {
  const p90 = chancePresent * ifPresent + (1 - chancePresent) * ifAbsent;
  const expectedMove =
    chancePresent * Math.abs(ifPresent - p90) + (1 - chancePresent) * Math.abs(ifAbsent - p90);
  return { scenario, p90, ifAbsent, ifPresent, expectedMove };
}

function streamsRead(
  looks: readonly Look[],
  spans: Assessed["situation"]["known"]["spans"],
): readonly StreamSeen[] {
  const streams = [...new Set(looks.flatMap((look) => look.streams))].map((stream): StreamSeen => {
    const readers = looks.filter((look) => look.streams.includes(stream));
    const ends = (spans.get(stream) ?? []).map(({ to }) => to);
    return {
      stream,
      seenTo: ends.length > 0 ? dayAt(Math.max(...ends)) : null,
      indicators: readers.length,
      unknown: readers.filter(({ level }) => level === "unknown").length,
      worth: Math.max(...readers.map(({ worth }) => worth)),
    };
  });
  return streams.sort((a, b) => b.worth - a.worth);
}
