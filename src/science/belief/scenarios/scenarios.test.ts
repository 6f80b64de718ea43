import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { randomStream } from "#science/numbers/index.ts";
import {
  compileTransition,
  createEnsemble,
  countLogLikelihood,
  dot,
  drawParameters,
  elicitedDraw,
  elicitedPowers,
  eventHad,
  filterMonths,
  InfluenceCycle,
  marginalOf,
  outlook,
  passageQuantile,
  passMessages,
  priorState,
  readingOf,
  rowsFromDwell,
  ruleOutlook,
  rulePassage,
  ruleReading,
  ruleTable,
  spokenBy,
  stateIn,
  stepBackward,
  stepForward,
  tableOf,
  temperedWeights,
  TooManyStates,
  type CountEvidence,
  type Evidence,
  type RuleStories,
  type ScenarioModel,
} from "../index.ts";

const open = (dwell: [number, number, number], upShare = 0.6) => ({
  prior: [0.8, 0.15, 0.05] as const,
  rows: rowsFromDwell(dwell, upShare),
  gates: [],
  influences: [],
});

/** Four scenarios shaped like a real watch: a gate, an influence across, two that stand alone. */
const FOUR: ScenarioModel = {
  scenarios: [
    open([48, 24, 36]),
    {
      ...open([60, 30, 24]),
      gates: [{ on: 0, atLeast: 1, epsilon: 0.02 }],
      influences: [{ from: 3, when: 2, oddsUp: 0.5 }],
    },
    open([36, 18, 30]),
    open([120, 60, 60], 0.3),
  ],
};

/** P(x′ | x) written out from the definition, state by state. */
function naiveMatrix({ scenarios }: ScenarioModel): number[][] {
  const size = 3 ** scenarios.length;
  const up = (k: number, x: number): number => {
    const { rows, gates, influences } = scenarios[k]!;
    const from = stateIn(x, k);
    let p = from < 2 ? rows[from * 3 + from + 1]! : 0;
    for (const i of influences)
      if (stateIn(x, i.from) === i.when) p = (p * i.oddsUp) / (1 - p + p * i.oddsUp);
    for (const g of gates) if (stateIn(x, g.on) < g.atLeast) p *= g.epsilon;
    return p;
  };
  const ungatedUp = (k: number, x: number): number => {
    const { rows, influences } = scenarios[k]!;
    const from = stateIn(x, k);
    let p = from < 2 ? rows[from * 3 + from + 1]! : 0;
    for (const i of influences)
      if (stateIn(x, i.from) === i.when) p = (p * i.oddsUp) / (1 - p + p * i.oddsUp);
    return p;
  };
  const move = (k: number, x: number, to: number): number => {
    const from = stateIn(x, k);
    const open = from < 2 ? scenarios[k]!.rows[from * 3 + from + 1]! : 0;
    const down =
      from > 0 ? (scenarios[k]!.rows[from * 3 + from - 1]! * (1 - ungatedUp(k, x))) / (1 - open) : 0;
    if (to === from + 1) return up(k, x);
    if (to === from - 1) return down;
    return to === from ? 1 - up(k, x) - down : 0;
  };
  return Array.from({ length: size }, (_, x) =>
    Array.from({ length: size }, (_, y) => scenarios.reduce((p, _s, k) => p * move(k, x, stateIn(y, k)), 1)),
  );
}

const distribution = (seed: number, size: number): Float64Array => {
  const random = randomStream(seed);
  const raw = Float64Array.from({ length: size }, random);
  const total = raw.reduce((a, b) => a + b);
  return raw.map((p) => p / total);
};

describe("one month", () => {
  const transition = compileTransition(FOUR);
  const matrix = naiveMatrix(FOUR);

  test("forward is the full 81 × 81 matrix", () => {
    const alpha = distribution(1, 81);
    const expected = matrix[0]!.map((_, y) => matrix.reduce((sum, row, x) => sum + alpha[x]! * row[y]!, 0));
    stepForward(transition, alpha);
    alpha.forEach((p, y) => expect(p).toBeCloseTo(expected[y]!, 14));
  });

  test("backward is its transpose", () => {
    const values = distribution(2, 81);
    const expected = matrix.map((row) => row.reduce((sum, p, y) => sum + p * values[y]!, 0));
    stepBackward(transition, values);
    values.forEach((v, x) => expect(v).toBeCloseTo(expected[x]!, 14));
  });

  test("probability is neither made nor lost", () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const alpha = distribution(seed, 81);
        stepForward(transition, alpha);
        expect(alpha.reduce((a, b) => a + b)).toBeCloseTo(1, 12);
        expect(Math.min(...alpha)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test("a cycle of gates is refused by name", () => {
    const gate = (on: number) => [{ on, atLeast: 1 as const, epsilon: 0.1 }];
    const cyclic = {
      scenarios: [
        { ...open([9, 9, 9]), gates: gate(1) },
        { ...open([9, 9, 9]), gates: gate(0) },
      ],
    };
    expect(() => compileTransition(cyclic)).toThrow(InfluenceCycle);
  });

  test("ten scenarios are refused with the size of their joint space", () => {
    expect(() => compileTransition({ scenarios: Array.from({ length: 10 }, () => open([9, 9, 9])) })).toThrow(
      TooManyStates,
    );
    expect(() => compileTransition({ scenarios: Array.from({ length: 10 }, () => open([9, 9, 9])) })).toThrow(
      /59049 joint states/,
    );
  });
});

test("with the gate shut at ε = 0 the child never rises while its parent is dormant", () => {
  const dormant = { ...open([1e12, 24, 36]), prior: [1, 0, 0] as const };
  const gated = {
    ...open([12, 12, 12]),
    prior: [1, 0, 0] as const,
    gates: [{ on: 0, atLeast: 1 as const, epsilon: 0 }],
  };
  const model = { scenarios: [{ ...dormant, rows: [1, 0, 0, 0, 1, 0, 0, 0, 1] }, gated] };
  const transition = compileTransition(model);
  const path = filterMonths(transition, priorState(model, 9), new Float64Array(120 * 6), 120);
  expect(marginalOf(path.at(-1)!.alpha, 1)).toEqual([1, 0, 0]);
});

test("without evidence the filter is the prior carried forward", () => {
  const transition = compileTransition(FOUR);
  const [last] = filterMonths(transition, priorState(FOUR, 81), new Float64Array(24 * 12), 24).slice(-1);
  const alpha = priorState(FOUR, 81).alpha;
  for (let t = 0; t < 24; t++) stepForward(transition, alpha);
  last!.alpha.forEach((p, x) => expect(p).toBeCloseTo(alpha[x]!, 13));
  expect(last!.logEvidence).toBeCloseTo(0, 10);
});

describe("a passage curve", () => {
  test("quantiles interpolate survival on the log scale and admit what lies beyond the horizon", () => {
    expect(passageQuantile([0, 0.5, 0.75], 0.5)).toBe(1);
    expect(passageQuantile([0, 0.5, 0.75], 0.6)).toBeCloseTo(1 + Math.log(0.5 / 0.4) / Math.log(2), 12);
    expect(passageQuantile([0, 0.1, 0.2], 0.5)).toBeNull();
    expect(passageQuantile([0.6, 0.7], 0.5)).toBe(0);
  });
});

const MONTHS = 60;
const count = (scenario: number, group: string, counts: number[]): CountEvidence => ({
  type: "count",
  scenario,
  group,
  dispersion: 2,
  powers: { silence: 1, stories: 1 },
  counts: Float64Array.from({ length: MONTHS }, (_, t) => counts[t % counts.length]!),
  exposure: new Float64Array(MONTHS).fill(1),
  means: Float64Array.from({ length: MONTHS * 3 }, (_, i) => [0.1, 0.3, 0.8][i % 3]!),
});
const busy: Evidence[] = [
  count(0, "a", [1, 0, 2]),
  count(1, "b", [0, 0, 1, 0]),
  count(2, "c", [0, 1]),
  count(3, "d", [0]),
];
const RULES = [1, 0, 2, 1].map((every): RuleStories => ({
  counts: Float64Array.from({ length: MONTHS }, (_, t) => (every > 0 && t % (4 * every) === 0 ? 1 : 0)),
  exposure: new Float64Array(MONTHS).fill(1),
  means: [0.1, 0.3, 0.8],
  dispersion: 2,
  marks: Array.from({ length: MONTHS }, () => ""),
  outlookAt: (t) => ({
    ...{ building: 2, critical: 5, withinMonths: 12 },
    kept: Array.from({ length: 37 }, (_, j) => Math.max(0, (t % 4) - Math.floor(j / 4))),
    unseen: Array.from({ length: 37 }, () => 0),
  }),
}));
const inMonths = (evidence: readonly Evidence[]) => ({
  evidence,
  rules: RULES,
  months: MONTHS,
  reportingSpan: new Float64Array(MONTHS).fill(1),
});
const SPREAD = {
  rowStrength: [60, 60, 60, 60],
  epsilonStrength: [[], [50], [], []],
  growth: { factor: 3, low: 1, high: 6 },
};
const jointTable = (evidence: readonly Evidence[]) => {
  const reading = readingOf(elicitedDraw(FOUR, SPREAD, evidence.length), inMonths(evidence));
  return tableOf(evidence, spokenBy(evidence, reading, MONTHS), [...evidence.keys()], MONTHS, 4);
};

describe("evidence", () => {
  const p = (evidence: readonly Evidence[]) => {
    const path = filterMonths(compileTransition(FOUR), priorState(FOUR, 81), jointTable(evidence), MONTHS);
    return [0, 1, 2, 3].map((k) => marginalOf(path.at(-1)!.alpha, k)[2]);
  };

  test("doubling an indicator inside its group adds nothing", () => {
    expect(p([...busy, busy[0]!])).toEqual(p(busy));
  });

  test("a record with full exposure and no events lowers every scenario below no record at all", () => {
    const quiet = busy.map((e) => ({ ...(e as CountEvidence), counts: new Float64Array(MONTHS) }));
    p(quiet).forEach((value, k) => expect(value).toBeLessThan(p([])[k]!));
  });

  test("a record with no exposure leaves the prior, bit for bit", () => {
    const unseen = busy.map((e) => ({ ...(e as CountEvidence), exposure: new Float64Array(MONTHS) }));
    expect(p(unseen)).toEqual(p([]));
  });
});

describe("messages", () => {
  const table = jointTable(busy);
  const transition = compileTransition(FOUR);
  const events = [0, 1, 2, 3].map((k) =>
    rulePassage(
      transition,
      k,
      ruleOutlook(RULES, readingOf(elicitedDraw(FOUR, SPREAD, 4), inMonths(busy)), k, MONTHS - 1),
      3,
    ).at(-1)!,
  );
  const messages = passMessages(FOUR, transition, table, MONTHS, events);

  test("changing one month's evidence equals filtering again, to 1e-12", () => {
    for (const month of [0, 7, 31, MONTHS - 1]) {
      const other = table.slice();
      other.set([0, -1, -2, 0.5, 0, 0, 0, 0, 1, 0, 0, 0], month * 12);
      const again = filterMonths(transition, priorState(FOUR, 81), other, MONTHS).at(-1)!.alpha;
      const quick = eventHad(messages, month, other.subarray(month * 12, month * 12 + 12));
      quick.forEach((value, k) => expect(Math.abs(value - dot(events[k]!, again))).toBeLessThan(1e-12));
    }
  });
});

describe("the ensemble", () => {
  const draws = [elicitedDraw(FOUR, SPREAD, 4), ...drawParameters(FOUR, SPREAD, 4, 20, "test")];

  test("gives the same bits whether months were known from an earlier run or not", () => {
    const warm = createEnsemble(draws);
    const before = busy.map((e) => ({
      ...(e as CountEvidence),
      counts: (e as CountEvidence).counts.with(MONTHS - 5, 3),
    }));
    warm.run({ ...inMonths(before), months: MONTHS - 3 });
    const fresh = createEnsemble(draws);
    const [again, alone] = [warm.run(inMonths(busy)), fresh.run(inMonths(busy))];
    expect(again).toEqual(alone);
    expect(warm.judge(inMonths(busy), again, MONTHS - 1, 2)).toEqual(
      fresh.judge(inMonths(busy), alone, MONTHS - 1, 2),
    );
  });

  test("judges a draw as its own outlook does", () => {
    const ensemble = createEnsemble(draws);
    const { soon, critical } = ensemble.judge(inMonths(busy), ensemble.run(inMonths(busy)), MONTHS - 1, 1);
    const { model } = draws[3]!;
    const reading = readingOf(draws[3]!, inMonths(busy));
    const table = tableOf(busy, spokenBy(busy, reading, MONTHS), [...busy.keys()], MONTHS, 4);
    const counted = ruleTable(RULES, reading, MONTHS);
    const rules = RULES.map((_, k) => ruleOutlook(RULES, reading, k, MONTHS - 1));
    const basis = {
      model,
      months: MONTHS,
      evidence: [...table].map((v, i) => v + counted[i]!),
      rules,
      horizonMonths: 36,
    };
    outlook(basis).scenarios.forEach(({ states, within }, k) => {
      expect(critical[k]![3]).toBeCloseTo(states[2], 10);
      expect(soon[k]![3]).toBeCloseTo(within(3), 10);
    });
  });

  test("draws keep impossible moves impossible and rows summing to one", () => {
    for (const { model } of draws) {
      for (const { rows } of model.scenarios) {
        expect([rows[2], rows[6]]).toEqual([0, 0]);
        for (const at of [0, 3, 6]) expect(rows[at]! + rows[at + 1]! + rows[at + 2]!).toBeCloseTo(1, 12);
      }
    }
  });

  test("weights are tempered rather than left to a few draws", () => {
    const collapsed = temperedWeights([0, -500, -700, -900, -1000, -1100, -1200, -1300], 4);
    expect(collapsed.temper).toBeLessThan(0.1);
    expect(collapsed.effective).toBeGreaterThanOrEqual(4);
    expect(temperedWeights([0, 0, 0, 0], 2)).toMatchObject({ temper: 1, effective: 4 });
  });
});

const BASIS = {
  ...{ model: FOUR, months: MONTHS, horizonMonths: 36 },
  rules: RULES.map((_, k) =>
    ruleOutlook(RULES, readingOf(elicitedDraw(FOUR, SPREAD, 4), inMonths(busy)), k, MONTHS - 1),
  ),
};

test("the outlook without a what-if is the filter's own answer", () => {
  const table = jointTable(busy);
  const transition = compileTransition(FOUR);
  const alpha = filterMonths(transition, priorState(FOUR, 81), table, MONTHS).at(-1)!.alpha;
  outlook({ ...BASIS, evidence: [...table] }).scenarios.forEach(({ states, within }, k) => {
    expect(states).toEqual(ruleReading(81, k, BASIS.rules[k]!).map((from) => dot(from, alpha)));
    expect(within(12)).toBe(dot(rulePassage(transition, k, BASIS.rules[k]!, 12).at(-1)!, alpha));
  });
});

test("opening the gate raises the gated scenario and only it", () => {
  const basis = { ...BASIS, evidence: [...jointTable(busy.slice(1))] };
  const shut = outlook(basis).scenarios.map(({ within }) => within(12));
  const opened = outlook(basis, { epsilon: [{ scenario: 1, gate: 0, epsilon: 1 }] }).scenarios.map(
    ({ within }) => within(12),
  );
  expect(opened[1]).toBeGreaterThan(shut[1]!);
  expect(opened[2]).toBeCloseTo(shut[2]!, 12);
});

test("elicited powers make a full and a silent window say exactly what was elicited", () => {
  const elicited = {
    windowMeans: [0.5, 2, 3] as const,
    windowMonths: 12,
    dispersion: 2,
    present: 5,
    presentCount: 3,
    absent: 0.8,
  };
  const powers = elicitedPowers(elicited);
  const ratio = (stories: number, rival: number) =>
    Math.exp(
      12 *
        (countLogLikelihood(stories / 12, 3 / 12, 2, powers) -
          countLogLikelihood(stories / 12, rival / 12, 2, powers)),
    );
  expect(ratio(3, 2)).toBeCloseTo(5, 10);
  expect(ratio(0, 0.5)).toBeCloseTo(0.8, 10);
});
