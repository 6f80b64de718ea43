import type { IndicatorReading } from "#model/assessment.ts";
import type { Month } from "#model/day.ts";
import type { Table } from "../charts/table.ts";
import type { HeatRow } from "../charts/heat-map.tsx";
import { count } from "./dates.ts";

export interface Heat {
  readonly months: readonly Month[];
  readonly rows: readonly HeatRow[];
  readonly table: Table;
  /** What stands out, as a sentence. */
  readonly finding: string;
}

/** The last months of some indicators as a heat map. */
export function heatOf(readings: readonly IndicatorReading[], months: number): Heat {
  const histories = readings.map(({ history = [] }) => history.slice(-months));
  const shown = (histories[0] ?? []).map(({ month }) => month);
  const rows = readings.map(({ id, statement }, i) => ({
    id,
    label: statement,
    levels: histories[i]!.map(({ level }) => level),
  }));
  const table = {
    columns: ["indicator", ...shown],
    rows: rows.map(({ label, levels }) => [label, ...levels]),
  };
  return { months: shown, rows, table, finding: findingOf(readings) };
}

function findingOf(readings: readonly IndicatorReading[]): string {
  const high = readings.filter(({ level }) => level !== "unknown" && level >= 3).length;
  const unknown = readings.filter(({ level }) => level === "unknown").length;
  const risen = readings.filter(hasRisen).length;
  const parts = [`${high} of ${readings.length} are high or extreme now`];
  if (risen > 0) parts.push(`${count(risen, "indicator")} rose since last month`);
  if (unknown > 0) parts.push(`${unknown} cannot be observed`);
  return `${parts.join("; ")}.`;
}

function hasRisen({ level, history = [] }: IndicatorReading): boolean {
  const before = history.at(-2)?.level;
  return level !== "unknown" && before !== undefined && before !== "unknown" && level > before;
}
