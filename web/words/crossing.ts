import type { Crossing, ScenarioAssessment } from "#model/assessment.ts";
import { longMonth } from "./dates.ts";
import { percent } from "./probability.ts";

/** When the critical point is expected, as one sentence. */
export function crossingSentence({ crossing, easing }: ScenarioAssessment): string {
  if (easing) return easingSentence(easing);
  const { median, low, high, never, horizonMonths } = crossing;
  const horizon = horizonYears(horizonMonths);
  if (!median) return `More likely than not no critical point within ${horizon} (${percent(never)}).`;
  const early = low ? longMonth(low) : "now";
  const late = high ? longMonth(high) : `beyond ${horizon}`;
  return `Critical point expected around ${longMonth(median)} (${early} to ${late}).`;
}

function easingSentence({ since, median, p365 }: NonNullable<ScenarioAssessment["easing"]>): string {
  const start = since ? `Critical since ${longMonth(since)}` : "Critical now";
  const end = median ? `expected to ease around ${longMonth(median)}` : "no easing in sight";
  return `${start}; ${end} (${percent(p365)} within a year).`;
}

/** A warning's interval: `from 2027-02 to 2031-05, median 2028-09`. */
export function expectedInterval({ low, median, high, horizonMonths }: Pick<Crossing, "low" | "median" | "high" | "horizonMonths">): string {
  const end = high ? longMonth(high) : `beyond ${horizonYears(horizonMonths)}`;
  return `${low ? longMonth(low) : "now"} to ${end}${median ? `, median ${longMonth(median)}` : ""}`;
}

export function horizonYears(months: number): string {
  return months % 12 === 0 ? `${months / 12} years` : `${months} months`;
}
