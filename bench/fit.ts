import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { lastDayOf, monthsThrough, type Day } from "#model/day.ts";
import type { Watch } from "#model/watch.ts";
import type { Assessment } from "#model/assessment.ts";
import { brierScore, logScore, meanOf, ratioInterval, type LogRatio } from "#science/belief/scores/index.ts";
import { observationsKnown, openStore } from "#store/index.ts";
import { readWatch } from "#watch/index.ts";
import { collectAndObserve } from "../src/cycle/cycle.ts";
import { replay } from "../src/cycle/judge.ts";
import { createWorld, type World } from "../src/cycle/world.ts";
import { createResolver } from "../src/cycle/score/resolve.ts";
import { HORIZONS, scenarioForecasts, type ScenarioForecast } from "../src/cycle/score/scenario-forecasts.ts";
import type { BenchRow } from "./bench-row.ts";

const WATCH = "watches/ilrs";
const DAYS = monthsThrough("2016-01", "2026-08").map(lastDayOf);

/**
 * Parameters fitted at every year's end against the elicited ones, out of sample: each forecast from what was known on
 * its day, with parameters learned from what was known at the end of the year before.
 */
export async function benchFit(): Promise<BenchRow[]> {
  const folder = mkdtempSync(path.join(tmpdir(), "tocsin-fit-"));
  const store = await openStore({ file: path.join(folder, "store.sqlite") });
  try {
    const watch = readWatch(WATCH);
    const told = async (parameters: Watch["parameters"]): Promise<ScenarioForecast[]> => {
      const now = () => `${watch.writtenOn}T00:00:00.000Z`;
      return forecastsOf(createWorld({ watch: { ...watch, parameters }, watchDir: WATCH, store, now }));
    };
    await collectAndObserve(
      createWorld({ watch, watchDir: WATCH, store, now: () => `${watch.writtenOn}T00:00:00.000Z` }),
    );
    const [elicited, fitted] = [await told("elicited"), await told("fitted")];
    return HORIZONS.slice(1).flatMap((horizon) => comparison(elicited, fitted, horizon));
  } finally {
    await store.close();
    rmSync(folder, { recursive: true });
  }
}

async function forecastsOf(world: World): Promise<ScenarioForecast[]> {
  const asked: Assessment[] = [];
  for await (const one of replay(world, DAYS, { withPath: false, withDrivers: false })) asked.push(one);
  const today: Day = world.watch.writtenOn;
  const known = await observationsKnown(world.store, { known: today });
  const observations = known.map(({ observation }) => observation);
  return scenarioForecasts(world.watch, asked, createResolver(world.watch, observations, today));
}

interface Pair {
  readonly question: string;
  readonly elicited: number;
  readonly fitted: number;
}

function comparison(
  elicited: readonly ScenarioForecast[],
  fitted: readonly ScenarioForecast[],
  horizonDays: number,
): BenchRow[] {
  return [
    { name: "Brier", score: brierScore },
    { name: "log", score: logScore },
  ].map(({ name, score }) => {
    const pairs = elicited.flatMap(({ p, resolution, question, ...one }, i): Pair[] =>
      resolution.status === "resolved" && one.horizonDays === horizonDays
        ? [
            {
              question,
              elicited: score(p, resolution.outcome),
              fitted: score(fitted[i]!.p, resolution.outcome),
            },
          ]
        : [],
    );
    return {
      name: `${name} of ${pairs.length} forecasts of ${horizonDays} days, elicited and fitted`,
      figure: `${meanOf(pairs, (pair) => pair.elicited).toFixed(4)} and ${meanOf(pairs, (pair) => pair.fitted).toFixed(4)}`,
      target: "fitted better, beyond the interval",
      ratio: ratioOf(pairs),
    };
  });
}

/** Fitted over elicited with its 90 % interval, questions drawn whole. */
function ratioOf(pairs: readonly Pair[]): string {
  const questions = [...new Set(pairs.map(({ question }) => question))];
  const rows = new Float64Array(questions.length * 2);
  for (const { question, elicited, fitted } of pairs) {
    rows[questions.indexOf(question) * 2]! += elicited;
    rows[questions.indexOf(question) * 2 + 1]! += fitted;
  }
  const interval = ratioInterval({ width: 2, rows }, secondToFirst);
  const value =
    rows.reduce((sum, score, i) => (i % 2 === 1 ? sum + score : sum), 0) /
    rows.reduce((sum, score, i) => (i % 2 === 0 ? sum + score : sum), 0);
  const bounds = interval ? ` (${interval.low.toFixed(2)}–${interval.high.toFixed(2)})` : "";
  return `${value.toFixed(2)}×${bounds}, ${questions.length} questions`;
}

const secondToFirst: LogRatio = ([first = 0, second = 0]) => ({
  value: Math.log(second / first),
  gradient: Float64Array.of(-1 / first, 1 / second),
});
