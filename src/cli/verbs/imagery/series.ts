import { seriesBreaks } from "#science/imagery/index.ts";
import { InputError } from "#model/input-error.ts";
import { JSON_OUT } from "../../options.ts";
import { table } from "../../table.ts";
import { defineVerb } from "../../verb.ts";
import { readColumns, type CsvColumns } from "../series/csv-columns.ts";
import { datedRows, valueColumnOf, type DatedRow } from "../series/dated-rows.ts";

/** Where the course of one pixel or place breaks, beyond its level, trend and season. */
export const series = defineVerb({
  words: ["FILE.csv"],
  options: {
    value: { takes: "COLUMN", summary: "the values (value, or the only other column, unless given)" },
    mask: {
      takes: "COLUMN",
      summary: "anything but 0 or nothing there leaves the row out (mask, where there is one)",
    },
    ...JSON_OUT,
  },
  async run({ options, words: [file = ""] }, shell) {
    const source = readColumns(
      file,
      [options.value, options.mask].filter((name) => name !== undefined),
    );
    const dated = datedRows(source);
    const maskColumn = options.mask ?? source.names.find((name) => name.toLowerCase() === "mask") ?? null;
    const unmasked = { ...source, names: source.names.filter((name) => name !== maskColumn) };
    const value = valueColumnOf(unmasked, dated.column, options.value);
    if (value === null) {
      const right = "expected a column value, or --value COLUMN";
      throw new InputError([{ file, line: 1, wrong: "no column says what was measured", right }]);
    }
    const clear = clearRows(source, dated.rows, value, maskColumn);
    const perYear = dated.unit === "years" ? 1 : perYearOf(dated.rows);
    const [years, values] = [clear.map(({ row: { time } }) => time / perYear), clear.map((one) => one.value)];
    const found = blamingSeries(file, () =>
      seriesBreaks(Float64Array.from(years), Float64Array.from(values)),
    );
    const label = (index: number) => clear[index]!.row.label;
    const told = {
      n: dated.rows.length,
      clear: clear.length,
      breaks: found.breaks.map(({ at, step, strength }) => ({
        date: label(at),
        lastBefore: label(at - 1),
        step,
        strength,
      })),
      spikes: found.spikes.map(label),
      sigma: found.sigma,
      correlation: found.correlation,
      harmonics: found.harmonics,
    };
    shell.out(options.json ? JSON.stringify(told) : inWords(told));
    return 0;
  },
});

interface ClearRow {
  readonly row: DatedRow;
  readonly value: number;
}

/** Rows that are not masked and hold a number; an empty cell or NaN is a date without a measurement. */
function clearRows(
  source: CsvColumns,
  rows: readonly DatedRow[],
  value: string,
  mask: string | null,
): ClearRow[] {
  return rows.flatMap((row) => {
    const marked = mask === null ? "" : source.cell(row.row, mask);
    if (marked !== "" && Number(marked) !== 0 && marked.toLowerCase() !== "false") return [];
    const cell = source.cell(row.row, value);
    if (cell === "" || /^(nan|na|null)$/i.test(cell)) return [];
    const number = Number(cell);
    if (!Number.isFinite(number)) return source.refuse(row.row, value, "expected a number");
    return [{ row, value: number }];
  });
}

/** Numbers that run over more than 300 are days, others years. */
function perYearOf(rows: readonly DatedRow[]): number {
  return rows.at(-1)!.time - rows[0]!.time > 300 ? 365.25 : 1;
}

function blamingSeries<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new InputError([{ file, wrong: "no series of clear dates", right: error.message }]);
  }
}

interface Told {
  readonly n: number;
  readonly clear: number;
  readonly sigma: number;
  readonly breaks: readonly {
    readonly date: string;
    readonly lastBefore: string;
    readonly step: number;
    readonly strength: number;
  }[];
}

function inWords({ n, clear, sigma, breaks }: Told): string {
  const heading = `${clear} clear of ${n} dates, spread ${sigma.toPrecision(3)} around level, trend and season`;
  if (breaks.length === 0) return `${heading}: no break.`;
  const rows = breaks.map(({ date, lastBefore, step, strength }) => [
    date,
    lastBefore,
    step.toPrecision(3),
    strength.toFixed(1),
  ]);
  return `${heading}\n\n${table(["first after", "last before", "step", "strength"], rows)}`;
}
