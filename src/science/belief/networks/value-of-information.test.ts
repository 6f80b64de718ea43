import fc from "fast-check";
import { expect, test } from "vitest";
import { readEvidence } from "./evidence.ts";
import { defineNetwork } from "./network.ts";
import { jointEntries, networksWithEvidence } from "./testing/small-networks.ts";
import { valueOfInformation } from "./value-of-information.ts";

const certain = (p: number) => p === 0 || p === 1;

test("in small networks every value is the expectation over the joint distribution", () => {
  let met = 0;
  fc.assert(
    fc.property(networksWithEvidence, ({ network, evidence }) => {
      const joint = jointEntries(network, readEvidence(network, evidence));
      const total = joint.reduce((sum, { weight }) => sum + weight, 0);
      if (total === 0) return;
      const { variables } = network;
      const { values, entropy } = valueOfInformation(network, variables[0]!.name, evidence);
      for (const { variable, entropyReduction, brierReduction, logOddsShift } of values) {
        const v = variables.findIndex(({ name }) => name === variable);
        const p = (q: number | null, y: number | null) =>
          joint.reduce(
            (sum, { states, weight }) =>
              (q === null || states[0] === q) && (y === null || states[v] === y) ? sum + weight : sum,
            0,
          ) / total;
        let [information, brier] = [0, 0];
        const shift = new Float64Array(variables[0]!.states.length);
        variables[v]!.states.forEach((_, y) => {
          const here = p(null, y);
          if (here === 0) return;
          variables[0]!.states.forEach((__, q) => {
            const [before, after] = [p(q, null), p(q, y) / here];
            if (after > 0) information += p(q, y) * Math.log(after / before);
            brier += here * (after ** 2 - before ** 2);
            if (!certain(before) && !certain(after))
              shift[q]! += here * Math.abs(Math.log(after / (1 - after)) - Math.log(before / (1 - before)));
            else shift[q] = NaN;
          });
        });
        expect(entropyReduction).toBeCloseTo(information, 10);
        expect(entropyReduction).toBeLessThanOrEqual(entropy + 1e-12);
        expect(brierReduction).toBeCloseTo(brier, 10);
        variables[0]!.states.forEach((state, q) => {
          if (Number.isNaN(shift[q])) return;
          met++;
          expect(logOddsShift[state]).toBeCloseTo(shift[q]!, 8);
        });
      }
    }),
    { numRuns: 60 },
  );
  expect(met).toBeGreaterThan(5);
});

const rows = (...given: number[]) => given.map((p) => [p, 1 - p]);
const network = defineNetwork("watch", [
  { name: "threat", states: ["yes", "no"], parents: [], rows: rows(0.2) },
  { name: "sharp", states: ["on", "off"], parents: ["threat"], rows: rows(0.9, 0.1) },
  { name: "blunt", states: ["on", "off"], parents: ["threat"], rows: rows(0.6, 0.4) },
  { name: "idle", states: ["on", "off"], parents: [], rows: rows(0.5) },
]);

test("the sharper indicator comes first, the one that has nothing to do with the query last, with nothing", () => {
  const { values } = valueOfInformation(network, "threat");
  expect(values.map(({ variable }) => variable)).toEqual(["sharp", "blunt", "idle"]);
  expect(values[2]!.entropyReduction).toBeCloseTo(0, 14);
});

test("what is known is not asked for, what is only reported still is", () => {
  const { values } = valueOfInformation(network, "threat", {
    hard: { sharp: "on" },
    soft: { blunt: { on: 2, off: 1 } },
  });
  expect(values.map(({ variable }) => variable)).toEqual(["blunt", "idle"]);
});

test("a query that is known has nothing left to learn", () => {
  const { values, entropy } = valueOfInformation(network, "threat", { hard: { threat: "yes" } });
  expect(entropy).toBe(0);
  expect(values.every(({ entropyReduction }) => entropyReduction === 0)).toBe(true);
});
