import { issueLine } from "#model/input-error.ts";
import { isDecided, scoreForecasts, type Scores } from "#science/belief/scores/index.ts";
import { WrongUse } from "../../failure.ts";
import { JSON_OUT } from "../../options.ts";
import { defineVerb } from "../../verb.ts";
import { readForecastTable, type ForecastTable } from "./forecast-table.ts";
import { scoresInWords } from "./scores-in-words.ts";

/** Scores a file of resolved forecasts, whoever made them. */
export const forecasts = defineVerb({
  words: ["FILE.csv"],
  options: { bins: { takes: "N", summary: "equal bins of p (10 unless given)" }, ...JSON_OUT },
  async run({ options, words: [file = ""] }, shell) {
    const bins = binsIn(options.bins ?? "10");
    const table = readForecastTable(file);
    const rival = table.hasReference ? { rival: "the reference" } : {};
    const scores = scoreForecasts(table.forecasts, { bins, ...rival });
    const open = table.forecasts.filter((forecast) => !isDecided(forecast));
    const openScores =
      scores.decided > 0 && open.length > 0 ? scoreForecasts(open, { bins, ...rival }) : null;
    if (scores.decided > 0) shell.err(decidedLine(file, table, scores, openScores));
    shell.out(
      options.json
        ? JSON.stringify({ ...scores, ...(openScores && { open: openScores }) })
        : [scores, openScores]
            .filter((one) => one !== null)
            .map(scoresInWords)
            .join("\n\nOpen ones only\n\n"),
    );
    return 0;
  },
});

function binsIn(text: string): number {
  const bins = Number(text);
  if (/^\d+$/.test(text) && bins >= 1 && bins <= 1000) return bins;
  throw new WrongUse(`--bins is "${text}"; a whole number from 1 to 1000 would be right`);
}

function decidedLine(
  file: string,
  { forecasts: all, lines }: ForecastTable,
  { decided, brier }: Scores,
  open: Scores | null,
): string {
  const without = open
    ? `Brier ${brier.toFixed(4)}, without them ${open.brier.toFixed(4)}`
    : "nothing else is here";
  return issueLine({
    file,
    line: lines[all.findIndex(isDecided)]!,
    wrong: `${decided} of ${all.length} rows say exactly 0 or 1 and are right, as they would once decided (${without})`,
    right: "expected forecasts made while the question was open",
  });
}
