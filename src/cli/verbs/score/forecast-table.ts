import { InputError, type Place } from "#model/input-error.ts";
import type { Forecast } from "#science/belief/scores/index.ts";
import { decodeText, fieldPlace, missingColumns, readCsv, type CsvRow } from "#science/text/tables/index.ts";
import { readBytes } from "../../read-file.ts";

/** A CSV of resolved forecasts, as it was read. */
export interface ForecastTable {
  readonly forecasts: readonly Forecast[];
  readonly hasReference: boolean;
  /** Line of each forecast. */
  readonly lines: readonly number[];
}

/**
 * Reads `p,outcome` and, where they are there, `question` and `reference`; columns in any order, others ignored. Without
 * a question every row is one of its own. InputError at the first fault, with the number of further ones.
 */
export function readForecastTable(file: string): ForecastTable {
  const text = decodeText(readBytes(file));
  if (typeof text !== "string") throw new InputError([{ file, ...text }]);
  const { header: written, faults, rows } = readCsv(text);
  const header = { ...written, fields: written.fields.map((name) => name.trim()) };
  const [fault] = [...faults, ...(faults.length > 0 ? [] : missingColumns(header, ["p", "outcome"]))];
  if (fault) throw new InputError([{ file, ...issueOf(fault) }]);
  const place = columnsOf(header);
  const read = [...rows].map((row) => ("wrong" in row ? issueOf(row) : forecastIn(row, place)));
  const [first, ...further] = read.filter((one) => "wrong" in one);
  if (first) {
    const wrong = further.length > 0 ? `${first.wrong} (and ${further.length} more faults)` : first.wrong;
    throw new InputError([{ file, ...first, wrong }]);
  }
  const forecasts = read.filter((one) => "forecast" in one);
  if (forecasts.length === 0) {
    const right = "expected a row for each resolved forecast";
    throw new InputError([{ file, line: header.line, wrong: "no row below the header", right }]);
  }
  return {
    forecasts: forecasts.map(({ forecast }) => forecast),
    hasReference: place.reference >= 0,
    lines: forecasts.map(({ line }) => line),
  };
}

type Columns = Readonly<Record<"p" | "outcome" | "question" | "reference", number>>;

function columnsOf({ fields }: CsvRow): Columns {
  const at = (name: string) => fields.indexOf(name);
  return { p: at("p"), outcome: at("outcome"), question: at("question"), reference: at("reference") };
}

interface RowIssue extends Omit<Place, "file"> {
  readonly wrong: string;
  readonly right: string;
}

function issueOf({ line, column, wrong, right }: RowIssue): RowIssue {
  return { ...(line !== undefined && { line }), ...(column !== undefined && { column }), wrong, right };
}

function forecastIn(row: CsvRow, place: Columns): RowIssue | { line: number; forecast: Forecast } {
  const cell = (name: keyof Columns) => row.fields[place[name]]?.trim() ?? "";
  const issue = (name: keyof Columns, right: string): RowIssue => {
    const said = cell(name);
    return {
      ...fieldPlace(row, place[name]),
      wrong: `${name} is ${said === "" ? "empty" : `"${said}"`}`,
      right,
    };
  };
  const [p, outcome] = [probabilityIn(cell("p")), probabilityIn(cell("outcome"))];
  if (p === null) return issue("p", "expected a probability from 0 to 1");
  if (outcome !== 0 && outcome !== 1) {
    return issue("outcome", "expected 0 or 1: leave out what is open or void");
  }
  const question = place.question < 0 ? String(row.line) : cell("question");
  if (question === "") return issue("question", "expected the name of the question");
  if (place.reference < 0) return { line: row.line, forecast: { p, outcome, question } };
  const reference = probabilityIn(cell("reference"));
  if (reference === null) return issue("reference", "expected a probability from 0 to 1");
  return { line: row.line, forecast: { p, outcome, question, reference } };
}

const DECIMAL = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

function probabilityIn(text: string): number | null {
  const value = DECIMAL.test(text) ? Number(text) : NaN;
  return value >= 0 && value <= 1 ? value : null;
}
