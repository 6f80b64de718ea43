import { useCallback } from "react";
import type { OrbitReply } from "../../src/api/contract.ts";
import { Chart } from "../charts/chart.tsx";
import { type Plot, PlotView } from "../charts/plot-view.tsx";
import { count } from "../words/dates.ts";
import { heightsKm } from "./catalogue.ts";
import { TIME_AXIS } from "../charts/time-axis.ts";

const HEIGHT = 200;

/** Heights of perigee and apogee by element set, with the manoeuvres found in them. */
export function HistoryChart({ history }: { readonly history: OrbitReply }) {
  const draw = useCallback((plot: Plot) => historyPlot(plot, history), [history]);
  const sets = setsOf(history);
  const name = history.name ?? `object ${history.id}`;
  const [first, last] = [sets[0]!, sets.at(-1)!];
  const told = `${name}: perigee and apogee ${heights(first)} km on ${dayOf(first)}, ${heights(last)} km on ${dayOf(last)}`;
  return (
    <Chart
      name={`${history.id}-history`}
      caption={`${told}; ${count(sets.length, "element set")}, ${count(history.manoeuvres.length, "manoeuvre")} found (ticks).`}
      source="element sets known by this day"
      alt={`${told}.`}
      table={{
        columns: ["epoch", "perigee km", "apogee km", "inclination °"],
        rows: sets.map(({ epoch, perigee, apogee, inclination }) => [
          epoch.toISOString(),
          Number(perigee.toFixed(2)),
          Number(apogee.toFixed(2)),
          inclination,
        ]),
      }}
    >
      <PlotView draw={draw} height={HEIGHT} />
    </Chart>
  );
}

interface SetShown {
  readonly epoch: Date;
  readonly perigee: number;
  readonly apogee: number;
  readonly inclination: number;
}

function setsOf({ epochMs, meanMotionRevPerDay, eccentricity, inclinationDeg }: OrbitReply): SetShown[] {
  return epochMs.map((ms, i) => {
    const [perigee, apogee] = heightsKm(meanMotionRevPerDay[i]!, eccentricity[i]!);
    return { epoch: new Date(ms), perigee, apogee, inclination: inclinationDeg[i]! };
  });
}

const dayOf = ({ epoch }: SetShown) => epoch.toISOString().slice(0, 10);
const heights = ({ perigee, apogee }: SetShown) => `${Math.round(perigee)} and ${Math.round(apogee)}`;

function historyPlot(plot: Plot, history: OrbitReply) {
  const sets = setsOf(history);
  const last = sets.slice(-1);
  const line = (y: "perigee" | "apogee", dy: number) => [
    plot.lineY(sets, {
      x: "epoch",
      y,
      stroke: "var(--accent)",
      strokeWidth: 1,
      curve: "step-after" as const,
    }),
    plot.dot(sets, { x: "epoch", y, r: 1.5, fill: "var(--accent)" }),
    plot.text(last, {
      x: "epoch",
      y,
      text: () => y,
      textAnchor: "start" as const,
      dx: 6,
      dy,
      fill: "var(--ink-quiet)",
    }),
  ];
  const manoeuvres = history.manoeuvres.map(({ timeMs }) => new Date(timeMs));
  return {
    height: HEIGHT,
    marginLeft: 56,
    marginRight: 56,
    marginTop: 32,
    marginBottom: 20,
    x: TIME_AXIS,
    y: { label: "height, km", grid: true, ticks: 4, tickSize: 0, nice: true },
    marks: [
      plot.tickX(manoeuvres, { x: (time: Date) => time, stroke: "var(--ink-quiet)", insetTop: HEIGHT - 44 }),
      ...line("perigee", 6),
      ...line("apogee", -6),
    ],
  };
}
