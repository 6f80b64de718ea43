import { existsSync, readFileSync } from "node:fs";
import { betaDraw, expit, logit, randomStream, standardNormal, type Random } from "#science/numbers/index.ts";
import {
  LEAST_QUESTIONS,
  meanBrier,
  scoreForecasts,
  skillAgainstBaseRate,
  type Forecast,
} from "#science/belief/scores/index.ts";
import { readCsv } from "#science/text/tables/index.ts";
import type { BenchRow } from "./bench-row.ts";

const DATA = "../shared/data/forecast/calibration";

/** Scores of resolved forecasts: against a published reference, closure, coverage of the intervals, and speed. */
export async function benchScore(): Promise<BenchRow[]> {
  const published = existsSync(DATA)
    ? ["nfl_games", "nhl_games"].map(againstReference)
    : [{ name: "published forecasts", figure: `not measured: ${DATA} is not there` }];
  return [...published, ...large(), ...[LEAST_QUESTIONS, 100, 200].map(coverage)];
}

function againstReference(name: string): BenchRow {
  const { header, rows } = readCsv(readFileSync(`${DATA}/538_${name}.csv`, "utf8"));
  const at = (column: string) => header.fields.indexOf(column);
  const games = [...rows].flatMap((row, i) =>
    "fields" in row
      ? [
          {
            p: Number(row.fields[at("prob1")]),
            outcome: Number(row.fields[at("prob1_outcome")]),
            question: `${i}`,
          },
        ]
      : [],
  );
  const scores = scoreForecasts(games.filter(({ outcome }) => outcome === 0 || outcome === 1));
  const wanted = (JSON.parse(readFileSync(`${DATA}/expected_dev.json`, "utf8")) as Record<string, Expected>)[
    name
  ]!;
  const errors = [
    scores.brier - wanted.brier,
    scores.log - wanted.log_score,
    scores.reliability - wanted.reliability,
    scores.resolution - wanted.resolution,
    scores.withinBinVariance - wanted.within_bin_var,
    scores.withinBinCovariance - wanted.within_bin_cov,
    scores.auc! - wanted.auc,
  ].map(Math.abs);
  const figure = `error ${Math.max(...errors).toExponential(1)}, terms close to ${Math.abs(scores.remainder).toExponential(1)}`;
  return { name: `${name}, seven scores of ${scores.n} forecasts`, figure, target: "1e-12" };
}

interface Expected {
  readonly brier: number;
  readonly log_score: number;
  readonly reliability: number;
  readonly resolution: number;
  readonly within_bin_var: number;
  readonly within_bin_cov: number;
  readonly auc: number;
}

/** Questions asked one to five times by a forecaster who sees the true chance through noise. */
function questions(count: number, random: Random): Forecast[] {
  return Array.from({ length: count }, (_, q) => {
    const chance = betaDraw(random, 1, 1.5);
    const outcome = random() < chance ? 1 : 0;
    const ask = () => expit(logit(chance) + 0.5 * standardNormal(random));
    return Array.from({ length: 1 + Math.floor(random() * 5) }, () => ({
      p: ask(),
      outcome,
      question: `${q}`,
    }));
  }).flat();
}

function large(): BenchRow[] {
  const forecasts = questions(66_667, randomStream("large"));
  const started = performance.now();
  const { remainder } = scoreForecasts(forecasts);
  const took = performance.now() - started;
  return [
    {
      name: `${forecasts.length} forecasts, everything`,
      figure: `${Math.round(took)} ms`,
      target: "1000 ms",
    },
    { name: "their terms close to", figure: Math.abs(remainder).toExponential(1), target: "1e-12" },
  ];
}

const WORLDS = 500;

function coverage(count: number): BenchRow {
  const many = questions(100_000, randomStream("truth"));
  const [brier, skill] = [meanBrier(many).value, skillAgainstBaseRate(many).value!];
  const random = randomStream(`worlds of ${count}`);
  const held = { brier: 0, skill: 0 };
  for (let world = 0; world < WORLDS; world++) {
    const forecasts = questions(count, random);
    const [score, gain] = [meanBrier(forecasts), skillAgainstBaseRate(forecasts)];
    if (score.low! <= brier && brier <= score.high!) held.brier++;
    if (gain.low! <= skill && skill <= gain.high!) held.skill++;
  }
  const share = (of: number) => `${((100 * of) / WORLDS).toFixed(1)} %`;
  return {
    name: `90 % intervals on ${WORLDS} worlds of ${count} questions`,
    figure: `Brier ${share(held.brier)}, skill ${share(held.skill)}`,
    target: "88–92 %",
  };
}
