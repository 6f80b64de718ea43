import { existsSync, globSync, readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ImpossibleEvidence } from "./belief-error.ts";
import { parseBif } from "./bif.ts";
import type { Evidence } from "./evidence.ts";
import { readEvidence } from "./evidence.ts";
import { infer, posteriorsOf, propagate } from "./inference.ts";
import type { BeliefNetwork } from "./network.ts";
import { defineNetwork } from "./network.ts";
import { enumerate, networksWithEvidence } from "./testing/small-networks.ts";
import { compile, loadTables } from "./tree/compile.ts";

const PUBLISHED = "../shared/data/forecast/bn";

interface Expected {
  cases: {
    kind: string;
    evidence: Record<string, string>;
    likelihood: Record<string, number[]>;
    log_prob_evidence: number;
    posterior: Record<string, number[]>;
  }[];
}

const byState = (network: BeliefNetwork, name: string, values: readonly number[]) => {
  const { states } = network.variables.find((variable) => variable.name === name)!;
  return Object.fromEntries(states.map((state, i) => [state, values[i]!]));
};

describe.skipIf(!existsSync(PUBLISHED))(`published networks (need ${PUBLISHED})`, () => {
  test.each(globSync(`${PUBLISHED}/expected/*.json`))("%s: posteriors to 1e-12, ln P(e) to 1e-11", (file) => {
    const { cases } = JSON.parse(readFileSync(file, "utf8")) as Expected;
    const network = parseBif(readFileSync(`${PUBLISHED}/bif/${path.basename(file, ".json")}.bif`, "utf8"));
    const tree = compile(network);
    expect(cases).toHaveLength(6);
    for (const { kind, evidence, likelihood, log_prob_evidence: logEvidence, posterior } of cases) {
      const soft = Object.fromEntries(
        Object.entries(likelihood).map(([name, values]) => [name, byState(network, name, values)]),
      );
      const found = propagate(tree, readEvidence(network, { hard: evidence, soft }));
      expect(Math.abs(found - logEvidence), kind).toBeLessThanOrEqual(1e-11);
      const posteriors = posteriorsOf(tree);
      const worst = Object.entries(posterior).flatMap(([name, values]) =>
        Object.entries(byState(network, name, values)).map(([state, p]) =>
          Math.abs(posteriors[name]![state]! - p),
        ),
      );
      expect(Math.max(...worst), kind).toBeLessThanOrEqual(1e-12);
    }
  });
});

test.skipIf(!existsSync(PUBLISHED)).each([
  ["alarm", 1020],
  ["insurance", 30_000],
  ["hailfinder", 10_000],
  ["mildew", 5.2e6],
  ["munin", 1.5e7],
  ["diabetes", 1.1e7],
])("the tree of %s stays within %i entries, near the best orders known", (name, entries) => {
  const network = parseBif(readFileSync(`${PUBLISHED}/bif/${name}.bif`, "utf8"));
  expect(compile(network).cliqueEntries).toBeLessThanOrEqual(entries);
});

test("small networks agree with the sum over their joint distribution, or are refused as impossible", () => {
  fc.assert(
    fc.property(networksWithEvidence, ({ network, evidence }) => {
      const findings = readEvidence(network, evidence);
      const expected = enumerate(network, findings);
      if (expected.total === 0) {
        expect(() => infer(network, evidence)).toThrow(ImpossibleEvidence);
        return;
      }
      const { posteriors, logEvidence } = infer(network, evidence);
      expect(logEvidence).toBeCloseTo(Math.log(expected.total), 11);
      network.variables.forEach(({ name, states }, v) => {
        states.forEach((state, i) => {
          expect(Math.abs(posteriors[name]![state]! - expected.posteriors[v]![i]!)).toBeLessThan(1e-12);
        });
      });
    }),
    { numRuns: 300 },
  );
});

test("impossible evidence names a conflict that is impossible, and possible once any part of it is dropped", () => {
  let met = 0;
  fc.assert(
    fc.property(networksWithEvidence, ({ network, evidence }) => {
      const findings = readEvidence(network, evidence);
      if (enumerate(network, findings).total > 0) return;
      met++;
      const { conflict } = refusalOf(network, evidence);
      const chosen = findings.filter(({ given }) =>
        conflict.some((each) => each === given || same(each, given)),
      );
      expect(chosen).toHaveLength(conflict.length);
      expect(enumerate(network, chosen).total).toBe(0);
      for (const dropped of chosen) {
        expect(
          enumerate(
            network,
            chosen.filter((finding) => finding !== dropped),
          ).total,
        ).toBeGreaterThan(0);
      }
    }),
    { numRuns: 300 },
  );
  expect(met).toBeGreaterThan(10);
});

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

function refusalOf(network: BeliefNetwork, evidence: Evidence): ImpossibleEvidence {
  try {
    infer(network, evidence);
  } catch (error) {
    if (error instanceof ImpossibleEvidence) return error;
    throw error;
  }
  throw new Error("the evidence was accepted");
}

/** "tuberculosis or cancer" of the Asia network: a deterministic node. Lauritzen & Spiegelhalter 1988. */
const asia = defineNetwork("asia", [
  { name: "tub", states: ["yes", "no"], parents: [], rows: [[0.0104, 0.9896]] },
  { name: "lung", states: ["yes", "no"], parents: [], rows: [[0.055, 0.945]] },
  {
    name: "either",
    states: ["yes", "no"],
    parents: ["lung", "tub"],
    rows: [
      [1, 0],
      [1, 0],
      [1, 0],
      [0, 1],
    ],
  },
  {
    name: "xray",
    states: ["yes", "no"],
    parents: ["either"],
    rows: [
      [0.98, 0.02],
      [0.05, 0.95],
    ],
  },
]);

test("a conflict leaves out the findings that have no part in it", () => {
  const refused = refusalOf(asia, { hard: { xray: "yes", either: "no", lung: "yes" } });
  expect(refused.conflict).toEqual([
    { variable: "either", state: "no" },
    { variable: "lung", state: "yes" },
  ]);
  expect(refused.message).toContain("either = no, lung = yes cannot hold together");
});

test("likelihoods with zeros can be in conflict too", () => {
  const refused = refusalOf(asia, {
    hard: { lung: "yes" },
    soft: { either: { yes: 0, no: 2 }, xray: { yes: 1, no: 3 } },
  });
  expect(refused.conflict).toContainEqual({ variable: "either", likelihood: { yes: 0, no: 2 } });
  expect(refused.conflict).toHaveLength(2);
});

test("likelihoods of one and zero are the same as a state, and their scale moves ln P(e) alone", () => {
  const hard = infer(asia, { hard: { xray: "yes" } });
  const soft = infer(asia, { soft: { xray: { yes: 1, no: 0 } } });
  expect(soft).toEqual(hard);
  const scaled = infer(asia, { soft: { xray: { yes: 1e-300, no: 0 } } });
  expect(scaled.posteriors).toEqual(hard.posteriors);
  expect(scaled.logEvidence).toBeCloseTo(hard.logEvidence + Math.log(1e-300), 10);
});

test("evidence too improbable for a double is still evidence, not an impossibility", () => {
  const reports = Array.from({ length: 40 }, (_, i) => `report${i}`);
  const network = defineNetwork("naive", [
    { name: "cause", states: ["a", "b"], parents: [], rows: [[0.3, 0.7]] },
    {
      name: "copy",
      states: ["a", "b"],
      parents: ["cause"],
      rows: [
        [1, 0],
        [0, 1],
      ],
    },
    {
      name: "mood",
      states: ["x", "y"],
      parents: ["cause"],
      rows: [
        [0.2, 0.8],
        [0.6, 0.4],
      ],
    },
    ...reports.map((name) => ({
      name,
      states: ["seen", "unseen"],
      parents: ["cause"],
      rows: [
        [1e-20, 1],
        [1, 0],
      ],
    })),
  ]);
  const hard = Object.fromEntries(reports.map((name) => [name, "seen"]));
  const { posteriors, logEvidence } = infer(network, { hard: { ...hard, copy: "a" } });
  expect(logEvidence).toBeCloseTo(Math.log(0.3) + 40 * Math.log(1e-20), 9);
  expect(posteriors["cause"]).toEqual({ a: 1, b: 0 });
  expect(posteriors["mood"]!["x"]).toBeCloseTo(0.2, 12);
  const balanced = Object.fromEntries(reports.map((name) => [name, { seen: 1e-30, unseen: 1e-30 }]));
  expect(infer(network, { soft: balanced }).posteriors["mood"]!["x"]).toBeCloseTo(0.48, 14);
});

test("parts of a network that nothing connects do not touch each other", () => {
  const two = defineNetwork("two", [
    ...asia.variables.map(({ name, states, parents, cpt }) => ({
      name,
      states,
      parents,
      rows: Array.from({ length: cpt.length / 2 }, (_, row) => cpt.subarray(2 * row, 2 * row + 2)),
    })),
    { name: "alone", states: ["x", "y", "z"], parents: [], rows: [[0.2, 0.3, 0.5]] },
  ]);
  const { posteriors, logEvidence } = infer(two, { hard: { xray: "yes", alone: "z" } });
  const apart = infer(asia, { hard: { xray: "yes" } });
  expect(logEvidence).toBeCloseTo(apart.logEvidence + Math.log(0.5), 13);
  expect(posteriors["lung"]!["yes"]).toBeCloseTo(apart.posteriors["lung"]!["yes"]!, 14);
});

test("a compiled tree forgets earlier evidence, and takes other tables of the same shape", () => {
  const tree = compile(asia);
  const findings = readEvidence(asia, { hard: { xray: "yes" } });
  const before = propagate(tree, findings);
  propagate(tree, readEvidence(asia, { hard: { xray: "no", tub: "yes" } }));
  expect(propagate(tree, findings)).toBe(before);
  const healthier = asia.variables.map((variable) =>
    variable.name === "lung" ? { ...variable, cpt: Float64Array.of(0.01, 0.99) } : variable,
  );
  loadTables(tree, { variables: healthier });
  const again = propagate(tree, findings);
  expect(again).toBeCloseTo(
    infer({ ...asia, variables: healthier }, { hard: { xray: "yes" } }).logEvidence,
    14,
  );
  expect(again).not.toBe(before);
});
