/** Mean elements of one object at one epoch, as SGP4 reads them, whatever format they came in. */
export interface ElementSet {
  /** Catalogue number, up to nine digits. */
  readonly id: number;
  readonly name: string | null;
  /** International designator, "1998-067A". */
  readonly designator: string | null;
  /** UTC, milliseconds since 1970, kept to a microsecond. */
  readonly epochMs: number;
  readonly meanMotionRevPerDay: number;
  readonly eccentricity: number;
  readonly inclinationDeg: number;
  readonly raanDeg: number;
  readonly argumentOfPerigeeDeg: number;
  readonly meanAnomalyDeg: number;
  /** Drag term, per Earth radius. */
  readonly bstar: number;
  /** Half the first derivative, rev/day², as printed; 0 where an OMM leaves it out, for SGP4 does not read it. */
  readonly meanMotionDot: number;
  /** A sixth of the second derivative, rev/day³, likewise. */
  readonly meanMotionDDot: number;
  readonly elementSetNo: number | null;
  readonly revAtEpoch: number | null;
  readonly classification: string | null;
  readonly ephemerisType: number;
  /** UTC, milliseconds since 1970: when the message was written, where it says so. */
  readonly createdMs?: number;
}

/** One record, or part of one, that could not be read: what is wrong at that place, and what would be right. */
export interface ElementFault {
  /** From 1. */
  readonly line: number;
  /** From 1, where several records may stand on one line. */
  readonly column?: number;
  readonly wrong: string;
  readonly right: string;
}

/** What no orbit can have, though each field by itself is a number; null for sound elements. */
export function impossible(elements: ElementSet): { readonly wrong: string; readonly right: string } | null {
  for (const { name, key, min, max, right } of LIMITS) {
    const value = elements[key];
    if (!(value >= min && value <= max)) return { wrong: `${name} ${value}`, right: `expected ${right}` };
  }
  if (elements.ephemerisType === 4) {
    return { wrong: "ephemeris type 4 (SGP4-XP)", right: "expected elements for SGP4, type 0" };
  }
  return null;
}

const ANGLE = { min: -360, max: 360, right: "degrees from 0 to 360" } as const;

const LIMITS = [
  { name: "catalogue number", key: "id", min: 1, max: 999_999_999, right: "1 to 999999999" },
  {
    name: "mean motion",
    key: "meanMotionRevPerDay",
    min: Number.MIN_VALUE,
    max: 100,
    right: "revolutions per day above 0, up to 100",
  },
  { name: "eccentricity", key: "eccentricity", min: 0, max: 1 - Number.EPSILON, right: "0 to below 1" },
  { name: "inclination", key: "inclinationDeg", min: 0, max: 180, right: "degrees from 0 to 180" },
  { name: "right ascension of the node", key: "raanDeg", ...ANGLE },
  { name: "argument of perigee", key: "argumentOfPerigeeDeg", ...ANGLE },
  { name: "mean anomaly", key: "meanAnomalyDeg", ...ANGLE },
] as const;
