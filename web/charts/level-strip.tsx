import type { IndicatorReading } from "#model/assessment.ts";
import { longMonth } from "../words/dates.ts";
import { Chart } from "./chart.tsx";
import { LevelCells } from "./level-cells.tsx";

type History = NonNullable<IndicatorReading["history"]>;

interface LevelStripProps {
  readonly history: History;
  readonly label: string;
}

/** The levels of one indicator over the past months. */
export function LevelStrip({ history, label }: LevelStripProps) {
  const [first, last] = [history[0], history.at(-1)];
  if (!first || !last) return null;
  const high = history.filter(({ level }) => level !== "unknown" && level >= 3).length;
  return (
    <Chart
      name="levels"
      caption={`High or above in ${high} of ${history.length} months since ${longMonth(first.month)}.`}
      source="trailing windows at each month's end"
      alt={`Level by month of “${label}”: now ${last.level}.`}
      table={{
        columns: ["month", "level", "value"],
        rows: history.map(({ month, level, value }) => [month, level, value]),
      }}
    >
      <LevelCells levels={history.map(({ level }) => level)} height={20} />
    </Chart>
  );
}
