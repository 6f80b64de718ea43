import { counted } from "#science/numbers/index.ts";
import {
  cox,
  kaplanMeier,
  logRank,
  type CoxFit,
  type LogRank,
  type Spell,
  type SurvivalCurve,
  type Ties,
} from "#science/series/index.ts";
import type { CsvRow } from "#science/text/tables/index.ts";
import { WrongUse } from "../../failure.ts";
import { JSON_OUT, oneOf } from "../../options.ts";
import { table } from "../../table.ts";
import { defineVerb } from "../../verb.ts";
import { readCovariates, refuseUseless } from "./covariates.ts";
import { blamingFile, numberIn, readColumns, type CsvColumns } from "./csv-columns.ts";

/** Kaplan–Meier, log-rank and Cox on one file of spells. */
export const survival = defineVerb({
  words: ["FILE.csv"],
  options: {
    time: { takes: "COLUMN", summary: "the end of each spell (time unless given)" },
    event: {
      takes: "COLUMN",
      summary: "1 where it ended in the event, 0 where it was cut off (event unless given)",
    },
    "event-value": {
      takes: "VALUE",
      summary: "what the event column says for the event, anything else being none",
    },
    start: {
      takes: "COLUMN",
      summary: "the begin of each spell: late entry, or rows that vary covariates in time",
    },
    covariates: { takes: "A,B", summary: "columns for a Cox regression; words become indicators" },
    ties: { takes: "RULE", summary: "efron (unless given) or breslow" },
    strata: {
      takes: "COLUMN",
      summary: "a baseline hazard of its own for each stratum of the Cox regression",
    },
    group: { takes: "COLUMN", summary: "a curve for each group, and the log-rank test between them" },
    ...JSON_OUT,
  },
  async run({ options, words: [file = ""] }, shell) {
    const ties = oneOf("ties", options.ties ?? "efron", ["efron", "breslow"]);
    const covariates = listed(options.covariates);
    if (options.strata !== undefined && covariates.length === 0)
      throw new WrongUse("--strata is for a regression; give --covariates as well");
    const columns = { time: options.time ?? "time", event: options.event ?? "event", ...options };
    const wanted = [
      columns.time,
      columns.event,
      ...[options.start, options.group, options.strata].filter(isGiven),
      ...covariates,
    ];
    const source = readColumns(file, wanted);
    const spellOf = (row: CsvRow) => spellIn(source, row, columns);
    const regressed = { covariates, strata: options.strata, ties };
    const answer = blamingFile(file, () => {
      const spells = source.rows.map(spellOf);
      const groups =
        options.group === undefined ? null : source.rows.map((row) => named(source, row, options.group!));
      return {
        ...curves(spells, groups),
        ...(covariates.length > 0 && { cox: regression(source, spellOf, regressed) }),
      };
    });
    shell.out(options.json ? JSON.stringify(answer) : inWords(answer));
    return 0;
  },
});

const named = (source: CsvColumns, row: CsvRow, column: string) =>
  source.cell(row, column) || source.refuse(row, column, "expected a name");

const isGiven = (column: string | undefined) => column !== undefined;

function listed(columns: string | undefined): string[] {
  if (columns === undefined) return [];
  const names = columns.split(",").map((name) => name.trim());
  if (names.includes(""))
    throw new WrongUse(`--covariates is "${columns}"; names with commas between would be right`);
  const again = names.find((name, k) => names.indexOf(name) < k);
  if (again !== undefined) throw new WrongUse(`--covariates names ${again} twice; once would be right`);
  return names;
}

interface SpellColumns {
  readonly time: string;
  readonly event: string;
  readonly "event-value"?: string;
  readonly start?: string;
}

function spellIn(source: CsvColumns, row: CsvRow, columns: SpellColumns): Spell {
  const stop = numberIn(source, row, columns.time);
  const start = columns.start === undefined ? -Infinity : numberIn(source, row, columns.start);
  if (columns.start === undefined && stop < 0) {
    source.refuse(row, columns.time, "expected how long the spell lasted, or --start for where each begins");
  }
  if (!(stop > start)) source.refuse(row, columns.time, `expected more than the ${start} it starts at`);
  const said = source.cell(row, columns.event);
  if (columns["event-value"] !== undefined) return { start, stop, event: said === columns["event-value"] };
  if (!/^([01](\.0+)?|true|false)$/i.test(said)) {
    source.refuse(
      row,
      columns.event,
      "expected 1 or 0, or name the value that means an event: --event-value",
    );
  }
  return { start, stop, event: /^(1|true)/i.test(said) };
}

interface Answer {
  readonly spells: number;
  readonly events: number;
  readonly curves: readonly ({ readonly group: string | null } & SurvivalCurve)[];
  readonly logRank?: LogRank;
  readonly cox?: Regression;
}

function curves(spells: readonly Spell[], groups: readonly string[] | null): Answer {
  const events = spells.filter(({ event }) => event).length;
  const size = { spells: spells.length, events };
  if (groups === null) return { ...size, curves: [{ group: null, ...kaplanMeier(spells) }] };
  const grouped = spells.map((spell, n) => ({ ...spell, group: groups[n]! }));
  const tested = logRank(grouped);
  const curveOf = (name: string): SurvivalCurve => {
    const own = grouped.filter(({ group }) => group === name);
    return own.some(({ event }) => event) ? kaplanMeier(own) : { steps: [], median: null };
  };
  return {
    ...size,
    curves: tested.groups.map(({ name }) => ({ group: name, ...curveOf(name) })),
    logRank: tested,
  };
}

interface Regression extends Omit<CoxFit, "coefficients"> {
  readonly ties: Ties;
  /** How many baselines there are. */
  readonly strata: number;
  /** Rows left out because a covariate is unknown. */
  readonly dropped: number;
  readonly coefficients: Readonly<Record<string, CoxFit["coefficients"][number]>>;
}

interface Regressed {
  readonly covariates: readonly string[];
  readonly strata: string | undefined;
  readonly ties: Ties;
}

function regression(
  source: CsvColumns,
  spellOf: (row: CsvRow) => Spell,
  { covariates, strata, ties }: Regressed,
): Regression {
  const read = readCovariates(source, covariates);
  refuseUseless(source, read);
  const { names, kept, values } = read;
  const spells = kept.map((row, n) => ({
    ...spellOf(row),
    covariates: values[n]!,
    ...(strata !== undefined && { stratum: named(source, row, strata) }),
  }));
  const fit = cox(spells, ties, names);
  const coefficients = Object.fromEntries(names.map((name, k) => [name, fit.coefficients[k]!]));
  return {
    ...fit,
    ties,
    strata: new Set(spells.map(({ stratum }) => stratum)).size,
    dropped: source.rows.length - kept.length,
    coefficients,
  };
}

function inWords({ spells, events, curves: drawn, logRank: tested, cox: fit }: Answer): string {
  const medians = drawn.map(({ group, steps, median }) => [
    group ?? "all",
    String(steps.length),
    median === null ? "not reached" : String(median),
  ]);
  const parts = [
    `${counted(spells, "spell")}, ${counted(events, "event")}`,
    table(["group", "steps", "median"], medians),
  ];
  if (tested)
    parts.push(
      `Log-rank ${tested.chiSquare.toFixed(3)} on ${tested.degrees} df, p ${tested.p.toPrecision(3)}`,
    );
  if (fit) {
    const rows = Object.entries(fit.coefficients).map(([name, { value, standardError, low, high, p }]) => [
      name,
      value.toFixed(4),
      standardError.toFixed(4),
      `${Math.exp(value).toFixed(3)} (${Math.exp(low).toFixed(3)} to ${Math.exp(high).toFixed(3)})`,
      p.toPrecision(3),
    ]);
    parts.push(table(["covariate", "coefficient", "se", "hazard ratio (95 %)", "p"], rows));
    if (fit.dropped > 0) parts.push(`${counted(fit.dropped, "row")} left out: a covariate is unknown there`);
  }
  return parts.join("\n\n");
}
