import type { Assessment, Crossing, ScenarioAssessment } from "#model/assessment.ts";
import { criticalSince, criticalWithEstimate } from "#model/critical-in-words.ts";
import { interval, percent } from "#model/percent.ts";
import { table } from "./table.ts";

/** What an assessment says, for a person at a terminal. */
export function assessmentTable({
  watch,
  asOf,
  illustrative,
  inputs,
  scenarios,
  warnings,
}: Assessment): string {
  const hindsight = illustrative ? " (illustrative: the watch was written later)" : "";
  return [
    `${watch.name}, as known on ${asOf}${hindsight}`,
    `${inputs.observations} observations, ${inputs.awaitingSource} of them awaiting a source`,
    "",
    scenarioTable(scenarios),
    "",
    warningTable({ warnings, scenarios }),
  ].join("\n");
}

function scenarioTable(scenarios: readonly ScenarioAssessment[]): string {
  return table(
    ["scenario", "critical", "5–95 %", "in words", "clarity", "within 90 days", "critical point"],
    scenarios.map(({ name, p, low, high, words, clarity, crossing, easing }) => [
      name,
      percent(p),
      interval(low, high),
      words,
      clarity,
      percent(crossing.p90),
      easing ? easingInWords(easing) : crossingInWords(crossing),
    ]),
  );
}

/** For a scenario more likely critical than not, the question is since when and until when. */
function easingInWords({ since, median }: NonNullable<ScenarioAssessment["easing"]>): string {
  return `${criticalSince({ since })}, eases by ${median ?? "beyond the horizon"} (median)`;
}

function crossingInWords({ low, median, high, never }: Crossing): string {
  if (low === null && median === null) return `not within the horizon (${percent(never)})`;
  return `${low ?? "…"} – ${high ?? "beyond the horizon"}, median ${median ?? "beyond the horizon"}`;
}

/** The warnings, the open ones first. */
export function warningTable({ warnings, scenarios }: Pick<Assessment, "warnings" | "scenarios">): string {
  if (warnings.length === 0) return "No warning was ever opened.";
  const open = warnings.filter(({ state }) => state !== "resolved");
  const rows = [...open, ...warnings.filter(({ state }) => state === "resolved")];
  return table(
    ["warning", "state", "opened", "changed", "within 90 days", "within a year", "critical point", "because"],
    rows.map(({ id, scenario, state, openedOn, changedOn, signal, withinYear, steps }) => [
      ...[id, state, openedOn, changedOn],
      ...(state === "resolved"
        ? ["–", "–", "–"]
        : [
            percent(signal),
            percent(withinYear),
            pointInWords(scenarios.find((one) => one.id === scenario)!),
          ]),
      steps.at(-1)!.because,
    ]),
  );
}

/** Of what is critical already since when and how likely; of anything else when. */
function pointInWords(scenario: ScenarioAssessment): string {
  const { easing, crossing } = scenario;
  return easing ? criticalWithEstimate({ ...scenario, since: easing.since }) : crossingInWords(crossing);
}
