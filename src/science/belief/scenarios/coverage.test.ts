import { expect, test } from "vitest";
import { choiceDraw, gammaDraw, poissonDraw, randomStream, type Random } from "#science/numbers/index.ts";
import {
  compileTransition,
  createEnsemble,
  drawInterval,
  drawParameters,
  elicitedDraw,
  rowsFromDwell,
  temperedWeights,
  YEAR_MONTHS,
  type Ensemble,
  type EvidenceInMonths,
  type ParameterDraw,
  type RuleStories,
  type ScenarioModel,
} from "../index.ts";

const MONTHS = 48;
const DRAWS = 100;
/** Nobody looked at the last nine months of the window. */
const WATCHED = MONTHS - 9;
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

/** Truth: states and counts drawn from one set of parameters, by the model's own definition. */
function simulate({ model, growth, rates }: ParameterDraw, random: Random): Float64Array[] {
  const transition = compileTransition(model);
  const counts = MODEL.scenarios.map(() => new Float64Array(MONTHS + YEAR_MONTHS));
  let state = choiceDraw(random, chain.prior) + 3 * choiceDraw(random, chain.prior);
  for (let t = 0; t < MONTHS + YEAR_MONTHS; t++) {
    state = model.scenarios.reduce(
      (next, _, k) =>
        next + 3 ** k * choiceDraw(random, transition.rows[k]!.subarray(state * 3, state * 3 + 3)),
      0,
    );
    counts.forEach((row, k) => {
      const s = Math.floor(state / 3 ** k) % 3;
      const mean = MEANS[s]! * rates[k]![s]! * growth ** ((SPAN[t] ?? 1) - 1);
      row[t] = poissonDraw(random, (mean * gammaDraw(random, 2)) / 2);
    });
  }
  return counts;
}

const WINDOW = 12;
const BOUNDS = { building: 5, critical: 12, withinMonths: WINDOW };

/** So many months ahead. */
const AHEAD = Array.from({ length: YEAR_MONTHS + 1 }, (_, j) => j);

/** The stories of the rules, and no indicator: what is judged is whether the window that ends now holds enough of them. */
const seen = (counts: readonly Float64Array[], watched: number): EvidenceInMonths => ({
  months: MONTHS,
  reportingSpan: SPAN,
  evidence: [],
  rules: counts.map((row): RuleStories => ({
    counts: row.map((n, t) => (t < watched ? n : 0)),
    exposure: Float64Array.from({ length: MONTHS }, (_, t) => (t < watched ? 1 : 0)),
    means: MEANS,
    dispersion: 2,
    marks: Array.from({ length: MONTHS }, (_, t) => `${t}`),
    outlookAt: (t) => ({
      ...BOUNDS,
      kept: Array.from(AHEAD, (j) => sumOf(row, t + 1 + j - WINDOW, Math.min(t + 1, watched))),
      unseen: Array.from(AHEAD, (j) => Math.max(0, t + 1 - Math.max(watched, t + 1 + j - WINDOW))),
    }),
  })),
});

const sumOf = (row: Float64Array, from: number, to: number) =>
  row.slice(Math.max(0, from), Math.max(0, to)).reduce((a, b) => a + b, 0);

const holdsEnough = (row: Float64Array, ahead: number) =>
  sumOf(row, MONTHS + ahead - WINDOW, MONTHS + ahead) >= BOUNDS.critical;

/** P(the window holds enough) as the true parameters see it, the stated interval, and what was the case. */
function worlds() {
  const truths = drawParameters(MODEL, SPREAD, 0, WORLDS, "truth");
  const elicited = createEnsemble([elicitedDraw(MODEL, SPREAD, 0)]);
  const ensemble = createEnsemble(drawParameters(MODEL, SPREAD, 0, DRAWS, "judge"));
  return truths.flatMap((truth, w) => {
    const counts = simulate(truth, randomStream(`world ${w}`));
    const evidence = seen(counts, WATCHED);
    const soonOf = (of: Ensemble, every = 1) =>
      of.judge(evidence, of.run(evidence), MONTHS - 1, every).critical;
    const [judged, known, own] = [soonOf(ensemble), soonOf(createEnsemble([truth])), soonOf(elicited)];
    const weights = temperedWeights(ensemble.run(evidence).at(-1)!.logEvidence, DRAWS / 4);
    return [0, 1].map((k) => ({
      p: own[k]![0]!,
      truth: known[k]![0]!,
      critical: holdsEnough(counts[k]!, 0) ? 1 : 0,
      ...drawInterval(judged[k]!, weights, own[k]![0]!),
    }));
  });
}

/** P(the window holds enough within a year) from the elicited parameters, and whether it came to. */
function yearsAhead() {
  const elicited = createEnsemble([elicitedDraw(MODEL, SPREAD, 0)]);
  return drawParameters(MODEL, SPREAD, 0, 4 * WORLDS, "year").flatMap((truth, w) => {
    const counts = simulate(truth, randomStream(`year ${w}`));
    const evidence = seen(counts, WATCHED);
    const { ahead } = elicited.judge(evidence, elicited.run(evidence), MONTHS - 1, 1, YEAR_MONTHS);
    return counts.map((row, k) => ({
      p: ahead[k]![0]!,
      came: AHEAD.some((h) => holdsEnough(row, h)) ? 1 : 0,
    }));
  });
}

test("in simulated worlds a year held to be likelier than not to bring the critical point mostly brings it", () => {
  const years = yearsAhead();
  for (const [low, high] of [
    [0, 0.5],
    [0.5, 1],
  ] as const) {
    const judged = years.filter(({ p }) => p >= low && p < high);
    const came = judged.reduce((sum, one) => sum + one.came, 0) / judged.length;
    const meant = judged.reduce((sum, { p }) => sum + p, 0) / judged.length;
    expect(judged.length).toBeGreaterThan(150);
    expect(Math.abs(came - meant)).toBeLessThan(0.1);
  }
});

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
