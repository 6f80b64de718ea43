import { expect, test } from "vitest";
import { gammaDraw, randomStream, type Random } from "#science/numbers/index.ts";
import {
  compileTransition,
  createEnsemble,
  drawInterval,
  drawParameters,
  elicitedDraw,
  rowsFromDwell,
  temperedWeights,
  type CountEvidence,
  type EvidenceInMonths,
  type ParameterDraw,
  type ScenarioModel,
} from "../index.ts";

const MONTHS = 48;
const DRAWS = 100;
const WORLDS = 150;
const MEANS = [0.15, 0.5, 1.4] as const;
const chain = {
  prior: [0.7, 0.2, 0.1] as const,
  rows: rowsFromDwell([30, 16, 20], 0.6),
  gates: [],
  influences: [],
};
const MODEL: ScenarioModel = {
  scenarios: [chain, { ...chain, gates: [{ on: 0, atLeast: 1, epsilon: 0.1 }] }],
};
const SPREAD = { rowStrength: [60, 60], epsilonStrength: [[], [30]], growth: { factor: 2, low: 1, high: 4 } };
const SPAN = Float64Array.from({ length: MONTHS }, (_, t) => t / MONTHS);

const pick = (random: Random, weights: ArrayLike<number>): number => {
  let u = random();
  for (let i = 0; i < weights.length; i++) if ((u -= weights[i]!) < 0) return i;
  return weights.length - 1;
};
const poisson = (random: Random, mean: number): number => {
  let [n, p] = [0, random()];
  while (p > Math.exp(-mean)) [n, p] = [n + 1, p * random()];
  return n;
};

/** Truth: states and counts drawn from one set of parameters, by the model's own definition. */
function simulate(
  { model, growth, multipliers }: ParameterDraw,
  random: Random,
): { counts: Float64Array[]; last: number } {
  const transition = compileTransition(model);
  const counts = MODEL.scenarios.map(() => new Float64Array(MONTHS));
  let state = pick(random, chain.prior) + 3 * pick(random, chain.prior);
  for (let t = 0; t < MONTHS; t++) {
    state = model.scenarios.reduce(
      (next, _, k) => next + 3 ** k * pick(random, transition.rows[k]!.subarray(state * 3, state * 3 + 3)),
      0,
    );
    counts.forEach((row, k) => {
      const s = Math.floor(state / 3 ** k) % 3;
      const mean = MEANS[s]! * multipliers[k]![s]! * growth ** (SPAN[t]! - 1);
      row[t] = poisson(random, (mean * gammaDraw(random, 2)) / 2);
    });
  }
  return { counts, last: state };
}

const seen = (counts: readonly Float64Array[]): EvidenceInMonths => ({
  months: MONTHS,
  reportingSpan: SPAN,
  evidence: counts.map((row, scenario): CountEvidence => ({
    type: "count",
    scenario,
    group: "only",
    dispersion: 2,
    powers: { silence: 1, stories: 1 },
    counts: row,
    exposure: new Float64Array(MONTHS).fill(1),
    means: Float64Array.from({ length: MONTHS * 3 }, (_, i) => MEANS[i % 3]!),
  })),
});

/** P(critical) as the true parameters see it, the stated interval, and what was the case. */
function worlds() {
  const truths = drawParameters(MODEL, SPREAD, 2, WORLDS, "truth");
  const ensemble = createEnsemble([
    elicitedDraw(MODEL, SPREAD, 2),
    ...drawParameters(MODEL, SPREAD, 2, DRAWS, "judge"),
  ]);
  return truths.flatMap((truth, w) => {
    const { counts, last } = simulate(truth, randomStream(`world ${w}`));
    const evidence = seen(counts);
    const judged = ensemble.run(evidence).at(-1)!;
    const known = createEnsemble([truth]).run(evidence).at(-1)!;
    const weights = temperedWeights(judged.logEvidence.subarray(1), DRAWS / 4);
    return [0, 1].map((k) => ({
      p: judged.critical[k]![0]!,
      truth: known.critical[k]![0]!,
      critical: Math.floor(last / 3 ** k) % 3 === 2 ? 1 : 0,
      ...drawInterval(judged.critical[k]!.subarray(1), weights, judged.critical[k]![0]!),
    }));
  });
}

test("in simulated worlds the 90 % interval holds the judgement of the true parameters, and p is calibrated", () => {
  const judged = worlds();
  const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
  const covered = mean(judged.map(({ low, high, truth }) => (truth >= low && truth <= high ? 1 : 0)));
  const standardError = Math.sqrt((0.9 * 0.1) / judged.length);
  expect(covered).toBeGreaterThan(0.9 - 3 * standardError);
  expect(covered).toBeLessThan(0.97);
  expect(
    Math.abs(mean(judged.map(({ p }) => p)) - mean(judged.map(({ critical }) => critical))),
  ).toBeLessThan(0.08);
  const brier = mean(judged.map(({ p, critical }) => (p - critical) ** 2));
  const base = mean(judged.map(({ critical }) => critical));
  expect(brier).toBeLessThan(base * (1 - base) * 0.7);
});
