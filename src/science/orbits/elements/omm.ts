import { CATALOGUE_NUMBER_FORM, catalogueNumber } from "./catalogue-number.ts";
import { impossible, type ElementFault, type ElementSet } from "./element-set.ts";
import { epochOfIso } from "./epoch.ts";

/** One message as it was found: where it begins, and its values by keyword. */
export interface OmmRecord {
  readonly line: number;
  /** Where several may stand on one line. */
  readonly column?: number;
  /** A text, a number, or nothing where the keyword is absent or empty. */
  readonly valueOf: (keyword: string) => unknown;
}

/** A keyword that a message must have. */
const NUMBERS = [
  "MEAN_MOTION",
  "ECCENTRICITY",
  "INCLINATION",
  "RA_OF_ASC_NODE",
  "ARG_OF_PERICENTER",
  "MEAN_ANOMALY",
  "BSTAR",
] as const;

/** A keyword that a message may leave out. */
const OPTIONAL_NUMBERS = [
  "MEAN_MOTION_DOT",
  "MEAN_MOTION_DDOT",
  "EPHEMERIS_TYPE",
  "ELEMENT_SET_NO",
  "REV_AT_EPOCH",
] as const;

/** What the elements of a message must refer to for SGP4; where nothing is said, it is this. */
const REQUIRED = [
  { keyword: "CENTER_NAME", form: /^EARTH$/i, right: "EARTH" },
  { keyword: "REF_FRAME", form: /^TEME/i, right: "TEME" },
  { keyword: "TIME_SYSTEM", form: /^UTC$/i, right: "UTC" },
  { keyword: "MEAN_ELEMENT_THEORY", form: /^SGP(\/SGP4|4)?$/i, right: "SGP4" },
] as const;

/** Elements of one Orbit Mean-elements Message (CCSDS 502.0-B-3), or what is wrong with it. */
export function readOmm({ line, valueOf }: OmmRecord): ElementSet | ElementFault {
  for (const { keyword, form, right } of REQUIRED) {
    const said = textOf(valueOf(keyword));
    if (said !== null && !form.test(said))
      return { line, wrong: `${keyword} ${said}`, right: `expected ${right}` };
  }
  const id = catalogueNumber(textOf(valueOf("NORAD_CAT_ID")) ?? "");
  if (Number.isNaN(id)) return faultOf(line, "NORAD_CAT_ID", valueOf, CATALOGUE_NUMBER_FORM);
  const epochMs = epochOfIso(textOf(valueOf("EPOCH")) ?? "");
  if (Number.isNaN(epochMs)) return faultOf(line, "EPOCH", valueOf, "UTC such as 2026-07-11T06:14:03.123456");
  const numbers: number[] = [];
  for (const keyword of NUMBERS) {
    const value = numberOf(valueOf(keyword));
    if (value === null || Number.isNaN(value)) return faultOf(line, keyword, valueOf, "a number");
    numbers.push(value);
  }
  const optional: (number | null)[] = [];
  for (const keyword of OPTIONAL_NUMBERS) {
    const value = numberOf(valueOf(keyword));
    if (Number.isNaN(value)) return faultOf(line, keyword, valueOf, "a number");
    optional.push(value);
  }
  const [
    meanMotionRevPerDay,
    eccentricity,
    inclinationDeg,
    raanDeg,
    argumentOfPerigeeDeg,
    meanAnomalyDeg,
    bstar,
  ] = numbers as [number, number, number, number, number, number, number];
  const [dot = null, ddot = null, type = null, elementSetNo = null, revAtEpoch = null] = optional;
  const elements = {
    id,
    name: textOf(valueOf("OBJECT_NAME")),
    designator: textOf(valueOf("OBJECT_ID")),
    epochMs,
    meanMotionRevPerDay,
    eccentricity,
    inclinationDeg,
    raanDeg,
    argumentOfPerigeeDeg,
    meanAnomalyDeg,
    bstar,
    meanMotionDot: dot ?? 0,
    meanMotionDDot: ddot ?? 0,
    elementSetNo,
    revAtEpoch,
    classification: textOf(valueOf("CLASSIFICATION_TYPE")),
    ephemerisType: type ?? 0,
    ...created(textOf(valueOf("CREATION_DATE"))),
  };
  const reason = impossible(elements);
  return reason ? { line, ...reason } : elements;
}

/** A message that says in its own way when it was written is none the worse for it. */
function created(said: string | null): Pick<ElementSet, "createdMs"> {
  const createdMs = epochOfIso(said ?? "");
  return Number.isNaN(createdMs) ? {} : { createdMs };
}

function faultOf(line: number, keyword: string, valueOf: OmmRecord["valueOf"], right: string): ElementFault {
  const said = textOf(valueOf(keyword));
  const wrong = said === null ? `no ${keyword}` : `${keyword} "${said}"`;
  return { line, wrong, right: `expected ${right}` };
}

function textOf(value: unknown): string | null {
  if (typeof value === "number") return String(value);
  return typeof value === "string" ? value.trim() || null : null;
}

/** Null where nothing is said, NaN where it is no number. A unit may follow in brackets. */
function numberOf(value: unknown): number | null {
  if (typeof value === "number") return value;
  const text = textOf(value);
  if (text === null) return value === null || value === undefined || value === "" ? null : NaN;
  return NUMBER.test(text) ? Number.parseFloat(text) : NaN;
}

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?( *\[[^\]]*\])?$/i;
