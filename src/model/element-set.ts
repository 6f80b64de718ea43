/**
 * One set of mean orbital elements as published: what `science/orbits` reads and SGP4 propagates, in the frame
 * TEME. Angles in degrees, rates in revolutions per day.
 */
export interface ElementSet {
  /** Catalogue number in decimal digits. */
  readonly id: string;
  readonly name: string;
  /** International designator, `1998-067A`. */
  readonly designator: string;
  /** Milliseconds since 1970-01-01 UTC, with fractions. */
  readonly epochMs: number;
  readonly meanMotionRevPerDay: number;
  readonly eccentricity: number;
  readonly inclinationDeg: number;
  readonly raanDeg: number;
  readonly argumentOfPerigeeDeg: number;
  readonly meanAnomalyDeg: number;
  /** Drag term, per Earth radius. */
  readonly bstar: number;
  readonly meanMotionDot: number;
  readonly meanMotionDDot: number;
}

/** An element set as the store keeps it. */
export interface RecordedElementSet {
  readonly elements: ElementSet;
  /** When it became public; ISO 8601 UTC with milliseconds. */
  readonly knownAt: string;
  readonly recordedAt: string;
  /** SHA-256 of the capture it was read from. */
  readonly capture: string;
}
