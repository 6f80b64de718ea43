import { useCallback } from "react";
import { addMonths, monthOf, type Day } from "#model/day.ts";
import { percent } from "../words/probability.ts";
import { horizonYears } from "../words/crossing.ts";
import { Chart } from "./chart.tsx";
import { type Plot, PlotView } from "./plot-view.tsx";
import { probabilityAxis } from "./probability-axis.ts";
import { TIME_AXIS } from "./time-axis.ts";

/** F at some months ahead: P(critical now or first reached by then). */
export interface CrossingPoint {
  readonly months: number;
  readonly p: number;
}

interface CrossingChartProps {
  readonly name: string;
  readonly asOf: Day;
  readonly curve: readonly CrossingPoint[];
  /** The curve under another assumption, drawn over the first. */
  readonly whatIf: readonly CrossingPoint[] | null;
}

const HEIGHT = 200;

/** When the critical point is reached: the distribution of the first passage. */
export function CrossingChart({ name, asOf, curve, whatIf }: CrossingChartProps) {
  const draw = useCallback((plot: Plot) => crossingPlot(plot, asOf, curve, whatIf), [asOf, curve, whatIf]);
  const end = curve.at(-1)!;
  const asJudged = whatIf ? ` (${percent(1 - end.p)} as judged, dashed)` : "";
  const never = `${percent(1 - (whatIf ?? curve).at(-1)!.p)} that it is not reached within ${horizonYears(end.months)}${asJudged}.`;
  return (
    <Chart
      name={`${name}-crossing`}
      caption={never}
      source="first passage of the filtered scenarios"
      alt={`Probability that the critical point is reached, by date: ${curve.map(({ months, p }) => `${percent(p)} by ${dateAhead(asOf, months)}`).join(", ")}.`}
      table={{
        columns: ["by", "p", ...(whatIf ? ["p what if"] : [])],
        rows: curve.map(({ months, p }, i) => [
          dateAhead(asOf, months),
          Number(p.toFixed(3)),
          ...(whatIf ? [Number(whatIf[i]!.p.toFixed(3))] : []),
        ]),
      }}
    >
      <PlotView draw={draw} height={HEIGHT} />
    </Chart>
  );
}

function dateAhead(asOf: Day, months: number): string {
  return addMonths(monthOf(asOf), months);
}

function crossingPlot(
  plot: Plot,
  asOf: Day,
  curve: readonly CrossingPoint[],
  whatIf: readonly CrossingPoint[] | null,
) {
  const at = ({ months }: CrossingPoint) => new Date(`${dateAhead(asOf, months)}-01`);
  const line = { x: at, y: "p", curve: "monotone-x" as const };
  const drawn = whatIf ?? curve;
  const named = [12, 60, drawn.at(-1)!.months].flatMap((m) => drawn.find(({ months }) => months === m) ?? []);
  return {
    height: HEIGHT,
    marginLeft: 40,
    marginTop: 20,
    marginRight: 40,
    marginBottom: 20,
    x: TIME_AXIS,
    y: probabilityAxis(),
    marks: [
      plot.ruleY([0, 0.5, 1], { stroke: "var(--line)" }),
      plot.areaY(curve, {
        ...line,
        y2: "p",
        y1: 0,
        fill: "var(--accent)",
        fillOpacity: whatIf ? 0.06 : 0.12,
      }),
      plot.lineY(curve, {
        ...line,
        stroke: "var(--accent)",
        strokeWidth: 1.5,
        strokeDasharray: whatIf ? "3 3" : "none",
      }),
      ...(whatIf ? [plot.lineY(whatIf, { ...line, stroke: "var(--accent)", strokeWidth: 2 })] : []),
      plot.dot(named, { x: at, y: "p", fill: "var(--accent)", r: 3 }),
      plot.text(named, {
        x: at,
        y: "p",
        text: ({ p }: CrossingPoint) => percent(p),
        dy: -12,
        fill: "var(--ink)",
      }),
    ],
  };
}
