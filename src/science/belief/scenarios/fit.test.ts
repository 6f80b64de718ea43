import { describe, expect, test } from "vitest";
import { choiceDraw, gammaDraw, poissonDraw, randomStream } from "#science/numbers/index.ts";
import {
  compileTransition,
  elicitedDraw,
  fitParameters,
  priorState,
  rowsFromDwell,
  ruleTable,
  filterMonths,
  readingOf,
  type EvidenceInMonths,
  type ParameterDraw,
  type RuleStories,
  type ScenarioModel,
} from "../index.ts";
import { expectedMoves } from "./expected-moves.ts";
import { stateIn } from "./joint-space.ts";

const MONTHS = 600;
const MEANS = [0.1, 0.6, 2] as const;
const chain = (dwell: [number, number, number]) => ({
  prior: [0.6, 0.3, 0.1] as const,
  rows: rowsFromDwell(dwell, 0.5),
  gates: [],
  influences: [],
});
const gated = (dwell: [number, number, number], epsilon: number) => ({
  ...chain(dwell),
  gates: [{ on: 0, atLeast: 1 as const, epsilon }],
  influences: [{ from: 0, when: 2 as const, oddsUp: 2 }],
});
const TRUTH: ScenarioModel = { scenarios: [chain([20, 20, 20]), gated([8, 15, 15], 0.3)] };
const ELICITED: ScenarioModel = { scenarios: [chain([60, 60, 60]), gated([60, 60, 60], 0.02)] };
const SPREAD = { rowStrength: [20, 20], epsilonStrength: [[], [10]], growth: { factor: 1, low: 1, high: 1 } };

/** Stories of a world that moves by the truth; `sharp` makes the state of every month plain. */
function world(seed: string, sharp = 1): EvidenceInMonths {
  const random = randomStream(seed);
  const transition = compileTransition(TRUTH);
  const counts = TRUTH.scenarios.map(() => new Float64Array(MONTHS));
  let x = 0;
  for (let t = 0; t < MONTHS; t++) {
    x = TRUTH.scenarios.reduce(
      (next, _, k) => next + 3 ** k * choiceDraw(random, transition.rows[k]!.subarray(x * 3, x * 3 + 3)),
      0,
    );
    counts.forEach((row, k) => {
      const mean = MEANS[stateIn(x, k)]! * sharp;
      row[t] = poissonDraw(random, (mean * gammaDraw(random, 20)) / 20);
    });
  }
  return {
    evidence: [],
    rules: counts.map((row): RuleStories => ({
      counts: row,
      exposure: new Float64Array(MONTHS).fill(1),
      means: [MEANS[0] * sharp, MEANS[1] * sharp, MEANS[2] * sharp],
      dispersion: 20,
      marks: [],
      outlookAt: () => {
        throw new Error("not asked");
      },
    })),
    months: MONTHS,
    reportingSpan: new Float64Array(MONTHS).fill(1),
  };
}

/** P of the month's moves and the smoothed states by summing over all pairs of joint states. */
test("expected moves are those of the full pairwise posterior", () => {
  const months = 12;
  const evidence = world("pairs");
  const draw = elicitedDraw(TRUTH, SPREAD, 0);
  const transition = compileTransition(TRUTH);
  // A constant changes no posterior, and keeps the sums below within range.
  const table = ruleTable(evidence.rules, readingOf(draw, evidence), months).map((value) => value + 60);
  const { moves, occupancy } = expectedMoves(TRUTH, transition, table, months);
  const matrix = (x: number, y: number) =>
    TRUTH.scenarios.reduce((p, _, k) => p * transition.rows[k]![x * 3 + stateIn(y, k)]!, 1);
  const likelihood = (t: number, y: number) =>
    Math.exp(TRUTH.scenarios.reduce((sum, _, k) => sum + table[(t * 2 + k) * 3 + stateIn(y, k)]!, 0));
  const start = priorState(TRUTH, 9);
  const path = filterMonths(transition, start, table, months);
  const beta: number[][] = Array.from({ length: months + 1 }, () => Array.from({ length: 9 }, () => 1));
  for (let t = months - 1; t >= 0; t--)
    for (let x = 0; x < 9; x++)
      beta[t]![x] = Array.from(
        { length: 9 },
        (_, y) => matrix(x, y) * likelihood(t, y) * beta[t + 1]![y]!,
      ).reduce((a, b) => a + b);
  const wanted = TRUTH.scenarios.map(() => new Float64Array(27));
  const stood = new Float64Array(months * 6);
  for (let t = 0; t < months; t++) {
    const alpha = (path[t - 1] ?? start).alpha;
    const pair = (x: number, y: number) => alpha[x]! * matrix(x, y) * likelihood(t, y) * beta[t + 1]![y]!;
    let total = 0;
    for (let x = 0; x < 9; x++) for (let y = 0; y < 9; y++) total += pair(x, y);
    for (let x = 0; x < 9; x++)
      for (let y = 0; y < 9; y++)
        for (const k of [0, 1]) {
          wanted[k]![x * 3 + stateIn(y, k)]! += pair(x, y) / total;
          stood[(t * 2 + k) * 3 + stateIn(y, k)]! += pair(x, y) / total;
        }
  }
  wanted.forEach((row, k) => row.forEach((value, at) => expect(moves[k]![at]).toBeCloseTo(value, 10)));
  stood.forEach((value, at) => expect(occupancy[at]).toBeCloseTo(value, 10));
});

describe("fitting", () => {
  const fit = (evidence: EvidenceInMonths): ParameterDraw =>
    fitParameters(elicitedDraw(ELICITED, SPREAD, 0), SPREAD, evidence).draw;

  test("moves from what was elicited towards the truth, for rows, ε and the stories of a state", () => {
    const worlds = Array.from({ length: 6 }, (_, i) => fit(world(`fit ${i}`, 3)));
    const mean = (read: (draw: ParameterDraw) => number) =>
      worlds.reduce((sum, draw) => sum + read(draw), 0) / worlds.length;
    for (const [k, at] of [
      [0, 1],
      [0, 3],
      [0, 7],
      [1, 3],
      [1, 7],
    ] as const) {
      const [truth, elicited] = [TRUTH, ELICITED].map(({ scenarios }) => scenarios[k]!.rows[at]!);
      expect(Math.abs(mean(({ model }) => model.scenarios[k]!.rows[at]!) - truth!)).toBeLessThan(
        0.65 * Math.abs(elicited! - truth!),
      );
    }
    expect(mean(({ model }) => model.scenarios[1]!.gates[0]!.epsilon)).toBeGreaterThan(0.04);
    expect(mean(({ rates }) => rates[0]![2])).toBeCloseTo(1, 1);
  });

  test("leaves the elicited numbers where nobody looked", () => {
    const unseen = world("unseen");
    const rules = unseen.rules.map((rule) => ({ ...rule, exposure: new Float64Array(MONTHS) }));
    const { model, rates, powers } = fit({ ...unseen, rules });
    model.scenarios.forEach(({ rows, gates }, k) => {
      rows.forEach((p, i) => expect(p).toBeCloseTo(ELICITED.scenarios[k]!.rows[i]!, 6));
      gates.forEach(({ epsilon }, g) =>
        expect(epsilon).toBeCloseTo(ELICITED.scenarios[k]!.gates[g]!.epsilon, 6),
      );
    });
    expect(rates.flat()).toEqual([1, 1, 1, 1, 1, 1]);
    expect(powers).toEqual([1, 1]);
  });

  test("takes the power from indicators that mislead, and leaves it to those that do not", () => {
    const truth = world("power", 3);
    const says = (sign: number) => ({
      type: "table" as const,
      scenario: 0,
      group: "g",
      exposure: new Float64Array(MONTHS).fill(1),
      logLikelihood: Float64Array.from({ length: MONTHS * 3 }, (_, i) => {
        const next = truth.rules[0]!.counts[Math.floor(i / 3) + 1] ?? 0;
        return sign * (i % 3) * (next > 2 ? 0.5 : -0.5);
      }),
    });
    const powerOf = (sign: number) =>
      fitParameters(elicitedDraw(ELICITED, SPREAD, 1), SPREAD, { ...truth, evidence: [says(sign)] }).draw
        .powers[0];
    expect([powerOf(1), powerOf(-1)]).toEqual([1, 0]);
  });
});
