import { InputError } from "#model/input-error.ts";
import { isDay } from "#model/day.ts";
import type { EventHistory } from "#science/series/index.ts";
import { WrongUse } from "../../failure.ts";
import { readColumns, type CsvColumns } from "./csv-columns.ts";

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

/**
 * Reads `time,type`; times are all numbers, or all calendar days or moments of them, in order. The window runs from 0,
 * or from the first event where times are days or begin later than they are long, to the last event, or the end of its
 * day.
 */
export function readEventFile(file: string, given: { from?: string; to?: string }): EventFile {
  const table = readColumns(file, ["time"]);
  const { cell, rows, refuse } = table;
  const areDays = Number.isFinite(dayNumber(cell(rows[0]!, "time")));
  const right = areDays
    ? "expected a calendar day such as 2026-11-23, or a moment such as 2026-11-23T08:00:00Z, as in the first row"
    : "expected a number, or a day or moment in every row";
  const timeOf = (said: string) => (areDays ? dayNumber(said) : said === "" ? NaN : Number(said));
  const times = rows.map((row) => {
    const time = timeOf(cell(row, "time"));
    return Number.isFinite(time) ? time : refuse(row, "time", right);
  });
  times.forEach((time, n) => {
    if (n > 0 && time < times[n - 1]!) refuse(rows[n]!, "time", "expected times in ascending order");
  });
  const bound = (name: "from" | "to", otherwise: number) => {
    const said = given[name];
    if (said === undefined) return otherwise;
    const time = timeOf(said);
    if (Number.isFinite(time)) return time;
    throw new WrongUse(`--${name} is "${said}"; a time like those of the file would be right`);
  };
  const [first, last] = [times[0]!, times.at(-1)!];
  const from = bound("from", areDays || first > last - first ? first : 0);
  const to = bound("to", areDays && Number.isInteger(last) ? last + 1 : last);
  if (first < from)
    refuse(rows[0]!, "time", `expected no time before ${from}, where the window begins: --from`);
  if (last > to) refuse(rows.at(-1)!, "time", `expected no time after ${to}, where the window ends: --to`);
  const { names, types } = typesOf(table);
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

/** Types in the order of their numbers, or of the alphabet; a file without the column has one. */
function typesOf({ file, names: columns, rows, cell, refuse }: CsvColumns) {
  if (!columns.includes("type")) {
    if (columns.length > 1) {
      const wrong = `no column "type" among ${columns.join(", ")}`;
      throw new InputError([
        { file, line: 1, wrong, right: "expected time,type; or time alone for one type" },
      ]);
    }
    return { names: ["all"], types: new Int32Array(rows.length) };
  }
  const said = rows.map((row) => cell(row, "type") || refuse(row, "type", "expected the name of a type"));
  const areNumbers = said.every((name) => Number.isFinite(Number(name)));
  const names = [...new Set(said)].sort(areNumbers ? (a, b) => Number(a) - Number(b) : undefined);
  const numbers = new Map(names.map((name, k) => [name, k]));
  return { names, types: Int32Array.from(said, (name) => numbers.get(name)!) };
}
