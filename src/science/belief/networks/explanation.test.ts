import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { EvidenceInvalid, ImpossibleEvidence } from "./belief-error.ts";
import { parseBif } from "./bif.ts";
import { explainQuery } from "./explanation.ts";
import { infer } from "./inference.ts";
import { defineNetwork } from "./network.ts";

const ALARM = "../shared/data/forecast/bn/bif/alarm.bif";

const naive = defineNetwork("naive", [
  { name: "threat", states: ["yes", "no"], parents: [], rows: [[0.1, 0.9]] },
  {
    name: "signal",
    states: ["on", "off"],
    parents: ["threat"],
    rows: [
      [0.8, 0.2],
      [0.2, 0.8],
    ],
  },
  {
    name: "report",
    states: ["on", "off"],
    parents: ["threat"],
    rows: [
      [0.9, 0.1],
      [0.3, 0.7],
    ],
  },
  {
    name: "below",
    states: ["x", "y"],
    parents: ["report"],
    rows: [
      [0.9, 0.1],
      [0.3, 0.7],
    ],
  },
]);

test("where findings are independent, weight and Shapley value are the log likelihood ratio", () => {
  const { prior, posterior, shift, contributions, shapley } = explainQuery(naive, "threat", {
    hard: { signal: "on", report: "on" },
  });
  expect(prior["yes"]).toBeCloseTo(0.1, 14);
  expect(posterior["yes"]).toBeCloseTo(0.12 / (0.12 + 0.9 * 0.1), 10);
  expect(shift["yes"]).toBeCloseTo(Math.log(4) + Math.log(3), 12);
  expect(contributions.map(({ finding }) => finding)).toEqual([
    { variable: "signal", state: "on" },
    { variable: "report", state: "on" },
  ]);
  for (const [i, ratio] of [4, 3].entries()) {
    expect(contributions[i]!.weight["yes"]).toBeCloseTo(Math.log(ratio), 12);
    expect(contributions[i]!.shapley["yes"]).toBeCloseTo(Math.log(ratio), 12);
    expect(contributions[i]!.shapley["no"]).toBeCloseTo(-Math.log(ratio), 12);
  }
  expect(shapley).toBe("exact");
});

test("a finding that settles the query is certain, and what it contributes stays finite", () => {
  const { posterior, shift, contributions } = explainQuery(naive, "threat", {
    hard: { threat: "yes", signal: "on" },
  });
  expect(posterior).toEqual({ yes: 1, no: 0 });
  expect(shift["yes"]).toBeCloseTo(100 - Math.log(1 / 9), 10);
  const total = contributions.reduce((sum, { shapley }) => sum + shapley["yes"]!, 0);
  expect(total).toBeCloseTo(shift["yes"]!, 9);
});

test("without evidence the posterior is the prior and nothing contributes", () => {
  const { prior, posterior, contributions } = explainQuery(naive, "below");
  expect(posterior).toEqual(prior);
  expect(contributions).toEqual([]);
});

test("unknown queries and impossible evidence are refused", () => {
  expect(() => explainQuery(naive, "weather")).toThrow(EvidenceInvalid);
  const certain = defineNetwork("certain", [{ name: "a", states: ["x", "y"], parents: [], rows: [[1, 0]] }]);
  expect(() => explainQuery(certain, "a", { hard: { a: "y" } })).toThrow(ImpossibleEvidence);
});

test.skipIf(!existsSync(ALARM))(
  `in ALARM all shares add up, the same for the same seed (needs ${ALARM})`,
  () => {
    const network = parseBif(readFileSync(ALARM, "utf8"));
    const chosen = network.variables
      .filter((_, v) => v % 3 === 0)
      .map(({ name, states }) => [name, states[0]!]);
    const evidence = { hard: Object.fromEntries(chosen) };
    const explain = (orders: number) => explainQuery(network, "LVFAILURE", evidence, { orders, seed: 7 });
    const { prior, posterior, shift, contributions, shapley } = explain(20);
    expect(contributions.length).toBe(13);
    expect(shapley).toEqual({ orders: 20 });
    expect(prior["TRUE"]).toBeCloseTo(infer(network).posteriors["LVFAILURE"]!["TRUE"]!, 13);
    expect(posterior["TRUE"]).toBeCloseTo(infer(network, evidence).posteriors["LVFAILURE"]!["TRUE"]!, 13);
    for (const state of ["TRUE", "FALSE"]) {
      const total = contributions.reduce((sum, each) => sum + each.shapley[state]!, 0);
      expect(Math.abs(total - shift[state]!)).toBeLessThan(1e-9);
    }
    expect(explain(20).contributions).toEqual(contributions);
    const exact = explain(2000);
    expect(exact.shapley).toBe("exact");
    contributions.forEach(({ shapley: estimate }, i) => {
      expect(Math.abs(estimate["TRUE"]! - exact.contributions[i]!.shapley["TRUE"]!)).toBeLessThan(0.5);
    });
  },
);
