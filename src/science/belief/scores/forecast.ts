import { BeliefError } from "../networks/belief-error.ts";

/** A probability stated for something that was decided afterwards. */
export interface Forecast {
  /** Stated probability in [0, 1]. */
  readonly p: number;
  /** 1 it came about, 0 it did not; a share between them where it did in part. */
  readonly outcome: number;
  /** Forecasts of one question rise and fall together: they are resampled together. */
  readonly question: string;
  /** What the rival of a skill score said of the same thing, in [0, 1]. */
  readonly reference?: number;
}

/** Forecasts that no score can be had from. */
export class ScoreRefused extends BeliefError {
  override name = "ScoreRefused";
}

/** Throws ScoreRefused where there is nothing to score, or a number is outside [0, 1]. */
export function checkForecasts(forecasts: readonly Forecast[]): void {
  if (forecasts.length === 0) throw new ScoreRefused("no forecast", "at least one is wanted");
  for (const [i, { p, outcome, reference = 0 }] of forecasts.entries()) {
    for (const [name, value] of Object.entries({ p, outcome, reference })) {
      if (!(value >= 0 && value <= 1))
        throw new ScoreRefused(`forecast ${i}: ${name} is ${value}`, "a number from 0 to 1 is right");
    }
  }
}

export function meanOf<T>(items: readonly T[], value: (item: T) => number): number {
  let sum = 0;
  for (const item of items) sum += value(item);
  return sum / items.length;
}
