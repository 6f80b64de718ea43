/** A coefficient of one type, by its column of the design, that a fit holds at a value. */
export interface HeldCoefficient {
  readonly type: number;
  readonly column: number;
  readonly value: number;
}

/** What a fit holds at given values. */
export interface Held {
  readonly coefficients?: readonly HeldCoefficient[];
  /** The decay. */
  readonly theta?: number;
  /** Bounds of the logarithm of the decay, instead of one. */
  readonly logThetaWithin?: readonly [low: number, high: number];
}
