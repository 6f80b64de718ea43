import { useCallback } from "react";
import type { Day } from "#model/day.ts";
import { type Plot, PlotView } from "./plot-view.tsx";
import { timeAxis } from "./time-axis.ts";

export interface Tick {
  readonly id: string;
  readonly on: Day;
  readonly lane: string;
  readonly label: string;
  /** A colour token. */
  readonly colour: string;
}

interface TickLanesProps {
  readonly ticks: readonly Tick[];
  readonly lanes: readonly string[];
  readonly from: Day;
  readonly to: Day;
  readonly onOpen?: (id: string) => void;
}

const LANE = 44;
/** Room for the lanes' names in pixels, and the ems after which one breaks into lines. */
const SHORT_NAMES = { marginLeft: 112, lineWidth: 8.5 };
const LONG_NAMES = { marginLeft: 152, lineWidth: 11.5 };
const LONG = 16;

/** One lane per kind of thing, one tick per thing on its day; the nearest tick says what it is. */
export function TickLanes({ ticks, lanes, from, to, onOpen }: TickLanesProps) {
  const height = lanes.length * LANE + 24;
  const draw = useCallback(
    (plot: Plot) => lanesPlot(plot, ticks, lanes, [from, to], height),
    [ticks, lanes, from, to, height],
  );
  return (
    <PlotView draw={draw} height={height} {...(onOpen && { onPick: (tick: Tick) => onOpen(tick.id) })} />
  );
}

function lanesPlot(
  plot: Plot,
  ticks: readonly Tick[],
  lanes: readonly string[],
  span: [Day, Day],
  height: number,
) {
  const { marginLeft, lineWidth } = lanes.some(({ length }) => length > LONG) ? LONG_NAMES : SHORT_NAMES;
  const place = { x: (tick: Tick) => new Date(tick.on), y: "lane" };
  return {
    height,
    marginLeft,
    marginTop: 0,
    marginBottom: 24,
    x: timeAxis(new Date(span[0]), new Date(span[1])),
    y: { axis: null, domain: lanes, padding: 0.35 },
    marks: [
      plot.axisY({ label: null, tickSize: 0, lineWidth }),
      plot.ruleY(lanes, { stroke: "var(--line)" }),
      plot.tickX(ticks, { ...place, stroke: "colour", strokeWidth: 1.5, strokeOpacity: 0.75 }),
      plot.tickX(ticks, plot.pointer({ ...place, stroke: "var(--ink)", strokeWidth: 3, maxRadius: 24 })),
      plot.tip(
        ticks,
        plot.pointer({
          ...place,
          title: (tick: Tick) => `${tick.on}\n${tick.label}`,
          maxRadius: 24,
          lineWidth: 24,
          fill: "var(--surface)",
          stroke: "var(--line-strong)",
          pathFilter: "none",
        }),
      ),
    ],
    color: { type: "identity" as const },
  };
}
