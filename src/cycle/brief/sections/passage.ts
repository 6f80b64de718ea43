/** When a scenario is expected to become critical, or to leave that state. */
import type { Crossing, Easing, ScenarioAssessment } from "#model/assessment.ts";
import type { Day } from "#model/day.ts";
import { criticalSince } from "#model/critical-in-words.ts";
import { dayInWords, percent } from "../phrase.ts";

export function passage(scenario: ScenarioAssessment, asOf: Day): string[] {
  return scenario.easing === null ? crossing(scenario, asOf) : easing(scenario.easing);
}

function crossing({ crossing: { p30, p90, p365, ...when } }: ScenarioAssessment, asOf: Day): string[] {
  return [
    `The probability that it is critical now or becomes so is ${percent(p30)} within 30 days, ${percent(p90)} within 90 days and ${percent(p365)} within a year.`,
    expected(when, asOf),
  ];
}

/** The 10–90 % interval of the first passage, said with its open ends. */
export function expected(
  {
    low,
    median,
    high,
    never,
    horizonMonths,
  }: Pick<Crossing, "low" | "median" | "high" | "never" | "horizonMonths">,
  asOf: Day,
): string {
  const beyond = `the probability that it lies more than ${horizonMonths} months ahead is ${percent(never)}`;
  if (low === null)
    return `The critical point is not expected in the ${horizonMonths} months ahead; ${beyond}.`;
  const middle = median === null ? [] : [`half of the forecast lies before ${dayInWords(median)}`];
  const end = high === null ? [beyond] : [];
  return `The critical point ${[begins(low, high, asOf), ...middle, ...end].join("; ")}.`;
}

function begins(low: Day, high: Day | null, asOf: Day): string {
  if (low <= asOf)
    return high === null
      ? "may be reached already"
      : `may be reached already and is expected by ${dayInWords(high)}`;
  return high === null
    ? `is not expected before ${dayInWords(low)}`
    : `is expected between ${dayInWords(low)} and ${dayInWords(high)}`;
}

export function easing({ since, p90, p365, median }: Easing): string[] {
  const middle = median === null ? "" : `; half of that forecast lies before ${dayInWords(median)}`;
  return [
    `It has been ${criticalSince({ since })}.`,
    `The probability that it eases is ${percent(p90)} within 90 days and ${percent(p365)} within a year${middle}.`,
  ];
}
