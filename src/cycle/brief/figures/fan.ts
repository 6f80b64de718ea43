import type { PlotOptions } from "@observablehq/plot";
import type { Figure } from "#model/brief.ts";
import { percent } from "../phrase.ts";
import { instant, WIDTH, type Drawing } from "./drawing.ts";

type Fan = Extract<Figure, { type: "fan" }>;
type Point = Fan["points"][number];

/** Probability over time with its interval as a band; what lies ahead is paler and dashed. */
export function fanPlot({ points }: Fan, { plot, palette }: Drawing): PlotOptions {
  const judged = points.filter(({ forecast }) => !forecast);
  const now = judged.at(-1);
  const ahead = [...(now ? [now] : []), ...points.filter(({ forecast }) => forecast)];
  const last = ahead.at(-1);
  const at = { x: ({ on }: Point) => instant(on) };
  const band = { ...at, y1: "low", y2: "high", fill: palette.accent };
  const line = { ...at, y: "p", stroke: palette.accent };
  return {
    width: WIDTH,
    height: 220,
    marginRight: 150,
    marginLeft: 44,
    x: { type: "utc", label: null },
    y: { domain: [0, 1], label: null },
    marks: [
      plot.gridY({ ticks: [0, 0.25, 0.5, 0.75, 1], stroke: palette.rule, strokeOpacity: 1 }),
      plot.axisY({
        ticks: [0, 0.25, 0.5, 0.75, 1],
        tickSize: 0,
        tickFormat: (p: number) => `${p * 100} %`,
        fill: palette.muted,
      }),
      plot.axisX({ tickSize: 0, ticks: 8, fill: palette.muted }),
      plot.areaY(judged, { ...band, fillOpacity: 0.22 }),
      plot.areaY(ahead, { ...band, fillOpacity: 0.1 }),
      plot.line(judged, { ...line, strokeWidth: 1.5 }),
      plot.line(ahead, { ...line, strokeWidth: 1.5, strokeDasharray: "3 3" }),
      plot.dot(ahead, { ...at, y: "p", r: 2.5, fill: palette.accent }),
      plot.text(now ? [now] : [], {
        ...at,
        y: "p",
        text: ({ p }: Point) => percent(p),
        dx: -6,
        dy: -8,
        textAnchor: "end",
        fill: palette.ink,
        stroke: palette.paper,
        strokeWidth: 3,
      }),
      plot.text(last && last !== now ? [last] : [], {
        ...at,
        y: "p",
        text: ({ p, on }: Point) => `${percent(p)} by ${on}`,
        dx: 8,
        textAnchor: "start",
        fill: palette.ink,
        stroke: palette.paper,
        strokeWidth: 3,
      }),
    ],
  };
}
