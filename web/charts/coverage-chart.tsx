import { useCallback } from "react";
import type { WatchReply } from "../../src/api/contract.ts";
import type { Day } from "#model/day.ts";
import { longDay } from "../words/dates.ts";
import { Chart } from "./chart.tsx";
import { type Plot, PlotView } from "./plot-view.tsx";
import { TIME_AXIS } from "./time-axis.ts";

type Covered = WatchReply["record"];

interface CoverageChartProps {
  readonly record: Covered;
  readonly today: Day;
}

/** The span each record file vouches for; outside it, silence means nothing. */
export function CoverageChart({ record, today }: CoverageChartProps) {
  const height = record.length * 28 + 32;
  const draw = useCallback(
    (plot: Plot) => coveragePlot(plot, record, today, height),
    [record, today, height],
  );
  const ends = record.map(({ to }) => to).sort();
  return (
    <Chart
      name="coverage"
      caption={`The first file ends on ${longDay(ends[0] ?? today)}, the last on ${longDay(ends.at(-1) ?? today)}; later days are unobserved, not quiet.`}
      source="the watch's record files"
      alt={`Spans covered: ${record.map(({ stream, from, to }) => `${stream} from ${from} to ${to}`).join("; ")}.`}
      table={{
        columns: ["stream", "from", "to"],
        rows: record.map(({ stream, from, to }) => [stream, from, to]),
      }}
    >
      <PlotView draw={draw} height={height} />
    </Chart>
  );
}

function coveragePlot(plot: Plot, record: Covered, today: Day, height: number) {
  return {
    height,
    marginLeft: 112,
    marginBottom: 24,
    x: TIME_AXIS,
    y: { label: null, tickSize: 0, padding: 0.5, domain: record.map(({ stream }) => stream) },
    marks: [
      plot.barX(record, {
        x1: ({ from }: Covered[number]) => new Date(from),
        x2: ({ to }: Covered[number]) => new Date(to),
        y: "stream",
        fill: "var(--level-2)",
      }),
      plot.ruleX([new Date(today)], { stroke: "var(--accent)" }),
    ],
  };
}
