import type { ScenarioAssessment } from "#model/assessment.ts";
import { criticalSince, criticalWithEstimate } from "#model/critical-in-words.ts";
import type { Day } from "#model/day.ts";
import { sentenceCase } from "#model/sentence-case.ts";
import type { Warning } from "#model/warning.ts";
import { longMonth } from "./dates.ts";
import { percent, unbroken } from "./probability.ts";

/** When the critical point is expected, as one sentence. */
export function crossingSentence({ crossing, easing }: ScenarioAssessment, asOf: Day): string {
  if (easing) return easingSentence(easing);
  const { median, low, high, never, horizonMonths } = crossing;
  const horizon = horizonYears(horizonMonths);
  if (!median) return `More likely than not no critical point within ${horizon} (${percent(never)}).`;
  return `Critical point expected ${interval({ from: low, median, to: high }, asOf, `beyond ${horizon}`)}.`;
}

/** What the rule that decides has counted so far, as one sentence. */
export function countedSentence({
  stories,
  critical,
  withinMonths,
  unseenMonths,
}: ScenarioAssessment["counted"]): string {
  const counted = `Its rule has counted ${stories} of the ${critical} that make it critical, in ${withinMonths} months`;
  return unseenMonths < 0.5
    ? `${counted}.`
    : `${counted}; at ${unseenMonths.toFixed(1)} of these months nobody has looked yet.`;
}

function easingSentence({ since, median, p365 }: NonNullable<ScenarioAssessment["easing"]>): string {
  const start = sentenceCase(criticalSince({ since }));
  const end = median ? `expected to ease around ${longMonth(median)}` : "no easing in sight";
  return `${start}; ${end} (${percent(p365)} within a year).`;
}

/** When a warning expects the critical point; of a scenario judged critical already, since when and how likely. */
export function expectedText(
  { expected }: Pick<Warning, "expected">,
  asOf: Day,
  scenario: Pick<ScenarioAssessment, "p" | "low" | "high" | "words" | "easing"> | undefined,
): string {
  if (scenario?.easing)
    return unbroken(sentenceCase(criticalWithEstimate({ ...scenario, since: scenario.easing.since })));
  if (!expected.from) return "Critical point not expected within the horizon";
  return `Critical point expected ${interval(expected, asOf, "beyond the horizon")}`;
}

/** The 10–90 % interval, and the median where it lies within the horizon. */
function interval({ from, median, to }: Warning["expected"], asOf: Day, beyond: string): string {
  const start = from === null || from <= asOf ? "now" : longMonth(from);
  const middle = median ? `, median ${longMonth(median)}` : "";
  return `${start} to ${to ? longMonth(to) : beyond} (10–90\u202f%)${middle}`;
}

export function horizonYears(months: number): string {
  return months % 12 === 0 ? `${months / 12} years` : `${months} months`;
}
