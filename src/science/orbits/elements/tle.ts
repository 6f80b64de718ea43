import { CATALOGUE_NUMBER_FORM, catalogueNumber } from "./catalogue-number.ts";
import { impossible, type ElementFault, type ElementSet } from "./element-set.ts";
import { epochOfYearDay } from "./epoch.ts";
import { countIn, decimalIn, fractionIn, isBlank, powerOfTenIn, type ReadColumns } from "./fixed-columns.ts";

/** The fields of a two-line set by their columns, counted from 1 as the format is always described. */
interface Column {
  readonly what: string;
  readonly row: 1 | 2;
  readonly from: number;
  readonly to: number;
  readonly read: ReadColumns;
  readonly right: string;
}

const DECIMAL = { read: decimalIn, right: "a decimal number" };
const POWER = { read: powerOfTenIn, right: 'a fraction and a power of ten such as " 28098-4"' };
const COUNT = { read: countIn, right: "digits or blanks" };

const COLUMNS: readonly Column[] = [
  { what: "epoch year", row: 1, from: 19, to: 20, read: yearIn, right: "two digits" },
  { what: "epoch day", row: 1, from: 21, to: 32, read: dayOfYearIn, right: "a day of the year, 1 to 366" },
  { what: "first derivative of mean motion", row: 1, from: 34, to: 43, ...DECIMAL },
  { what: "second derivative of mean motion", row: 1, from: 45, to: 52, ...POWER },
  { what: "drag term", row: 1, from: 54, to: 61, ...POWER },
  { what: "ephemeris type", row: 1, from: 63, to: 63, ...COUNT },
  { what: "element set number", row: 1, from: 65, to: 68, ...COUNT },
  { what: "inclination", row: 2, from: 9, to: 16, ...DECIMAL },
  { what: "right ascension of the node", row: 2, from: 18, to: 25, ...DECIMAL },
  { what: "eccentricity", row: 2, from: 27, to: 33, read: fractionIn, right: "seven digits after the point" },
  { what: "argument of perigee", row: 2, from: 35, to: 42, ...DECIMAL },
  { what: "mean anomaly", row: 2, from: 44, to: 51, ...DECIMAL },
  { what: "mean motion", row: 2, from: 53, to: 63, ...DECIMAL },
  { what: "revolution number", row: 2, from: 64, to: 68, ...COUNT },
];

/**
 * Reads two-line and three-line sets (Space-Track's format, Alpha-5 numbers, years from 57 on in the 1900s). A line
 * without a checksum is taken as it is; a wrong one refuses the set, except in verification sets (Vallado et al.
 * 2006), whose second line goes on with start, stop and step: some of those are impossible on purpose.
 */
export function* readTle(text: string): Generator<ElementSet | ElementFault> {
  const lines = text.split(/\r\n|\n|\r/);
  let name: { text: string; line: number } | null = null;
  for (let at = 0; at < lines.length; at++) {
    const text = lines[at]!.trim();
    if (text === "" || text.startsWith("#")) continue;
    const row = rowOf(text);
    const second = lines[at + 1]?.trim() ?? "";
    if (row === 1 && rowOf(second) === 2) yield readPair(name?.text ?? null, text, second, ++at);
    else if (row === 1) yield { line: at + 1, wrong: "a line 1 without its line 2", right: LINE_2_FOLLOWS };
    else if (row === 2) yield { line: at + 1, wrong: "a line 2 without its line 1", right: LINE_2_FOLLOWS };
    else if (name) yield notElements(name);
    name = row === null ? { text, line: at + 1 } : null;
  }
  if (name) yield notElements(name);
}

const LINE_2_FOLLOWS = "expected line 1 and, right below, line 2";

/** The lines of a set begin with their number and the catalogue number; any other line is a name. */
function rowOf(line: string): 1 | 2 | null {
  const isFirst = line.startsWith("1 ");
  if (!isFirst && !line.startsWith("2 ")) return null;
  if (!/^[12] [\dA-Z ][\d ]{3}\d/.test(line)) return null;
  return isFirst ? 1 : 2;
}

function notElements({ text, line }: { text: string; line: number }): ElementFault {
  const shown = text.length > 40 ? `${text.slice(0, 40)}…` : text;
  return {
    line,
    wrong: `"${shown}" with no element lines below`,
    right: "expected lines 1 and 2 after a name",
  };
}

/** `line` is the place of line 1, from 1. */
function readPair(
  name: string | null,
  line1: string,
  line2: string,
  line: number,
): ElementSet | ElementFault {
  const id = catalogueNumber(line1.slice(2, 7));
  if (Number.isNaN(id)) {
    const wrong = `catalogue number "${line1.slice(2, 7)}"`;
    return { line, wrong, right: `expected ${CATALOGUE_NUMBER_FORM}` };
  }
  if (line1.slice(2, 7) !== line2.slice(2, 7)) {
    const wrong = `line 2 of ${line2.slice(2, 7)} below line 1 of ${line1.slice(2, 7)}`;
    return { line: line + 1, wrong, right: LINE_2_FOLLOWS };
  }
  const isVerification = line2.length > 69;
  const fault = isVerification ? null : (checksumFault(line1, line) ?? checksumFault(line2, line + 1));
  if (fault) return fault;
  const values: number[] = [];
  for (const { what, row, from, to, read, right } of COLUMNS) {
    const text = row === 1 ? line1 : line2;
    const value = read(text, from, to);
    if (Number.isNaN(value)) {
      const wrong = `${what} "${text.slice(from - 1, to)}" in columns ${from}–${to}`;
      return { line: line + row - 1, wrong, right: `expected ${right}` };
    }
    values.push(value);
  }
  const elements = elementSet(id, name, line1, line2, values);
  const reason = impossible(elements);
  return reason ? { line: line + 1, ...reason } : elements;
}

function elementSet(
  id: number,
  name: string | null,
  line1: string,
  line2: string,
  values: readonly number[],
): ElementSet {
  const [year, day, meanMotionDot, meanMotionDDot, bstar, type, setNo] = values as FirstRow;
  const [inclinationDeg, raanDeg, eccentricity, argumentOfPerigeeDeg, meanAnomalyDeg, meanMotion, rev] =
    values.slice(7) as FirstRow;
  return {
    id,
    name: name?.replace(/^0 +/, "").trim() || null,
    designator: designatorOf(line1.slice(9, 17).trim()),
    epochMs: epochOfYearDay(year, day),
    meanMotionRevPerDay: meanMotion,
    eccentricity,
    inclinationDeg,
    raanDeg,
    argumentOfPerigeeDeg,
    meanAnomalyDeg,
    bstar,
    meanMotionDot,
    meanMotionDDot,
    elementSetNo: isBlank(line1, 65, 68) ? null : setNo,
    revAtEpoch: isBlank(line2, 64, 68) ? null : rev,
    classification: line1[7]?.trim() || null,
    ephemerisType: type,
  };
}

type FirstRow = [number, number, number, number, number, number, number];

/** Digits add themselves and minus signs 1; the last digit of the sum stands in column 69. */
function checksumFault(text: string, line: number): ElementFault | null {
  if (text.length < 63) return { line, wrong: `a line of ${text.length} characters`, right: "expected 69" };
  if (text.length < 69) return null;
  let sum = 0;
  for (let i = 0; i < 68; i++) {
    const code = text.charCodeAt(i);
    if (code >= 48 && code <= 57) sum += code - 48;
    else if (code === 45) sum++;
  }
  const right = String(sum % 10);
  if (text[68] === right) return null;
  return { line, wrong: `checksum ${text[68]} in column 69`, right: `expected ${right} for this line` };
}

function designatorOf(text: string): string | null {
  const [, year, piece] = /^(\d\d)(\d{3} *[A-Z]{1,3})$/.exec(text) ?? [];
  if (!year || !piece) return text || null;
  return `${fullYear(Number(year))}-${piece.replaceAll(" ", "")}`;
}

/** Space-Track's pivot: no object is older than 1957. */
function fullYear(year: number): number {
  return year < 57 ? 2000 + year : 1900 + year;
}

function yearIn(line: string, from: number, to: number): number {
  return isBlank(line, from, from) ? NaN : fullYear(countIn(line, from, to));
}

function dayOfYearIn(line: string, from: number, to: number): number {
  const day = decimalIn(line, from, to);
  return day >= 1 && day < 367 ? day : NaN;
}
