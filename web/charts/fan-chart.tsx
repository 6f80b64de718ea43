import { useCallback } from "react";
import type { Figure } from "#model/brief.ts";
import { Chart } from "./chart.tsx";
import { type Plot, PlotView } from "./plot-view.tsx";
import { probabilityAxis } from "./probability-axis.ts";
import { TIME_AXIS } from "./time-axis.ts";

type Fan = Extract<Figure, { type: "fan" }>;
type Point = Fan["points"][number];

const HEIGHT = 180;

/** A probability over time with its interval; what lies ahead is dashed. */
export function FanChart({ figure }: { readonly figure: Fan }) {
  const draw = useCallback((plot: Plot) => fanPlot(plot, figure.points), [figure]);
  const last = figure.points.findLast(({ forecast }) => !forecast);
  return (
    <Chart
      name={`${figure.scenario}-fan`}
      caption={figure.caption}
      source="assessments behind this brief"
      alt={`${figure.caption} Last judged value ${last ? Math.round(last.p * 100) : "unknown"} per cent.`}
      table={{
        columns: ["on", "p", "low", "high", "forecast"],
        rows: figure.points.map(({ on, p, low, high, forecast }) => [
          on,
          p,
          low,
          high,
          forecast ? "yes" : "no",
        ]),
      }}
    >
      <PlotView draw={draw} height={HEIGHT} />
    </Chart>
  );
}

function fanPlot(plot: Plot, points: readonly Point[]) {
  const at = ({ on }: Point) => new Date(on);
  const past = points.filter(({ forecast }) => !forecast);
  const ahead = points.filter(({ forecast }) => forecast);
  const joined = [...past.slice(-1), ...ahead];
  const line = { x: at, y: "p", stroke: "var(--accent)", strokeWidth: 1.5 };
  const band = { x: at, y1: "low", y2: "high", fill: "var(--accent)" };
  return {
    height: HEIGHT,
    marginLeft: 40,
    marginBottom: 20,
    x: TIME_AXIS,
    y: probabilityAxis(),
    marks: [
      plot.ruleY([0, 0.5, 1], { stroke: "var(--line)" }),
      plot.areaY(past, { ...band, fillOpacity: 0.18 }),
      plot.areaY(joined, { ...band, fillOpacity: 0.09 }),
      plot.lineY(past, line),
      plot.lineY(joined, { ...line, strokeDasharray: "3 3" }),
      plot.dot(past.slice(-1), { x: at, y: "p", fill: "var(--accent)", r: 3 }),
    ],
  };
}
