import { useCallback } from "react";
import type { OrbitReply } from "../../src/api/contract.ts";
import { Chart } from "../charts/chart.tsx";
import { type Plot, PlotView } from "../charts/plot-view.tsx";
import { timeAxis } from "../charts/time-axis.ts";
import { count } from "../words/dates.ts";
import { longitudeInWords } from "./longitude.ts";

const HEIGHT = 220;

/** Where in the geostationary belt an object stayed, over the years. */
export function StaysChart({ history }: { readonly history: OrbitReply }) {
  const draw = useCallback((plot: Plot) => staysPlot(plot, history), [history]);
  const last = history.stays.at(-1)!;
  const told = `${count(history.stays.length, "stay")} in the belt, the last known at ${longitude(last)} until ${day(last.toMs)}`;
  return (
    <Chart
      name={`${history.id}-stays`}
      caption={`${told}.`}
      source="element sets known by this day"
      alt={`${told}.`}
      table={{
        columns: ["from", "to", "longitude ° E"],
        rows: history.stays.map(({ fromMs, toMs, lonDeg }) => [
          day(fromMs),
          day(toMs),
          Number(lonDeg.toFixed(2)),
        ]),
      }}
    >
      <PlotView draw={draw} height={HEIGHT} />
    </Chart>
  );
}

type Stay = OrbitReply["stays"][number];

const day = (ms: number) => new Date(ms).toISOString().slice(0, 10);

const longitude = ({ lonDeg }: Stay) => longitudeInWords(lonDeg);

/** A stay this part of the whole time long has room for its longitude; the table has them all. */
const LABELLED_PART = 0.05;

function staysPlot(plot: Plot, { stays, epochMs }: OrbitReply) {
  const [first, last] = [epochMs[0]!, epochMs.at(-1)!];
  const longitudes = stays.map(({ lonDeg }) => lonDeg);
  const from = ({ fromMs }: Stay) => new Date(fromMs);
  const long = stays.filter(({ fromMs, toMs }) => toMs - fromMs > LABELLED_PART * (last - first));
  return {
    height: HEIGHT,
    marginTop: 24,
    marginLeft: 56,
    marginRight: 56,
    marginBottom: 20,
    x: timeAxis(new Date(first), new Date(last)),
    y: {
      domain: [Math.min(...longitudes) - 10, Math.max(...longitudes) + 10],
      label: "longitude, ° E",
      grid: true,
      ticks: 5,
      tickSize: 0,
    },
    marks: [
      plot.dot(stays, { x: from, y: "lonDeg", r: 2, fill: "var(--accent)" }),
      plot.ruleY(stays, {
        x1: from,
        x2: ({ toMs }: Stay) => new Date(toMs),
        y: "lonDeg",
        stroke: "var(--accent)",
        strokeWidth: 4,
      }),
      plot.text(long, {
        x: from,
        y: "lonDeg",
        text: longitude,
        textAnchor: "start" as const,
        dy: -10,
        fill: "var(--ink-quiet)",
      }),
    ],
  };
}
