import fc from "fast-check";
import { expect, test } from "vitest";
import { ImpossibleEvidence } from "./belief-error.ts";
import { readEvidence } from "./evidence.ts";
import { mostProbable } from "./most-probable.ts";
import { defineNetwork } from "./network.ts";
import { jointEntries, networksWithEvidence } from "./testing/small-networks.ts";

test("no other assignment of a small network is more probable, and ln P is its own", () => {
  fc.assert(
    fc.property(networksWithEvidence, ({ network, evidence }) => {
      const joint = jointEntries(network, readEvidence(network, evidence));
      const most = joint.reduce((best, { weight }) => Math.max(best, weight), 0);
      if (most === 0) {
        expect(() => mostProbable(network, evidence)).toThrow(ImpossibleEvidence);
        return;
      }
      const { assignment, logProbability, posterior } = mostProbable(network, evidence);
      const states = network.variables.map((variable) => variable.states.indexOf(assignment[variable.name]!));
      const own = joint.find((entry) => entry.states.every((state, v) => state === states[v]))!;
      const total = joint.reduce((sum, { weight }) => sum + weight, 0);
      expect(own.weight / most).toBeCloseTo(1, 12);
      expect(logProbability).toBeCloseTo(Math.log(most), 11);
      expect(posterior).toBeCloseTo(most / total, 12);
    }),
    { numRuns: 80 },
  );
});

test("the likeliest whole may hold an unlikely part", () => {
  const network = defineNetwork("parts", [
    { name: "a", states: ["x", "y"], parents: [], rows: [[0.4, 0.6]] },
    { name: "b", states: ["p", "q"], parents: ["a"], rows: [[1, 0], [0.5, 0.5]] }, // prettier-ignore
  ]);
  expect(mostProbable(network).assignment).toEqual({ a: "x", b: "p" });
});

test("a chain whose likeliest assignment is beyond a double is still told, by its logarithm", () => {
  const rows = [
    [0.3, 0.3, 0.4],
    [0.4, 0.3, 0.3],
    [0.3, 0.4, 0.3],
  ];
  const chain = defineNetwork(
    "chain",
    Array.from({ length: 1500 }, (_, i) => ({
      name: `v${i}`,
      states: ["a", "b", "c"],
      parents: i === 0 ? [] : [`v${i - 1}`],
      rows: i === 0 ? [[0.2, 0.5, 0.3]] : rows,
    })),
  );
  const { logProbability } = mostProbable(chain);
  expect(logProbability).toBeCloseTo(Math.log(0.5) + 1499 * Math.log(0.4), 8);
});
