import type { ScenarioAssessment } from "./assessment.ts";
import { monthInWords } from "./day-in-words.ts";
import type { Month } from "./day.ts";
import { interval, percentInProse } from "./percent.ts";

/** What is told of a scenario that is more likely critical than not. */
export type JudgedCritical = Pick<ScenarioAssessment, "p" | "low" | "high" | "words"> & {
  readonly since: Month;
};

/** `judged critical since September 2022`. */
export function criticalSince({ since }: Pick<JudgedCritical, "since">): string {
  return `judged critical since ${monthInWords(since)}`;
}

/** `judged critical since September 2022; 95 % (95–>99), almost certain`, where the probability stands nowhere beside it. */
export function criticalWithEstimate({ since, p, low, high, words }: JudgedCritical): string {
  const isLimit = words.includes("%");
  const estimate = isLimit ? words : `${percentInProse(p)} (${interval(low, high)}), ${words}`;
  return `${criticalSince({ since })}; ${estimate}`;
}
