import { useCallback } from "react";
import type { TimelineReply } from "../../src/api/contract.ts";
import { interval } from "#model/percent.ts";
import { percent } from "../words/probability.ts";
import { Chart } from "./chart.tsx";
import { type Plot, PlotView } from "./plot-view.tsx";
import { probabilityAxis } from "./probability-axis.ts";
import { TIME_AXIS } from "./time-axis.ts";

export interface LeadAt {
  readonly on: string;
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

interface LeadChartProps {
  readonly timeline: TimelineReply;
  readonly index: readonly LeadAt[];
  /** The share of the next milestone that is expected to be of the first side. */
  readonly next: Omit<LeadAt, "on">;
}

const HEIGHT = 200;

/** The lead index of the first side over time with its interval, and the forecast of the next milestone. */
export function LeadChart({ timeline, index, next }: LeadChartProps) {
  const { sides, to, halfLifeYears } = timeline;
  const draw = useCallback(
    (plot: Plot) => leadPlot(plot, index, { on: to, ...next }, sides),
    [index, next, to, sides],
  );
  const last = index.at(-1)!;
  return (
    <Chart
      name="lead-index"
      caption={`${sides[0]} holds ${percent(last.share)} (${interval(last.low, last.high)}) of recent milestones, each weighing half after ${halfLifeYears} years; above one half it leads. The bar at the right is the forecast for the next: ${percent(next.share)} (${interval(next.low, next.high)}).`}
      source={`milestones known by this day, ${index[0]!.on} to ${to}`}
      alt={`Share of recent milestones that are of ${sides[0]}: ${percent(index[0]!.share)} at first, ${percent(last.share)} at the last one on ${last.on}.`}
      table={{
        columns: ["on", `share of ${sides[0]}`, "low", "high"],
        rows: index.map(({ on, share, low, high }) => [on, round(share), round(low), round(high)]),
      }}
    >
      <PlotView draw={draw} height={HEIGHT} />
    </Chart>
  );
}

const round = (share: number) => Number(share.toFixed(3));

function leadPlot(plot: Plot, index: readonly LeadAt[], next: LeadAt, sides: readonly [string, string]) {
  const at = ({ on }: LeadAt) => new Date(on);
  const end = { frameAnchor: "top" as const, fill: "var(--ink-faint)" };
  return {
    height: HEIGHT,
    marginLeft: 40,
    marginRight: 16,
    marginBottom: 20,
    x: TIME_AXIS,
    y: probabilityAxis(),
    marks: [
      plot.ruleY([0, 1], { stroke: "var(--line)" }),
      plot.ruleY([0.5], { stroke: "var(--line-strong)" }),
      plot.areaY(index, {
        x: at,
        y1: "low",
        y2: "high",
        fill: "var(--accent)",
        fillOpacity: 0.18,
        curve: "step-after",
      }),
      plot.lineY(index, {
        x: at,
        y: "share",
        stroke: "var(--accent)",
        strokeWidth: 1.5,
        curve: "step-after",
      }),
      plot.ruleX([next], {
        x: at,
        y1: "low",
        y2: "high",
        stroke: "var(--accent)",
        strokeWidth: 4,
        strokeOpacity: 0.5,
        dx: 8,
      }),
      plot.dot([next], { x: at, y: "share", fill: "var(--accent)", r: 3, dx: 8 }),
      plot.text([`${sides[0]} leads`], { ...end, dy: 8 }),
      plot.text([`${sides[1]} leads`], { ...end, frameAnchor: "bottom" as const, dy: -8 }),
    ],
  };
}
