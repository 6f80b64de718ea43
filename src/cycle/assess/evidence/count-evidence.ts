import type { Bearing, Indicator } from "#model/indicator.ts";
import { elicitedPowers, type CountPowers, type Evidence } from "#science/belief/index.ts";
import { DAYS_PER_MONTH, monthIndex, monthlyExposure } from "../reading/calendar.ts";
import type { Known } from "../reading/known.ts";
import type { Measured } from "../reading/measured.ts";
import { heard, monthlyStories } from "./monthly-stories.ts";
import { windowMeans } from "./window-means.ts";

/** Stories a month against those that each state expects. */
export function countEvidence(
  { indicator, increments, streams }: Measured,
  bearing: Bearing,
  scenario: number,
  known: Known,
): Evidence {
  const scale = scaleOf(indicator);
  const levels = indicator.levels.map(scale);
  const means = windowMeans(levels, bearing);
  const perMonth = means.map((mean) => (mean * DAYS_PER_MONTH) / indicator.windowDays);
  return {
    type: "count",
    scenario,
    group: indicator.group,
    dispersion: indicator.dispersion,
    powers: powersFor(indicator, bearing, means, levels[2]!),
    ...monthlyStories(increments, known, streams, scale),
    means: Float64Array.from({ length: known.months.length * 3 }, (_, i) => perMonth[i % 3]!),
  };
}

/** Stories against the indicator's own past: the baseline rate before the window, times the multiple each state expects. */
export function rateEvidence(
  { indicator, increments, streams }: Measured,
  bearing: Bearing,
  scenario: number,
  known: Known,
): Evidence {
  const baselineDays = indicator.measure.type === "rate" ? indicator.measure.baselineDays : 1;
  const multiples = windowMeans(indicator.levels, bearing);
  const typicalWindow = 5;
  const { counts, exposure } = monthlyStories(increments, known, streams, (amount) => amount);
  const means = new Float64Array(known.months.length * 3);
  known.monthEnds.forEach((day, t) => {
    const end = day - indicator.windowDays;
    const seen = increments.reduce(
      (sum, { day: on, amount }) => (on > end - baselineDays && on <= end ? sum + amount : sum),
      0,
    );
    multiples.forEach(
      (multiple, s) => (means[t * 3 + s] = ((seen * multiple) / baselineDays) * DAYS_PER_MONTH),
    );
    if (seen === 0) exposure[t] = 0;
  });
  const powers = powersFor(
    indicator,
    bearing,
    multiples.map((m) => m * typicalWindow) as [number, number, number],
    indicator.levels[2] * typicalWindow,
  );
  return {
    type: "count",
    scenario,
    group: indicator.group,
    dispersion: indicator.dispersion,
    powers,
    counts,
    exposure,
    means,
  };
}

/** A count without one story, where that story rests on one observation alone; null where it does not. */
export function countWithout(
  measured: Measured,
  evidence: Evidence,
  id: string,
  known: Known,
): Evidence | null {
  const { indicator, increments, streams } = measured;
  const gone = increments.find((increment) => increment.id === id);
  if (indicator.measure.type !== "count" || evidence.type !== "count" || gone === undefined) return null;
  if (increments.some(({ story, id: other }) => story === gone.story && other !== id)) return null;
  const month = monthIndex(known, gone.day);
  if (month < 0) return evidence;
  const rest = increments.filter(
    (increment) => increment.id !== id && monthIndex(known, increment.day) === month,
  );
  const count = rest.reduce((sum, { amount }) => sum + scaleOf(indicator)(amount), 0);
  const counts = evidence.counts.with(month, count);
  return {
    ...evidence,
    counts,
    exposure: heard(known, streams, monthlyExposure(known, streams), (t) => counts[t]! > 0),
  };
}

function scaleOf({ measure }: Indicator): (amount: number) => number {
  const log = measure.type === "count" && measure.scale === "log";
  return log ? (amount) => Math.log2(1 + amount) : (amount) => amount;
}

function powersFor(
  indicator: Indicator,
  bearing: Bearing,
  means: [number, number, number],
  presentCount: number,
): CountPowers {
  const { present, absent } = bearing;
  return elicitedPowers({
    windowMeans: means,
    windowMonths: indicator.windowDays / DAYS_PER_MONTH,
    dispersion: indicator.dispersion,
    present,
    presentCount,
    absent,
  });
}
