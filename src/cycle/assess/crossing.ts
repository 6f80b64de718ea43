import type { Crossing, Easing } from "#model/assessment.ts";
import { addDays, type Day, type Month } from "#model/day.ts";
import { passageCurve, passageQuantile, rulePassage } from "#science/belief/index.ts";
import { DAYS_PER_MONTH, type Calendar } from "./reading/calendar.ts";
import type { Inference } from "./contributions.ts";

/** First passage of one scenario into critical, dated from the as-of day. */
export function crossingOf(
  curve: readonly number[],
  asOf: Day,
  p90Interval: { low: number; high: number },
): Crossing {
  const horizonMonths = curve.length - 1;
  const within = (months: number): number => curve[Math.min(months, horizonMonths)]!;
  const dated = (q: number): Day | null => dayAfter(asOf, passageQuantile(curve, q));
  return {
    p30: within(1),
    p90: within(3),
    p365: within(12),
    p90Low: p90Interval.low,
    p90High: p90Interval.high,
    low: dated(0.1),
    median: dated(0.5),
    high: dated(0.9),
    never: 1 - within(horizonMonths),
    horizonMonths,
  };
}

function dayAfter(asOf: Day, months: number | null): Day | null {
  return months === null ? null : addDays(asOf, Math.round(months * DAYS_PER_MONTH));
}

/** The distribution F(0) … F(horizon) of first reaching critical. */
export function crossingCurve(
  { transition, outlooks, alpha }: Inference,
  scenario: number,
  horizonMonths: number,
): number[] {
  return passageCurve(rulePassage(transition, scenario, outlooks[scenario]!, horizonMonths), alpha);
}

/** More likely critical than not. */
const JUDGED_CRITICAL = 0.5;

/**
 * Since when a critical scenario has been judged so, and when it is expected to leave; null while it more likely is not
 * critical. `judged` is P(critical) at the end of every month.
 */
export function easingOf(
  { transition, outlooks, alpha }: Inference,
  { asOf, months }: Calendar,
  judged: readonly number[],
  scenario: number,
  { horizonMonths, p }: { readonly horizonMonths: number; readonly p: number },
): Easing | null {
  if (p < JUDGED_CRITICAL) return null;
  const within = rulePassage(transition, scenario, outlooks[scenario]!, horizonMonths, "not critical");
  const curve = passageCurve(within, alpha);
  return {
    since: judgedSince(judged, months),
    p90: curve[Math.min(3, horizonMonths)]!,
    p365: curve[Math.min(12, horizonMonths)]!,
    median: dayAfter(asOf, passageQuantile(curve, 0.5)),
  };
}

/** The month after the last at whose end it was judged otherwise: where its rule lacks reports of late, that still stands. */
function judgedSince(judged: readonly number[], months: readonly Month[]): Month {
  const ended = judged.slice(0, -1).findLastIndex((p) => p < JUDGED_CRITICAL);
  return months[ended + 1]!;
}
