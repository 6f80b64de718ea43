import type { CollectionPlan, Look, Move, StreamSeen } from "#model/collection-plan.ts";
import { dayAt } from "#model/day.ts";
import type { Assessed } from "./assess.ts";
import { type Requirement, reportValues } from "./report-values.ts";

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
