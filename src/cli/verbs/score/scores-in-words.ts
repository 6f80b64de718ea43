import type { Scores } from "#science/belief/scores/index.ts";
import { percent } from "#model/percent.ts";
import { table } from "../../table.ts";

/** Scores as tables: figures with their intervals, the verdicts, the reliability diagram. */
export function scoresInWords(scores: Scores): string {
  const { n, questions, intervals, skill, bins } = scores;
  const rivals = Object.entries(skill);
  const figures = [
    ["Brier", scores.brier, intervals.brier],
    ["log, nats", scores.log, intervals.log],
    ...rivals.map(
      ([rival, { value, low, high }]) => [`skill against ${RIVALS[rival]}`, value, { low, high }] as const,
    ),
    ["reliability", scores.reliability],
    ["resolution", scores.resolution],
    ["uncertainty", scores.uncertainty],
    ["within-bin variance", scores.withinBinVariance],
    ["within-bin covariance", scores.withinBinCovariance],
    ["area under ROC", scores.auc],
  ] as const;
  return [
    `${n} forecasts of ${questions} questions, base rate ${percent(scores.baseRate)}`,
    table(
      ["", "value", "low", "high"],
      figures.map(([name, value, bounds]) => [
        name,
        decimal(value),
        decimal(bounds?.low),
        decimal(bounds?.high),
      ]),
    ),
    `${scores.identity}; intervals hold ${percent(intervals.level)}.`,
    ...rivals.map(([, { verdict }]) => verdict),
    table(
      ["said", "n", "mean said", "came true", "low", "high"],
      bins.map(({ from, to, n: inBin, meanP, frequency, low, high }) => [
        `${percent(from)} to ${percent(to)}`,
        String(inBin),
        ...[meanP, frequency, low, high].map(decimal),
      ]),
    ),
    "low and high: where nine in ten frequencies would fall were every forecast in the bin true.",
  ].join("\n\n");
}

const RIVALS: Readonly<Record<string, string>> = { baseRate: "the base rate", reference: "the reference" };

function decimal(value: number | null | undefined): string {
  return value === null || value === undefined ? "–" : value.toFixed(4);
}
