import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { choiceDraw, gammaDraw, poissonDraw, randomStream } from "#science/numbers/index.ts";
import {
  compileTransition,
  passageCurve,
  rowsFromDwell,
  rulePassage,
  ruleReading,
  type RuleOutlook,
  type ScenarioModel,
} from "../index.ts";

const chain = {
  prior: [0.6, 0.3, 0.1] as const,
  rows: rowsFromDwell([30, 12, 20], 0.6),
  gates: [],
  influences: [],
};
const LONE: ScenarioModel = { scenarios: [chain] };
const HORIZON = 18;
const ahead = (length: number, at: (j: number) => number) => Array.from({ length }, (_, j) => at(j));
const RULE: RuleOutlook = {
  building: 3,
  critical: 6,
  withinMonths: 12,
  kept: ahead(HORIZON + 1, (j) => Math.max(0, 4 - Math.floor(j / 3))),
  unseen: ahead(HORIZON + 1, () => 0),
  rates: [0.1, 0.4, 0.9],
  dispersion: 2,
};

/** Worlds of the rule's own definition: a window with its own days of entry, no thinning. */
function simulated(rule: RuleOutlook, from: number, worlds: number): number[] {
  const random = randomStream("worlds");
  const reached = Array.from({ length: HORIZON + 1 }, () => 0);
  for (let w = 0; w < worlds; w++) {
    let state = from;
    const arrived: number[] = [];
    for (let j = 0; j <= HORIZON; j++) {
      if (j > 0) {
        state = choiceDraw(random, chain.rows.slice(state * 3, state * 3 + 3));
        arrived.push(
          poissonDraw(random, (rule.rates[state]! * gammaDraw(random, rule.dispersion)) / rule.dispersion),
        );
      }
      const fresh = arrived.slice(-rule.withinMonths).reduce((a, b) => a + b, 0);
      if (rule.kept[j]! + fresh < rule.critical) continue;
      for (let h = j; h <= HORIZON; h++) reached[h]!++;
      break;
    }
  }
  return reached.map((n) => n / worlds);
}

describe("the passage of a rule", () => {
  const within = rulePassage(compileTransition(LONE), 0, RULE, HORIZON);

  test("is that of simulated stories, from every state, and near it where the window turns over", () => {
    for (const from of [0, 1, 2]) {
      const seen = simulated(RULE, from, 6000);
      for (const h of [0, 1, 3, 6, 12]) expect(Math.abs(within[h]![from]! - seen[h]!)).toBeLessThan(0.02);
      expect(Math.abs(within[HORIZON]![from]! - seen[HORIZON]!)).toBeLessThan(0.05);
    }
  });

  test("never falls with the horizon, and rises with the state and with every story kept", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 0, max: 12 }), (kept, unseen) => {
        const rule = { ...RULE, kept: RULE.kept.map(() => kept), unseen: RULE.unseen.map(() => unseen) };
        const curve = [0, 1, 2].map((s) =>
          passageCurve(
            rulePassage(compileTransition(LONE), 0, rule, HORIZON),
            Float64Array.of(+(s === 0), +(s === 1), +(s === 2)),
          ),
        );
        for (const one of curve)
          one.slice(1).forEach((p, h) => expect(p).toBeGreaterThanOrEqual(one[h]! - 1e-12));
        expect(curve[0]![3]!).toBeLessThanOrEqual(curve[1]![3]! + 1e-12);
        expect(curve[1]![3]!).toBeLessThanOrEqual(curve[2]![3]! + 1e-12);
        const more = rulePassage(
          compileTransition(LONE),
          0,
          { ...rule, kept: rule.kept.map((n) => n + 1) },
          3,
        );
        expect(more[3]![1]!).toBeGreaterThanOrEqual(curve[1]![3]! - 1e-12);
      }),
      { numRuns: 30 },
    );
  });

  test("starts at the reading of today, which is all but certain where everything was looked at", () => {
    const [dormant, building, critical] = ruleReading(3, 0, RULE);
    expect([dormant![1], building![1], critical![1]].map((p) => Math.round(p! * 100) / 100)).toEqual([
      0, 1, 0,
    ]);
    expect(within[0]![1]).toBeCloseTo(critical![1]!, 12);
    const blind = { ...RULE, kept: RULE.kept.map(() => 0), unseen: RULE.unseen.map(() => 12) };
    const [, , unseen] = ruleReading(3, 0, blind);
    expect(unseen![2]).toBeGreaterThan(0.7);
    expect(unseen![0]).toBeLessThan(0.02);
  });

  test("out of critical waits for stories to leave the window", () => {
    const full = { ...RULE, kept: ahead(HORIZON + 1, (j) => (j < 5 ? 7 : 2)), rates: [0, 0, 0] as const };
    const out = rulePassage(compileTransition(LONE), 0, full, HORIZON, "not critical");
    expect([out[4]![1]!, out[5]![1]!].map(Math.round)).toEqual([0, 1]);
  });

  test("a shut gate holds the child's stories back", () => {
    const gated = { ...chain, gates: [{ on: 0, atLeast: 1 as const, epsilon: 0.02 }] };
    const transition = compileTransition({ scenarios: [chain, gated] });
    const year = rulePassage(transition, 1, { ...RULE, kept: RULE.kept.map(() => 3) }, 12)[12]!;
    expect(year[0]!).toBeLessThan(year[1]!);
    expect(year[1]!).toBeCloseTo(year[2]!, 12);
  });
});
