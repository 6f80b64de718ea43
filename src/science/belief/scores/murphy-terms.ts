import { meanOf, type Forecast } from "./forecast.ts";

/**
 * brier = reliability − resolution + uncertainty + withinBinVariance − 2 · withinBinCovariance, exactly.
 * Murphy 1973; the last two terms by Stephenson, Coelho & Jolliffe 2008, Weather and Forecasting 23:752 (their WBC
 * is twice the covariance here). Without them the sum is off by what a bin hides.
 */
export interface MurphyTerms {
  /** How far the frequencies in the bins lie from what was said in them; 0 is best. */
  readonly reliability: number;
  /** How far they lie from the base rate; more is better. */
  readonly resolution: number;
  /** Variance of the outcomes, ō(1 − ō) where they are 0 or 1: how hard the questions were. */
  readonly uncertainty: number;
  readonly withinBinVariance: number;
  readonly withinBinCovariance: number;
}

/** Forecasts of one bin: `from` is in it, `to` is not, except in the last. */
export interface Bin {
  readonly from: number;
  readonly to: number;
  readonly forecasts: readonly Forecast[];
  readonly meanP: number;
  readonly frequency: number;
}

/** Equal bins, floor(p · bins), the last one closed; the empty ones are left out. */
export function binned(forecasts: readonly Forecast[], bins: number): Bin[] {
  const members = Array.from({ length: bins }, (): Forecast[] => []);
  for (const forecast of forecasts)
    members[Math.min(bins - 1, Math.floor(forecast.p * bins))]!.push(forecast);
  return members.flatMap((inBin, k) =>
    inBin.length === 0
      ? []
      : [
          {
            from: k / bins,
            to: (k + 1) / bins,
            forecasts: inBin,
            meanP: meanOf(inBin, ({ p }) => p),
            frequency: meanOf(inBin, ({ outcome }) => outcome),
          },
        ],
  );
}

export function murphyTerms(bins: readonly Bin[]): MurphyTerms {
  const n = bins.reduce((sum, { forecasts }) => sum + forecasts.length, 0);
  const weighted = (term: (bin: Bin) => number) =>
    bins.reduce((sum, bin) => sum + bin.forecasts.length * term(bin), 0) / n;
  const baseRate = weighted(({ frequency }) => frequency);
  return {
    reliability: weighted(({ meanP, frequency }) => (meanP - frequency) ** 2),
    resolution: weighted(({ frequency }) => (frequency - baseRate) ** 2),
    uncertainty: weighted(({ forecasts }) => meanOf(forecasts, ({ outcome }) => (outcome - baseRate) ** 2)),
    withinBinVariance: weighted(({ forecasts, meanP }) => meanOf(forecasts, ({ p }) => (p - meanP) ** 2)),
    withinBinCovariance: weighted(({ forecasts, meanP, frequency }) =>
      meanOf(forecasts, ({ p, outcome }) => (p - meanP) * (outcome - frequency)),
    ),
  };
}
