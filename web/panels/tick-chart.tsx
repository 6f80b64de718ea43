import type { ReactNode } from "react";
import type { Day } from "#model/day.ts";
import { openLayer } from "../address/use-address.ts";
import { Chart } from "../charts/chart.tsx";
import type { Table } from "../charts/table.ts";
import { type Tick, TickLanes } from "../charts/tick-lanes.tsx";

interface TickChartProps {
  readonly name: string;
  readonly caption: ReactNode;
  readonly source: string;
  readonly alt: string;
  /** What a lane is, as the heading of its column. */
  readonly by: string;
  readonly ticks: readonly Tick[];
  /** The table's rows, where more is known than the lanes tell apart. */
  readonly rows?: Table["rows"];
  readonly lanes: readonly string[];
  readonly from: Day;
  readonly to: Day;
}

/** Observations as ticks in lanes; one that is pressed opens. */
export function TickChart({ by, ticks, rows, lanes, from, to, ...told }: TickChartProps) {
  return (
    <Chart
      {...told}
      table={{
        columns: ["on", by, "claim"],
        rows: rows ?? ticks.map(({ on, lane, label }) => [on, lane, label]),
      }}
      isInteractive
    >
      <TickLanes
        ticks={ticks}
        lanes={lanes}
        from={from}
        to={to}
        onOpen={(id) => openLayer({ kind: "observation", id })}
      />
    </Chart>
  );
}
