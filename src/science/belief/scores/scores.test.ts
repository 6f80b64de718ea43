import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { randomStream } from "#science/numbers/index.ts";
import { readCsv } from "#science/text/tables/index.ts";
import {
  areaUnderRoc,
  corpTerms,
  logScore,
  rankedProbabilityScore,
  scoreForecasts,
  ScoreRefused,
  type Forecast,
} from "./index.ts";

const DATA = "../shared/data/forecast/calibration";
const isHere = existsSync(DATA);

const rowsOf = (name: string) => {
  const { header, rows } = readCsv(readFileSync(`${DATA}/538_${name}.csv`, "utf8"));
  return [...rows].map((row) => {
    if (!("fields" in row)) throw new RangeError(row.wrong);
    return Object.fromEntries(header.fields.map((column, i) => [column, row.fields[i]!]));
  });
};
const expected = () =>
  JSON.parse(readFileSync(`${DATA}/expected_dev.json`, "utf8")) as Record<string, Record<string, number>>;
/** Ties of a league are left out, as in the reference. */
const games = (name: string): Forecast[] =>
  rowsOf(name)
    .map((row, i) => ({ p: Number(row.prob1), outcome: Number(row.prob1_outcome), question: String(i) }))
    .filter(({ outcome }) => outcome === 0 || outcome === 1);

const near = (actual: number | null, wanted: number) =>
  expect(Math.abs(actual! - wanted)).toBeLessThan(1e-12);

test.skipIf(!isHere).each(["nfl_games", "nhl_games"])("%s scores as published", (name) => {
  const scores = scoreForecasts(games(name));
  const wanted = expected()[name]!;
  expect(scores.n).toBe(wanted.n);
  near(scores.baseRate, wanted.base_rate!);
  near(scores.brier, wanted.brier!);
  near(scores.log, wanted.log_score!);
  near(scores.reliability, wanted.reliability!);
  near(scores.resolution, wanted.resolution!);
  near(scores.uncertainty, wanted.uncertainty!);
  near(scores.withinBinVariance, wanted.within_bin_var!);
  near(scores.withinBinCovariance, wanted.within_bin_cov!);
  near(scores.auc, wanted.auc!);
  near(scores.skill.baseRate.value, wanted.brier_skill!);
  const table = wanted.table as unknown as [number, number, number, number][];
  expect(scores.bins.map(({ from, n }) => [Math.round(from * 10), n])).toEqual(
    table.map(([bin, n]) => [bin, n]),
  );
  scores.bins.forEach(({ meanP, frequency }, i) => {
    near(meanP, table[i]![2]);
    near(frequency, table[i]![3]);
  });
});

test.skipIf(!isHere).each(["tennis_men", "tennis_women"])(
  "%s: cells already decided are counted, and no skill is claimed over them",
  (name) => {
    const cells = rowsOf(name).flatMap((row, i) =>
      [1, 2, 3, 4, 5, 6, 7].map((round) => ({
        p: Number(row[`round_${round}`]),
        outcome: Number(row[`round_${round}_outcome`]),
        question: `${row.player} ${round} ${i}`,
      })),
    );
    const wanted = expected()[name]!;
    const scores = scoreForecasts(cells);
    near(scores.brier, wanted.brier_all_cells!);
    expect(scores.decided).toBe(wanted.cells_with_p_exactly_0_or_1! - wanted.wrong_certain!);
    expect(scores.skill.baseRate.verdict).toMatch(/^No claim: \d+ of 7168 .* score the open ones/);
    near(scoreForecasts(cells.filter(({ p }) => p > 0 && p < 1)).brier, wanted.brier_open_cells!);
  },
);

test.skipIf(!isHere)("the three-way matches score as published", () => {
  const matches = rowsOf("world_cup_matches_men").map((row) => ({
    p: ["prob1", "probtie", "prob2"].map((column) => Number(row[column])),
    outcome: ["prob1", "probtie", "prob2"].findIndex((column) => Number(row[`${column}_outcome`]) === 1),
  }));
  const mean =
    matches.reduce((sum, { p, outcome }) => sum + rankedProbabilityScore(p, outcome), 0) / matches.length;
  near(mean, expected().world_cup_matches_men_3way!.rps!);
});

test("single forecasts score as in scoringrules", () => {
  near(rankedProbabilityScore([0.01, 0.32, 0.44, 0.23], 2), 0.1619);
  expect(logScore(0.481, 0)).toBeCloseTo(0.6558514, 7);
  expect(logScore(0, 1)).toBeCloseTo(-Math.log(1e-6), 12);
});

const anyForecasts = fc.array(
  fc.record({
    p: fc.double({ min: 0, max: 1, noNaN: true }),
    outcome: fc.constantFrom(0, 1, 0.5),
    question: fc.constantFrom("a", "b", "c", "d"),
  }),
  { minLength: 1, maxLength: 60 },
);

test("the terms sum to the Brier score, with and without bins, partly true outcomes included", () => {
  fc.assert(
    fc.property(anyForecasts, fc.integer({ min: 1, max: 20 }), (forecasts, bins) => {
      const { remainder, brier, uncertainty } = scoreForecasts(forecasts, { bins });
      expect(Math.abs(remainder)).toBeLessThan(1e-12);
      const { miscalibration, discrimination } = corpTerms(forecasts);
      expect(miscalibration - discrimination + uncertainty).toBeCloseTo(brier, 12);
      expect(miscalibration).toBeGreaterThanOrEqual(-1e-12);
    }),
    { numRuns: 40 },
  );
});

test("the order of forecasts changes nothing that does not depend on chance", () => {
  fc.assert(
    fc.property(anyForecasts, (forecasts) => {
      const reversed = forecasts.toReversed();
      expect(areaUnderRoc(reversed)).toEqual(areaUnderRoc(forecasts));
      expect(corpTerms(reversed).curve).toEqual(corpTerms(forecasts).curve);
    }),
  );
});

test("the recalibrated curve rises, and is the best that rises", () => {
  const forecasts = [
    [0.1, 0],
    [0.2, 1],
    [0.3, 0],
    [0.6, 1],
    [0.6, 0],
    [0.9, 1],
  ].map(([p, outcome]) => ({ p: p!, outcome: outcome!, question: String(p) }));
  expect(corpTerms(forecasts).curve).toEqual([
    { from: 0.1, to: 0.1, n: 1, frequency: 0 },
    { from: 0.2, to: 0.6, n: 4, frequency: 0.5 },
    { from: 0.9, to: 0.9, n: 1, frequency: 1 },
  ]);
});

const coin = (n: number, questions: number, p: (i: number) => number): Forecast[] => {
  const random = randomStream("coin");
  return Array.from({ length: n }, (_, i) => ({
    p: p(i),
    outcome: random() < p(i) ? 1 : 0,
    question: `q${i % questions}`,
  }));
};

test("few questions claim nothing and are told how many would be enough", () => {
  const { skill } = scoreForecasts(coin(40, 20, (i) => (i % 2 ? 0.95 : 0.05)));
  expect(skill.baseRate.isClaimed).toBe(false);
  expect(skill.baseRate.verdict).toMatch(/^No claim: 20 questions \(\d+ of the rarer outcome\) do not carry/);
  expect(skill.baseRate.questionsWanted).toBeGreaterThanOrEqual(50);
});

test("many good forecasts claim skill, many that only know the base rate do not", () => {
  const good = scoreForecasts(coin(400, 400, (i) => (i % 2 ? 0.8 : 0.2))).skill.baseRate;
  expect(good.isClaimed).toBe(true);
  expect(good.verdict).toMatch(/^Better than the base rate: at least \d+\.\d % /);
  const flat = scoreForecasts(coin(400, 400, () => 0.5)).skill.baseRate;
  expect(flat.isClaimed).toBe(false);
});

test("a rival that is as good leaves no claim", () => {
  const forecasts = coin(400, 400, (i) => (i % 2 ? 0.8 : 0.2)).map((one) => ({ ...one, reference: one.p }));
  const { reference } = scoreForecasts(forecasts, { rival: "persistence" }).skill;
  expect(reference).toMatchObject({ value: 0, isClaimed: false, verdict: /persistence did as well/ });
});

test("asking one question often widens the interval, it adds no evidence", () => {
  const once = coin(100, 100, (i) => (i % 2 ? 0.8 : 0.2));
  const often = once.flatMap((one) => Array.from({ length: 5 }, () => one));
  const [a, b] = [scoreForecasts(once), scoreForecasts(often)];
  expect([b.n, b.effectiveN]).toEqual([500, 100]);
  expect(b.skill.baseRate.low).toBeCloseTo(a.skill.baseRate.low!, 10);
  expect(b.bins.map(({ low, high }) => [low, high])).toEqual(a.bins.map(({ low, high }) => [low, high]));
});

test("one forecast, or one outcome, has a score and no skill", () => {
  const { skill, auc, brier } = scoreForecasts([{ p: 0.2, outcome: 1, question: "a" }]);
  expect(skill.baseRate).toMatchObject({ value: null, isClaimed: false });
  expect([auc, brier]).toEqual([null, (0.2 - 1) ** 2]);
});

test("nothing to score, or a number that is no probability, is refused", () => {
  expect(() => scoreForecasts([])).toThrow(ScoreRefused);
  expect(() => scoreForecasts([{ p: NaN, outcome: 1, question: "a" }])).toThrow(/p is NaN; a number from 0/);
});
