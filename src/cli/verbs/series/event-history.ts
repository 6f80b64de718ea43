import { InputError } from "#model/input-error.ts";
import { isDay } from "#model/day.ts";
import type { EventHistory } from "#science/series/index.ts";
import { WrongUse } from "../../failure.ts";
import { numberSaid, readColumns, type CsvColumns } from "./csv-columns.ts";

/** Events as they were read: times count from the begin of the window. */
export interface EventFile {
  readonly history: EventHistory;
  /** The names of the types, in the order of their numbers. */
  readonly types: readonly string[];
  readonly unit: "day" | "time";
  /** Where the window begins and ends, as times are written in the file. */
  readonly window: readonly [from: string, to: string];
}

const DAY_MS = 86_400_000;

/** Where the window begins and ends, and which columns say when and what. */
interface Given {
  readonly from?: string;
  readonly to?: string;
  readonly time?: string;
  readonly type?: string;
}

/**
 * Reads `time,type`, or columns of other names; times are all numbers, or all calendar days or moments of them, in any
 * order. The window runs from 0, or from the first event where times are days or begin later than they are long, to
 * the last event, or the end of its day.
 */
export function readEventFile(file: string, given: Given): EventFile {
  const table = readColumns(
    file,
    [given.time, given.type].filter((name) => name !== undefined),
  );
  const [only, ...others] = table.names;
  const alone = others.length === 0 ? only : null;
  const column = given.time ?? named(table, ["time", "date"]) ?? alone ?? refuseTimeless(table);
  const { cell, refuse } = table;
  const areDays = Number.isFinite(dayNumber(cell(table.rows[0]!, column)));
  const right = areDays
    ? "expected a calendar day such as 2026-11-23, or a moment such as 2026-11-23T08:00:00Z, as in the first row"
    : "expected a number, or a day or moment in every row";
  const timeOf = (said: string) => (areDays ? dayNumber(said) : numberSaid(said));
  const dated = table.rows
    .map((row) => {
      const time = timeOf(cell(row, column));
      return Number.isFinite(time) ? { row, time } : refuse(row, column, right);
    })
    .sort((a, b) => a.time - b.time);
  const [rows, times] = [dated.map(({ row }) => row), dated.map(({ time }) => time)];
  const bound = (name: "from" | "to", otherwise: number) => {
    const said = given[name];
    if (said === undefined) return otherwise;
    const time = timeOf(said);
    if (Number.isFinite(time)) return time;
    throw new WrongUse(`--${name} is "${said}"; a time like those of the file would be right`);
  };
  const [first, last] = [times[0]!, times.at(-1)!];
  if (first === last && times.length > 1) {
    const wrong = `all ${times.length} events are at one time, ${cell(rows[0]!, column)}`;
    throw new InputError([{ file, wrong, right: "times that differ would be enough" }]);
  }
  const from = bound("from", areDays || first > last - first ? first : 0);
  const to = bound("to", areDays && Number.isInteger(last) ? last + 1 : last);
  if (first < from)
    refuse(rows[0]!, column, `expected no time before ${from}, where the window begins: --from`);
  if (last > to) refuse(rows.at(-1)!, column, `expected no time after ${to}, where the window ends: --to`);
  const { names, types } = typesOf({ ...table, rows }, column, given.type);
  const shown = (time: number) =>
    areDays ? new Date(Math.round(time * DAY_MS)).toISOString().replace("T00:00:00.000Z", "") : String(time);
  return {
    history: {
      times: Float64Array.from(times, (time) => time - from),
      types,
      typeCount: names.length,
      duration: to - from,
    },
    types: names,
    unit: areDays ? "day" : "time",
    window: [shown(from), shown(to)],
  };
}

const MOMENT = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?)(?:Z|([+-]\d\d:\d\d))?$/;

/** Days since 1970, by the calendar day or the moment in UTC; NaN for neither. */
function dayNumber(said: string): number {
  if (isDay(said)) return Date.parse(said) / DAY_MS;
  const [whole, day, clock, zone = "Z"] = MOMENT.exec(said) ?? [];
  return whole !== undefined && isDay(day!) ? Date.parse(`${day}T${clock}${zone}`) / DAY_MS : NaN;
}

/** The first of these columns that is there, whatever its case; null for none. */
function named({ names }: CsvColumns, wanted: readonly string[]): string | null {
  return wanted.flatMap((one) => names.find((name) => name.toLowerCase() === one) ?? [])[0] ?? null;
}

function refuseTimeless({ file, names }: CsvColumns): never {
  const wrong = `no column "time" or "date" among ${names.join(", ")}`;
  throw new InputError([{ file, line: 1, wrong, right: "expected time,type; or name the column: --time" }]);
}

/** Types in the order of their numbers, or of the alphabet; a file of times alone has one. */
function typesOf(table: CsvColumns, timeColumn: string, asked: string | undefined) {
  const { file, names: columns, rows, cell, refuse } = table;
  const column = asked ?? named(table, ["type"]);
  if (column === null) {
    if (columns.length > 1) {
      const others = columns.filter((name) => name !== timeColumn).join(", ");
      const right = `expected time,type; or name the column: --type; or ${timeColumn} alone for one type`;
      throw new InputError([{ file, line: 1, wrong: `no column "type" among ${others}`, right }]);
    }
    return { names: ["all"], types: new Int32Array(rows.length) };
  }
  const said = rows.map((row) => cell(row, column) || refuse(row, column, "expected the name of a type"));
  const areNumbers = said.every((name) => Number.isFinite(Number(name)));
  const names = [...new Set(said)].sort(areNumbers ? (a, b) => Number(a) - Number(b) : undefined);
  const numbers = new Map(names.map((name, k) => [name, k]));
  return { names, types: Int32Array.from(said, (name) => numbers.get(name)!) };
}
