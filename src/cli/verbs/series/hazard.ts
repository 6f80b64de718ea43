import { isDay, monthNumber, monthOf, type Day } from "#model/day.ts";
import { InputError } from "#model/input-error.ts";
import { counted } from "#science/numbers/index.ts";
import {
  accessionHazard,
  fitCloglog,
  rollingOrigin,
  SeriesRefused,
  shrunkHazard,
  tally,
  weightOfConstant,
  type AccessionHazard,
  type AccessionRecord,
  type Candidate,
  type DatedPeriod,
  type OutOfSample,
} from "#science/series/index.ts";
import type { CsvRow } from "#science/text/tables/index.ts";
import { WrongUse } from "../../failure.ts";
import { dayIn, JSON_OUT } from "../../options.ts";
import { table } from "../../table.ts";
import { defineVerb } from "../../verb.ts";
import { readCovariates, refuseUseless } from "./covariates.ts";
import { blamingFile, numberIn, readColumns, refuseRepeated, type CsvColumns } from "./csv-columns.ts";

/** Hazards of joining, from a list of who joined what when, or from rows of periods at risk. */
export const hazard = defineVerb({
  words: ["FILE.csv"],
  options: {
    from: {
      takes: "DAY",
      summary:
        "for id,framework,joined[,group,…]: the day the frameworks opened (their first accession unless given)",
    },
    to: { takes: "DAY", summary: "the last day that was watched (the last accession unless given)" },
    months: { takes: "N", summary: "how far ahead to say who joins (12 unless given)" },
    ...JSON_OUT,
  },
  async run({ options, words: [file = ""] }, shell) {
    const source = readColumns(file, ["id"]);
    const horizon = wholeNumber(options.months ?? "12");
    const isLong = source.names.includes("event") && source.names.includes("period");
    const answer = blamingFile(file, () =>
      isLong ? longAnswer(source) : { frameworks: accessions(source, horizon, options) },
    );
    shell.out(options.json ? JSON.stringify(answer) : inWords(answer, horizon));
    return 0;
  },
});

function fromIn(said: string): Day {
  const day = dayIn("from", said);
  if (day >= FIRST) return day;
  throw new WrongUse(`--from is "${said}"; a day from ${FIRST} on would be right`);
}

function wholeNumber(said: string): number {
  if (/^[1-9]\d{0,3}$/.test(said)) return Number(said);
  throw new WrongUse(`--months is "${said}"; a whole number from 1 would be right`);
}

/** Rows `id,period,event,x…`: one fit, and what it is worth against a constant hazard. */
function longAnswer(source: CsvColumns) {
  const columns = source.names.filter((name) => !["id", "period", "event"].includes(name));
  const read = readCovariates(source, columns);
  refuseUseless(source, read);
  const { names, kept, values } = read;
  refuseRepeated(source, ["id", "period"]);
  const rows = kept.map((row, n): DatedPeriod => {
    const event = source.cell(row, "event");
    if (event !== "0" && event !== "1") source.refuse(row, "event", "expected 1 or 0");
    return { period: numberIn(source, row, "period"), event: event === "1", covariates: values[n]! };
  });
  const tallies = [...tally(rows).values()];
  const { intercept, coefficients, logLik, covariance } = fitCloglog(tallies);
  const outOfSample = rollingOrigin(rows, 6);
  const standardErrors = covariance.map((row, k) => Math.sqrt(row[k]!));
  return {
    periods: rows.length,
    dropped: source.rows.length - kept.length,
    events: rows.filter(({ event }) => event).length,
    logLik,
    intercept,
    coefficients: Object.fromEntries(
      names.map((name, k) => [name, { value: coefficients[k]!, standardError: standardErrors[k + 1]! }]),
    ),
    weightOfConstant: weightOfConstant(shrunkHazard(tallies)),
    outOfSample,
    verdict: verdictOf(outOfSample),
  };
}

type Accessions = Record<string, AccessionHazard & { readonly verdict: string }>;

/** Rows `id,framework,joined[,group,x…]`; `joined` is a day, or empty for one that has not joined. */
function accessions(source: CsvColumns, horizon: number, bounds: { from?: string; to?: string }): Accessions {
  for (const name of ["framework", "joined"]) {
    if (source.names.includes(name)) continue;
    const right = "expected id,framework,joined[,group], or id,period,event[,covariates]";
    throw new InputError([{ file: source.file, line: 1, wrong: `no column "${name}"`, right }]);
  }
  for (const row of source.rows) {
    if (source.cell(row, "framework") === "" && source.cell(row, "joined") !== "")
      source.refuse(row, "framework", "expected the framework that was joined");
  }
  refuseRepeated(source, ["id", "framework"]);
  const record = recordOf(source, bounds);
  const rowOf = new Map(source.rows.toReversed().map((row) => [source.cell(row, "id"), row]));
  refuseUseless(source, {
    names: record.covariateNames,
    kept: record.candidates.map(({ id }) => rowOf.get(id)!),
    values: record.candidates.map(({ covariates }) => covariates),
  });
  const frameworks = frameworksOf(source);
  return Object.fromEntries(frameworks.map((name, k) => [name, hazardIn(record, k, { name, horizon })]));
}

/** What is refused of one framework names it. */
function hazardIn(
  record: AccessionRecord,
  framework: number,
  { name, horizon }: { name: string; horizon: number },
): Accessions[string] {
  try {
    const answer = accessionHazard(record, framework, horizon);
    return { ...answer, verdict: verdictOf(answer.outOfSample) };
  } catch (error) {
    if (!(error instanceof SeriesRefused)) throw error;
    throw new SeriesRefused(error.fault, `${name}: ${error.problem}`, error.remedy);
  }
}

const frameworksOf = ({ rows, cell }: CsvColumns) =>
  [...new Set(rows.map((row) => cell(row, "framework")))].filter((name) => name !== "").sort();

function recordOf(source: CsvColumns, bounds: { from?: string; to?: string }): AccessionRecord {
  const { rows, cell, names } = source;
  const frameworks = frameworksOf(source);
  const covariates = names.filter((name) => !["id", "framework", "joined", "group"].includes(name));
  const months = rows.map((row) => monthIn(source, row));
  const known = months.filter((month) => month !== null);
  if (known.length === 0)
    throw new InputError([
      { file: source.file, wrong: "nobody has joined", right: "expected a day in some row" },
    ]);
  const byId = Map.groupBy(rows.keys(), (n) => cell(rows[n]!, "id"));
  const ofCandidates = ["group", ...covariates].filter((column) => names.includes(column));
  for (const at of byId.values()) {
    const own = at.map((n) => rows[n]!);
    for (const name of ofCandidates) refuseDiffering(source, own, name);
  }
  const candidates = [...byId].map(([id, at]): Candidate => {
    const first = rows[at[0]!]!;
    return {
      id,
      group: names.includes("group") ? cell(first, "group") : "",
      joined: frameworks.map((name) => {
        const own = at.filter((n) => cell(rows[n]!, "framework") === name).map((n) => months[n]!);
        return own.find((month) => month !== null) ?? null;
      }),
      covariates: covariates.map((name) => numberIn(source, first, name)),
    };
  });
  const from = bounds.from === undefined ? null : monthNumber(monthOf(fromIn(bounds.from)));
  const opened = frameworks.map((_, k) => {
    const joined = candidates.map((one) => one.joined[k] ?? Infinity);
    return from ?? Math.min(...joined) + 1;
  });
  const last = bounds.to === undefined ? Math.max(...known) : monthNumber(monthOf(dayIn("to", bounds.to)));
  if (Math.min(...opened) > last) refuseUnwatched(source.file, bounds);
  return { candidates, opened, last, covariateNames: covariates };
}

/** Ends the command where no month is left in which anybody could join: by the options, or by the file alone. */
function refuseUnwatched(file: string, { from, to }: { from?: string; to?: string }): never {
  const given = [from && `--from ${from}`, to && `--to ${to}`].filter(Boolean).join(" and ");
  if (given !== "")
    throw new WrongUse(
      `no month to watch is left by ${given}; an earlier --from or a later --to would be right`,
    );
  const right = "expected accessions in several months, or --from the day the framework opened";
  throw new InputError([{ file, wrong: "all that joined did so within one month", right }]);
}

/** Ends the command where rows of one candidate disagree on what does not depend on the framework. */
function refuseDiffering({ cell, refuse }: CsvColumns, rows: readonly CsvRow[], name: string): void {
  const said = cell(rows[0]!, name);
  const other = rows.find((row) => cell(row, name) !== said);
  if (other) refuse(other, name, `expected "${said}", as in the row above for ${cell(other, "id")}`);
}

/** Frameworks are no older, and a day further on stands for never. */
const [FIRST, END] = ["1800", "2100"];

function monthIn(source: CsvColumns, row: CsvRow): number | null {
  const said = source.cell(row, "joined");
  if (said === "") return null;
  if (!isDay(said.length === 7 ? `${said}-01` : said)) {
    source.refuse(row, "joined", "expected a day such as 2026-11-23, a month such as 2026-11, or nothing");
  }
  if (said < FIRST || said >= END)
    source.refuse(
      row,
      "joined",
      `expected a day from ${FIRST} to 2099, or nothing for one that has not joined`,
    );
  return monthNumber(monthOf(said));
}

/** Whether a constant hazard is as good. */
function verdictOf(check: OutOfSample | null): string {
  if (check === null)
    return "Too few events to check whether covariates forecast better than a constant hazard";
  const { gain, low, high, events, isBetter } = check;
  const together = `what came was ${times(gain * events)} as probable by them`;
  const figures = `${gain.toFixed(2)} nats an event over it out of sample (90 %: ${low.toFixed(2)} to ${high.toFixed(2)}; ${counted(events, "event")}), ${together}`;
  return isBetter
    ? `Covariates forecast better than a constant hazard: ${figures}`
    : `A constant hazard is as good, as far as is shown: ${figures}`;
}

const times = (nats: number) => `${Number(Math.exp(nats).toPrecision(2))} times`;

function inWords(
  answer: { frameworks: Accessions } | ReturnType<typeof longAnswer>,
  horizon: number,
): string {
  if (!("frameworks" in answer)) return JSON.stringify(answer, null, 2);
  return Object.entries(answer.frameworks)
    .map(([name, told]) => {
      const { joined, atRisk, events, coefficients, verdict, constant, next } = told;
      const likely = next
        .slice(0, 10)
        .map(({ id, p, low, high }) => [id, percent(p), `${percent(low)} to ${percent(high)}`]);
      const effects = coefficients.map((one) => [
        one.name,
        one.value.toFixed(2),
        `${one.low.toFixed(2)} to ${one.high.toFixed(2)}`,
      ]);
      return [
        `${name}: ${joined} in, ${atRisk} outside, ${counted(events, "accession")}`,
        table(["covariate", "coefficient", "90 %"], effects),
        `${verdict}. By the record, the probability that nothing here tells states apart is ${percent(told.weightOfConstant)}`,
        `Within ${horizon} months, anyone: ${percent(constant.p)}; likeliest:`,
        table(["id", "p", "90 %"], likely),
      ].join("\n\n");
    })
    .join("\n\n");
}

const percent = (p: number) => `${(100 * p).toPrecision(2)} %`;
