import fc from "fast-check";
import { expect, test } from "vitest";
import { readEvidence } from "./evidence.ts";
import type { BeliefNetwork } from "./network.ts";
import { defineNetwork } from "./network.ts";
import type { ParameterSensitivity } from "./sensitivity.ts";
import { sensitivity } from "./sensitivity.ts";
import { enumerate, networksWithEvidence } from "./testing/small-networks.ts";

/** The network with one entry of a table moved, the others of its row in proportion. */
function moved({ name, variables }: BeliefNetwork, at: ParameterSensitivity, value: number): BeliefNetwork {
  const statesOf = new Map(variables.map((variable) => [variable.name, variable.states]));
  return {
    name,
    variables: variables.map((variable) => {
      if (variable.name !== at.variable) return variable;
      const row = variable.parents.reduce((index, parent) => {
        const states = statesOf.get(parent)!;
        return index * states.length + states.indexOf(at.given[parent]!);
      }, 0);
      const first = row * variable.states.length;
      const entry = first + variable.states.indexOf(at.state);
      const cpt = variable.cpt.map((p, i) => {
        if (i < first || i >= first + variable.states.length) return p;
        return i === entry ? value : (p * (1 - value)) / (1 - at.value);
      });
      return { ...variable, cpt };
    }),
  };
}

test("the function of every entry is what the network answers with that entry moved, and stays in its bound", () => {
  let met = 0;
  fc.assert(
    fc.property(networksWithEvidence, fc.double({ min: 0.01, max: 0.99, noNaN: true }), (drawn, value) => {
      const { network, evidence } = drawn;
      const findings = readEvidence(network, evidence);
      if (enumerate(network, findings).total === 0) return;
      const { name, states } = network.variables[0]!;
      const query = { variable: name, state: states[0]! };
      const { parameters, posterior } = sensitivity(network, query, evidence, { within: 0.2 });
      for (const parameter of parameters.slice(0, 12)) {
        const { a, b, c, d } = parameter.function;
        const { total, posteriors } = enumerate(moved(network, parameter, value), findings);
        expect((a * value + b) / (c * value + d)).toBeCloseTo(posteriors[0]![0]!, 9);
        expect((c * value + d) * enumerate(network, findings).total).toBeCloseTo(total, 10);
        expect((a * parameter.value + b) / (c * parameter.value + d)).toBeCloseTo(posterior, 10);
        for (const { p } of [parameter.low, parameter.high]) {
          expect(p).toBeGreaterThanOrEqual(parameter.bound[0] - 1e-9);
          expect(p).toBeLessThanOrEqual(parameter.bound[1] + 1e-9);
        }
        met++;
      }
    }),
    { numRuns: 60 },
  );
  expect(met).toBeGreaterThan(50);
});

const rows = (...given: number[]) => given.map((p) => [p, 1 - p]);
const network = defineNetwork("test", [
  { name: "ill", states: ["yes", "no"], parents: [], rows: rows(0.01) },
  { name: "test", states: ["pos", "neg"], parents: ["ill"], rows: rows(0.95, 0.05) },
  { name: "below", states: ["x", "y"], parents: ["test"], rows: rows(0.3, 0.7) },
]);
const ill = { variable: "ill", state: "yes" };

test("after a positive test of a rare illness, how rare it is and the false alarms matter most", () => {
  const { parameters, posterior } = sensitivity(network, ill, { hard: { test: "pos" } }, { within: 0.04 });
  expect(posterior).toBeCloseTo(0.0095 / (0.0095 + 0.0495), 12);
  const told = parameters.map(({ variable, given }) => [variable, given]);
  expect(told).toEqual([
    ["ill", {}],
    ["test", { ill: "no" }],
    ["test", { ill: "yes" }],
  ]);
  expect(parameters[1]!.low.p).toBeCloseTo(0.0095 / (0.0095 + 0.0099), 12);
});

test("a spread by strength is the 5–95 % interval of a beta distribution", () => {
  const half = defineNetwork("half", [{ name: "ill", states: ["yes", "no"], parents: [], rows: rows(0.5) }]);
  const [flat] = sensitivity(half, ill, {}, { strength: 2 }).parameters;
  expect(flat!.low.value).toBeCloseTo(0.05, 12);
  expect(flat!.high.p).toBeCloseTo(0.95, 12);
});

test("where the range reaches what makes the evidence impossible, the limit is told", () => {
  const { parameters } = sensitivity(network, ill, { hard: { ill: "yes" } }, { within: 0.5 });
  expect(parameters.every(({ low, high }) => low.p === 1 && high.p === 1)).toBe(true);
});

test("certainties stay, and a spread that is none is refused", () => {
  const sure = defineNetwork("sure", [{ name: "ill", states: ["yes", "no"], parents: [], rows: [[1, 0]] }]);
  expect(sensitivity(sure, ill, {}, { within: 0.1 }).parameters).toEqual([]);
  expect(() => sensitivity(network, ill, {}, { within: 0 })).toThrow(RangeError);
});
