import type { IndicatorReading, WarningSignal } from "#model/assessment.ts";
import { dayAt } from "#model/day.ts";
import { logit } from "#science/numbers/index.ts";
import type { MonthSignal } from "./month-signal.ts";
import type { Situation } from "./situation.ts";

const DECISIVE_RATIO = 8;

/** P(critical within 90 days, and within a year) of every scenario at the end of every month, as known then, with decisive events. */
export function warningSignals(
  { watch, known }: Situation,
  signals: readonly MonthSignal[],
  indicators: readonly IndicatorReading[],
): WarningSignal[] {
  return watch.scenarios.flatMap(({ id: scenario }, k) => {
    const decisive = watch.indicators.flatMap(({ bearings }, i) =>
      bearings.some((b) => b.scenario === scenario && b.present >= DECISIVE_RATIO) ? [indicators[i]!] : [],
    );
    return signals.map(({ soon, withinYear }, t) => {
      const signal = soon[k]!;
      return {
        scenario,
        on: dayAt(known.monthEnds[t]!),
        signal,
        withinYear: withinYear[k]!,
        logOdds: logit(signal),
        decisive: decisive.find((reading) => reaches4(reading, t))?.id ?? null,
      };
    });
  });
}

function reaches4({ history }: IndicatorReading, t: number): boolean {
  return history?.[t]?.level === 4 && history[t - 1]?.level !== 4;
}
