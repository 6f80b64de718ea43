import { randomStream } from "#science/numbers/index.ts";
import {
  datingOf,
  eventPeriod,
  lombScarglePowers,
  periodicBasis,
  seriesPeriod,
  type PeriodAnswer,
} from "#science/series/index.ts";
import { WrongUse } from "../../failure.ts";
import { JSON_OUT } from "../../options.ts";
import { table } from "../../table.ts";
import { defineVerb } from "../../verb.ts";
import { blamingFile, numberIn, readColumns } from "./csv-columns.ts";
import { datedRows, refuseRepeatedTimes, valueColumnOf } from "./dated-rows.ts";
import { countIn, positiveIn } from "./number-option.ts";

/** Whether events, or a series, come in a cycle somewhere in a band that is stated before looking. */
export const period = defineVerb({
  words: ["FILE.csv"],
  options: {
    min: {
      takes: "PERIOD",
      summary: "the shortest period asked about, in years (or the unit of the time column)",
    },
    max: { takes: "PERIOD", summary: "the longest period asked about" },
    value: { takes: "COLUMN", summary: "the values of a series; without any the rows are events" },
    from: {
      takes: "TIME",
      summary: "when the events began to be watched (at the first of them unless given)",
    },
    to: { takes: "TIME", summary: "when they ceased to be watched (at the last of them unless given)" },
    at: { takes: "A,B", summary: "periods of a series to tell the Lomb–Scargle power of, besides" },
    simulations: { takes: "N", summary: "draws from each null (up to 999 in a few seconds unless given)" },
    seed: { takes: "TEXT", summary: "another seed draws other worlds; the same one, the same" },
    ...JSON_OUT,
  },
  async run({ options, words: [file = ""] }, shell) {
    const [min, max] = [positiveIn("min", options.min, null), positiveIn("max", options.max, null)];
    if (min === null || max === null) {
      throw new WrongUse(
        '"series period" needs --min and --max: a band looked for afterwards proves nothing',
      );
    }
    const source = readColumns(file, options.value === undefined ? [] : [options.value]);
    const dated = datedRows(source);
    const { column, unit, rows } = dated;
    const question = {
      band: { min, max },
      random: randomStream(options.seed ?? "series period"),
      simulations: countIn("simulations", options.simulations, undefined, FEWEST_SIMULATIONS),
      unit,
    };
    const value = valueColumnOf(source, column, options.value);
    refuseMisplaced(
      options,
      value === null ? ["at"] : ["from", "to"],
      value === null ? "a series" : "events",
    );
    if (value !== null) refuseRepeatedTimes(source, dated);
    const answer = blamingFile(file, () => {
      if (value === null) return eventPeriod(rows, { ...question, span: spanIn(options, rows) });
      const times = Float64Array.from(rows, ({ time }) => time);
      const values = Float64Array.from(rows, ({ row }) => numberIn(source, row, value));
      const powerAt = options.at === undefined ? {} : { powerAt: powersAt(options.at, times, values) };
      return { ...seriesPeriod(times, values, question), ...powerAt };
    });
    shell.out(options.json ? JSON.stringify(answer) : inWords(answer));
    return 0;
  },
});

/** Of fewer, no peak is among the highest twentieth. */
const FEWEST_SIMULATIONS = 19;

/** WrongUse where an option was given that is about rows of the other kind. */
function refuseMisplaced(
  options: Readonly<Record<string, unknown>>,
  names: readonly string[],
  kind: string,
): void {
  const idle = names.find((name) => options[name] !== undefined);
  if (idle !== undefined)
    throw new WrongUse(
      `--${idle} is for ${kind}; ${kind === "events" ? "these rows are values" : "these rows are events: --value COLUMN would make them one"}`,
    );
}

function spanIn(
  options: { readonly from?: string; readonly to?: string },
  rows: readonly { readonly time: number; readonly cell: number }[],
): { from: number; to: number } | undefined {
  if (options.from === undefined && options.to === undefined) return undefined;
  const [first, last] = [rows[0]!, rows.at(-1)!];
  const from = timeIn("from", options.from, first.time);
  const to = timeIn("to", options.to, last.time + last.cell);
  if (from <= first.time && to >= last.time) return { from, to };
  throw new WrongUse(
    `--from and --to leave events out; from ${first.time} or earlier to ${last.time} or later would be right`,
  );
}

function timeIn(name: string, text: string | undefined, otherwise: number): number {
  if (text === undefined) return otherwise;
  const time = /^\d{4}-/.test(text) ? datingOf(text)?.time : Number(text);
  if (time !== undefined && Number.isFinite(time)) return time;
  throw new WrongUse(`--${name} is "${text}"; a date or a number would be right`);
}

function powersAt(text: string, times: Float64Array, values: Float64Array): Record<string, number> {
  const periods = text.split(",").map((one) => positiveIn("at", one, 1));
  const powers = lombScarglePowers(
    periodicBasis(
      times,
      Float64Array.from(periods, (one) => 1 / one),
    ),
    values,
  );
  return Object.fromEntries(periods.map((one, i) => [one, powers[i]!]));
}

function inWords({ n, kind, simulations, frequencies, p, power, unit, verdict }: PeriodAnswer): string {
  const nulls = Object.entries(p).map(([name, value]) => [name, value.toFixed(3)]);
  const found = power.map(({ strength, found: share }) => [
    `${Math.round(100 * strength)} %`,
    share.toFixed(2),
  ]);
  return [
    verdict,
    table(["world without a cycle", "p"], nulls),
    table(["a cycle of", "would have been found"], found),
    `${n} ${kind === "events" ? "events" : "values"}, ${frequencies} frequencies, ${simulations} draws from each world; times in ${unit}.`,
  ].join("\n\n");
}
