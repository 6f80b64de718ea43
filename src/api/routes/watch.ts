import { firstDayOf } from "#model/day.ts";
import { awaitsSource } from "#model/observation.ts";
import type { WatchReply } from "../contract.ts";
import type { Desk } from "../desk.ts";
import { defineRoute } from "../route.ts";
import { onlyAsOf } from "../shapes/asked.ts";
import { watchReply } from "../shapes/watch.ts";

export const watch = defineRoute({
  name: "GET /api/watch",
  summary: "What is being watched, and how much the record holds of it",
  asks: onlyAsOf,
  replies: watchReply,
  async answer({ asOf }, { world, today, dayOf, assessedOn }: Desk) {
    const { startMonth, reportingGrowth, record, ...watched } = world.watch;
    const { id, name, question, about, writtenOn, marking, blocs, scenarios, indicators, actors } = watched;
    const { offered } = (await assessedOn(dayOf(asOf))).situation;
    const { factor, low, high, because } = reportingGrowth;
    return {
      ...{ id, name, question, about, writtenOn, marking, blocs, scenarios, indicators, actors },
      startDay: firstDayOf(startMonth),
      hasTimeline: world.watch.timeline !== undefined,
      today: today(),
      record: record.map(({ file, stream, covers }): WatchReply["record"][number] => {
        const held = offered.filter((observation) => observation.stream === stream);
        const counts = { observations: held.length, awaitingSource: held.filter(awaitsSource).length };
        return { file, stream, ...covers, ...counts };
      }),
      reportingGrowth: { factor, low, high, because },
    };
  },
});
