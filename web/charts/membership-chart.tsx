import { useCallback } from "react";
import type { Day } from "#model/day.ts";
import { Chart } from "./chart.tsx";
import { type Plot, PlotView } from "./plot-view.tsx";
import { TIME_AXIS } from "./time-axis.ts";

interface Curve {
  readonly name: string;
  /** How many have joined, in words. */
  readonly states: string;
  /** A colour token. */
  readonly colour: string;
  /** The day of each accession, ascending. */
  readonly joined: readonly Day[];
}

interface MembershipChartProps {
  readonly curves: readonly Curve[];
  readonly to: Day;
}

const HEIGHT = 260;

/** How many states each framework has had, as steps. */
export function MembershipChart({ curves, to }: MembershipChartProps) {
  const draw = useCallback((plot: Plot) => membershipPlot(plot, curves, to), [curves, to]);
  const now = curves.map(({ name, states }) => `${name} ${states}`).join(", ");
  return (
    <Chart
      name="membership"
      caption={`States by ${to}: ${now}. Only accessions whose state and date are in the record are drawn.`}
      source="accessions known by this day"
      alt={`States in each framework over time: ${now}.`}
      table={{
        columns: ["on", "framework", "states"],
        rows: curves.flatMap(({ name, joined }) => joined.map((on, n) => [on, name, n + 1])),
      }}
    >
      <PlotView draw={draw} height={HEIGHT} />
    </Chart>
  );
}

function membershipPlot(plot: Plot, curves: readonly Curve[], to: Day) {
  const points = curves.flatMap(({ name, states: told, colour, joined }) => {
    const steps = joined.map((on, n) => ({ on: new Date(on), states: n + 1, name, told, colour }));
    return [...steps, { on: new Date(to), states: joined.length, name, told, colour }];
  });
  const ends = points.filter((_, n) => points[n + 1]?.name !== points[n]!.name);
  const place = { x: "on", y: "states" };
  return {
    height: HEIGHT,
    marginLeft: 32,
    marginRight: 140,
    marginBottom: 24,
    x: TIME_AXIS,
    y: { label: null, tickSize: 0, zero: true, ticks: 4 },
    color: { type: "identity" as const },
    marks: [
      plot.ruleY([0], { stroke: "var(--line)" }),
      plot.lineY(points, {
        ...place,
        z: "name",
        stroke: "colour",
        curve: "step-after" as const,
        strokeWidth: 2,
      }),
      plot.text(ends, {
        ...place,
        text: (end: (typeof ends)[number]) => `${end.name} ${end.told}`,
        fill: "colour",
        textAnchor: "start" as const,
        dx: 6,
      }),
    ],
  };
}
