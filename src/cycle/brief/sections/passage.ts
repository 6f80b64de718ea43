/** When a scenario is expected to become critical, or to leave that state. */
import type { Crossing, Easing, ScenarioAssessment } from "#model/assessment.ts";
import type { Day } from "#model/day.ts";
import { dayInWords, monthInWords, percent } from "../phrase.ts";

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
  when: Pick<Crossing, "low" | "median" | "high" | "never" | "horizonMonths">,
  asOf: Day,
): string {
  const { low, median, high, never, horizonMonths } = when;
  const horizon = `the horizon of ${horizonMonths} months`;
  const beyond = `with a probability of ${percent(never)} that it lies beyond ${horizon}`;
  if (low === null) return `The critical point is not expected within ${horizon}, ${beyond}.`;
  const from = low <= asOf ? "may be reached already" : `is not expected before ${dayInWords(low)}`;
  if (median === null) return `The critical point ${from}, ${beyond}.`;
  const middle = `half of the forecast lies before ${dayInWords(median)}`;
  if (high === null) return `The critical point ${from}, and ${middle}, ${beyond}.`;
  if (low <= asOf) return `The critical point ${from} and is expected by ${dayInWords(high)}; ${middle}.`;
  return `The critical point is expected between ${dayInWords(low)} and ${dayInWords(high)}; ${middle}.`;
}

export function easing({ since, p90, p365, median }: Easing): string[] {
  const begun =
    since === null
      ? "Since when it has been critical cannot be told"
      : `Looking back over the months, it has been critical since ${monthInWords(since)}`;
  const middle = median === null ? "" : `; half of that forecast lies before ${dayInWords(median)}`;
  return [
    `${begun}.`,
    `The probability that it eases is ${percent(p90)} within 90 days and ${percent(p365)} within a year${middle}.`,
  ];
}
