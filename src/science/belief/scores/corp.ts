import { meanOf, type Forecast } from "./forecast.ts";
import { brierScore } from "./scoring-rules.ts";

/** A stretch of forecasts that the best monotone recalibration gives one value. */
export interface Step {
  readonly from: number;
  readonly to: number;
  readonly n: number;
  readonly frequency: number;
}

/** brier = miscalibration − discrimination + uncertainty, without bins. */
export interface CorpTerms {
  readonly miscalibration: number;
  readonly discrimination: number;
  readonly curve: readonly Step[];
}

/**
 * The reliability curve by isotonic regression, which needs no choice of bins, and the Brier score taken apart by
 * it. Dimitriadis, Gneiting & Jordan 2021, PNAS 118:e2016191118; pooling of adjacent violators, Ayer et al. 1955.
 */
export function corpTerms(forecasts: readonly Forecast[]): CorpTerms {
  const curve = isotonic(forecasts);
  const n = forecasts.length;
  const baseRate = meanOf(forecasts, ({ outcome }) => outcome);
  const brier = meanOf(forecasts, ({ p, outcome }) => brierScore(p, outcome));
  const uncertainty = meanOf(forecasts, ({ outcome }) => (outcome - baseRate) ** 2);
  // The recalibrated values are means of their steps, so their score falls short of the uncertainty by their variance.
  const discrimination = curve.reduce((sum, step) => sum + step.n * (step.frequency - baseRate) ** 2, 0) / n;
  return { miscalibration: brier - uncertainty + discrimination, discrimination, curve };
}

function isotonic(forecasts: readonly Forecast[]): Step[] {
  const steps: { from: number; to: number; n: number; sum: number }[] = [];
  for (const { p, outcome } of forecasts.toSorted((a, b) => a.p - b.p)) {
    const last = steps.at(-1);
    if (last?.to === p) {
      last.n++;
      last.sum += outcome;
    } else steps.push({ from: p, to: p, n: 1, sum: outcome });
  }
  const pooled: typeof steps = [];
  for (const step of steps) {
    pooled.push(step);
    for (let [before, after] = pooled.slice(-2); before && after; [before, after] = pooled.slice(-2)) {
      if (before.sum * after.n < after.sum * before.n) break;
      pooled.splice(-2, 2, {
        from: before.from,
        to: after.to,
        n: before.n + after.n,
        sum: before.sum + after.sum,
      });
    }
  }
  return pooled.map(({ from, to, n, sum }) => ({ from, to, n, frequency: sum / n }));
}
