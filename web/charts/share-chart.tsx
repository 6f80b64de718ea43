import { useCallback } from "react";
import { interval } from "#model/percent.ts";
import { share } from "../words/probability.ts";
import { Chart } from "./chart.tsx";
import { type Plot, PlotView } from "./plot-view.tsx";
import { probabilityAxis } from "./probability-axis.ts";
import { TIME_AXIS } from "./time-axis.ts";

export interface ShareAt {
  readonly on: string;
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

interface ShareChartProps {
  readonly name: string;
  /** What it is a share of, as in `share of cooperation`. */
  readonly of: string;
  readonly source: string;
  readonly points: readonly ShareAt[];
}

const HEIGHT = 180;

/** A share over time with its interval. */
export function ShareChart({ name, of, source, points }: ShareChartProps) {
  const draw = useCallback((plot: Plot) => sharePlot(plot, points), [points]);
  const [first, last] = [points[0]!, points.at(-1)!];
  const said = (at: ShareAt) => `${share(at.share)} (${interval(at.low, at.high)})`;
  return (
    <Chart
      name={name}
      caption={`Share of ${of}: ${said(first)} by ${first.on}, ${said(last)} by ${last.on}.`}
      source={source}
      alt={`Share of ${of} from ${said(first)} on ${first.on} to ${said(last)} on ${last.on}.`}
      table={{
        columns: ["to", `share of ${of}`, "low", "high"],
        rows: points.map(({ on, share, low, high }) => [on, round(share), round(low), round(high)]),
      }}
    >
      <PlotView draw={draw} height={HEIGHT} />
    </Chart>
  );
}

const round = (share: number) => Number(share.toFixed(3));

function sharePlot(plot: Plot, points: readonly ShareAt[]) {
  const at = ({ on }: ShareAt) => new Date(on);
  return {
    height: HEIGHT,
    marginLeft: 40,
    marginRight: 16,
    marginBottom: 20,
    x: TIME_AXIS,
    y: probabilityAxis(),
    marks: [
      plot.ruleY([0, 0.5, 1], { stroke: "var(--line)" }),
      plot.areaY(points, { x: at, y1: "low", y2: "high", fill: "var(--accent)", fillOpacity: 0.18 }),
      plot.lineY(points, { x: at, y: "share", stroke: "var(--accent)", strokeWidth: 1.5 }),
      plot.dot(points.slice(-1), { x: at, y: "share", fill: "var(--accent)", r: 3 }),
    ],
  };
}
