import { useCallback } from "react";
import { lastDayOf } from "#model/day.ts";
import type { PathPoint, ScenarioAssessment } from "#model/assessment.ts";
import { longMonth } from "../words/dates.ts";
import { interval } from "#model/percent.ts";
import { percent } from "../words/probability.ts";
import { Chart } from "./chart.tsx";
import { type Plot, PlotView } from "./plot-view.tsx";
import { probabilityAxis } from "./probability-axis.ts";
import { timeAxis } from "./time-axis.ts";

export interface PathEvent {
  readonly on: string;
  readonly label: string;
}

interface PathChartProps {
  readonly scenario: ScenarioAssessment;
  readonly path: readonly PathPoint[];
  readonly height?: number;
  /** Drawn as ticks under the line they moved. */
  readonly events?: readonly PathEvent[];
}

const NONE: readonly PathEvent[] = [];

/** P(critical) as it was judged at the end of each month, with its interval. */
export function PathChart({ scenario, path, height = 120, events = NONE }: PathChartProps) {
  const draw = useCallback((plot: Plot) => pathPlot(plot, path, events, height), [path, events, height]);
  const top = path.reduce((best, point) => (point.p > best.p ? point : best), path[0]!);
  return (
    <Chart
      name={`${scenario.id}-path`}
      caption={`Highest in ${longMonth(top.month)}: ${percent(top.p)} (${interval(top.low, top.high)}).${events.length > 0 ? " Ticks: when the observations that moved it most became known." : ""}`}
      source="assessments at each month's end"
      alt={`Probability that “${scenario.name}” is critical, by month: ${percent(path[0]!.p)} in ${longMonth(path[0]!.month)}, ${percent(scenario.p)} now.`}
      table={{
        columns: ["month", "p", "low", "high", "within 90 days"],
        rows: path.map(({ month, p, low, high, p90 }) => [
          month,
          round(p),
          round(low),
          round(high),
          round(p90),
        ]),
      }}
    >
      <PlotView draw={draw} height={height} />
    </Chart>
  );
}

const round = (p: number) => Number(p.toFixed(3));

function pathPlot(plot: Plot, path: readonly PathPoint[], events: readonly PathEvent[], height: number) {
  const at = ({ month }: PathPoint) => new Date(lastDayOf(month));
  const last = path.slice(-1);
  return {
    height,
    marginLeft: 40,
    marginBottom: 20,
    x: timeAxis(at(path[0]!), at(path.at(-1)!)),
    y: probabilityAxis(events.length > 0 ? -0.1 : 0),
    marks: [
      plot.ruleY([0, 0.5, 1], { stroke: "var(--line)" }),
      plot.areaY(path, { x: at, y1: "low", y2: "high", fill: "var(--accent)", fillOpacity: 0.18 }),
      plot.lineY(path, { x: at, y: "p", stroke: "var(--accent)", strokeWidth: 1.5 }),
      plot.dot(last, { x: at, y: "p", fill: "var(--accent)", r: 3 }),
      plot.ruleX(events, {
        x: (e: PathEvent) => new Date(e.on),
        y1: -0.1,
        y2: -0.03,
        stroke: "var(--ink-faint)",
      }),
    ],
  };
}
