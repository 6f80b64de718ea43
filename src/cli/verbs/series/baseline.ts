import { countBaseline, cusum, cusumFor, medianBaseline } from "#science/series/index.ts";
import { InputError } from "#model/input-error.ts";
import { WrongUse } from "../../failure.ts";
import { JSON_OUT } from "../../options.ts";
import { table } from "../../table.ts";
import { defineVerb } from "../../verb.ts";
import { blamingFile, numberIn, readColumns, type CsvColumns } from "./csv-columns.ts";
import { datedRows, refuseRepeatedTimes, valueColumnOf, type DatedRow } from "./dated-rows.ts";
import { countIn, positiveIn } from "./number-option.ts";

/** Which counts, or values, stand out from the baseline before them. */
export const baseline = defineVerb({
  words: ["FILE.csv"],
  options: {
    count: {
      takes: "COLUMN",
      summary: "whole numbers to hold against a negative binomial (count unless given)",
    },
    exposure: { takes: "COLUMN", summary: "how much was looked at for each count (the same unless given)" },
    value: {
      takes: "COLUMN",
      summary: "measurements to hold against median and MAD, where nothing is counted",
    },
    window: { takes: "N", summary: "rows that make the baseline (52 unless given)" },
    gap: { takes: "N", summary: "latest rows left out of it (4 unless given)" },
    "run-length": {
      takes: "N",
      summary: "rows between false alarms of the CUSUM of values (370 unless given)",
    },
    ...JSON_OUT,
  },
  async run({ options, words: [file = ""] }, shell) {
    const asked = [options.count, options.exposure, options.value].filter((name) => name !== undefined);
    if (options.count !== undefined && options.value !== undefined)
      throw new WrongUse("give --count or --value, not both");
    const source = readColumns(file, asked);
    const dated = datedRows(source);
    refuseRepeatedTimes(source, dated);
    const { column, rows } = dated;
    const window = { length: countIn("window", options.window, 52), gap: countIn("gap", options.gap, 4) };
    const count = options.count ?? source.names.find((name) => name.toLowerCase() === "count");
    const readings = blamingFile(file, () => {
      if (count !== undefined && options.value === undefined) {
        return countReadings(source, rows, { count, exposure: options.exposure, window });
      }
      const value = valueColumnOf(source, column, options.value) ?? refuseNoColumn(file);
      const runLength = positiveIn("run-length", options["run-length"], 370);
      return valueReadings(source, rows, { value, runLength, window });
    });
    shell.out(options.json ? JSON.stringify({ window, readings }) : inWords(readings));
    return 0;
  },
});

interface Window {
  readonly length: number;
  readonly gap: number;
}

/** One row against its baseline, by the name of each figure. */
type Reading = Readonly<Record<string, string | number | boolean | null>>;

/** Rows that have a baseline: at least ten before the gap. */
const LEAST = 10;

/** From the first row with a baseline on; the last of too few is refused where it is asked about. */
function judged(rows: readonly DatedRow[], { gap }: Window): number[] {
  const first = Math.min(LEAST + gap, rows.length - 1);
  return Array.from({ length: rows.length - first }, (_, i) => first + i);
}

function countReadings(
  source: CsvColumns,
  rows: readonly DatedRow[],
  {
    count,
    exposure,
    window,
  }: { readonly count: string; readonly exposure: string | undefined; readonly window: Window },
): Reading[] {
  const counts = rows.map(({ row }) => ({
    count: wholeIn(source, row, count),
    exposure: exposure === undefined ? 1 : exposureIn(source, row, exposure),
  }));
  return judged(rows, window).map((i) => ({
    at: rows[i]!.label,
    ...counts[i]!,
    ...(countBaseline(counts, i, window) ?? { expected: null, dispersion: null, logP: null, p: null }),
  }));
}

function valueReadings(
  source: CsvColumns,
  rows: readonly DatedRow[],
  {
    value,
    runLength,
    window,
  }: { readonly value: string; readonly runLength: number; readonly window: Window },
): Reading[] {
  const values = Float64Array.from(rows, ({ row }) => numberIn(source, row, value));
  const readings = judged(rows, window).map((i) => ({
    at: rows[i]!.label,
    value: values[i]!,
    ...medianBaseline(values, i, window),
  }));
  const sums = cusum(
    Float64Array.from(readings, ({ z }) => z),
    cusumFor(runLength),
  );
  return readings.map((reading, i) => ({ ...reading, cusum: sums[i]!.sum, isAlarm: sums[i]!.isAlarm }));
}

function wholeIn(source: CsvColumns, row: DatedRow["row"], name: string): number {
  const value = numberIn(source, row, name);
  return Number.isSafeInteger(value) && value >= 0
    ? value
    : source.refuse(row, name, "expected a whole number from 0 on");
}

/** Squares of more may be no number. */
const MOST_EXPOSURE = 1e100;

function exposureIn(source: CsvColumns, row: DatedRow["row"], name: string): number {
  const value = numberIn(source, row, name);
  if (value > 0 && value < MOST_EXPOSURE) return value;
  const right =
    value > 0
      ? `expected a number below ${MOST_EXPOSURE}`
      : "expected a number above 0; leave out rows in which nobody looked";
  return source.refuse(row, name, right);
}

function refuseNoColumn(file: string): never {
  const right = "expected a column count or value, or --count COLUMN or --value COLUMN";
  throw new InputError([{ file, line: 1, wrong: "no column says what was counted or measured", right }]);
}

const TOLD = 20;

function inWords(readings: readonly Reading[]): string {
  const names = Object.keys(readings[0]!);
  const cells = readings.slice(-TOLD).map((reading) => Object.values(reading).map(cellOf));
  const left =
    readings.length > TOLD ? `\n\nThe last ${TOLD} of ${readings.length}; --json has them all.` : "";
  return table(names, cells) + left;
}

function cellOf(value: Reading[string]): string {
  if (value === null) return "–";
  return typeof value === "number" ? String(Number(value.toPrecision(3))) : String(value);
}
